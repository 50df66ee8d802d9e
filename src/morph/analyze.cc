// SPDX-License-Identifier: Apache-2.0
#include "morph/analyze.h"

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "base/letters.h"
#include "morph/choose.h"
#include "morph/guess.h"
#include "morph/match.h"
#include "morph/segment.h"

namespace rasid {

namespace {
constexpr uint32_t kAhead = 8;  // words whose cache slots are on their way
}

struct MorphCache::Parts {
  explicit Parts(const Morphology::Parts& words) : cache(words) {}
  morph::WordCache cache;
  morph::CandidatePool candidates;        // parallel to Text::analyses
  std::vector<morph::Readings> readings;  // by token
  std::vector<morph::TokenStarts> at;
  std::vector<morph::Start> starts;
  std::vector<uint32_t> chosen;
  std::vector<uint32_t> unknown;                       // tokens that the lexicon does not know
  std::vector<uint64_t> alone;                         // hashes of their normal forms, sorted
  std::array<morph::WordCache::Word, kAhead> ahead{};  // by token number modulo kAhead
  morph::Paths paths;
};

namespace {

using morph::Candidate;
using morph::NameKind;

constexpr int kNameMatch = 16;      // a word that is a name of the lexicon
constexpr int kLongNameMatch = 30;  // the first of several words that are
constexpr int kStandsAloneWorth = 14;
constexpr int kInsideName = 14;  // nominal readings of the words of a name or title

bool is_nominal(Pos pos) {
  return pos == Pos::noun || pos == Pos::masdar || pos == Pos::adjective ||
         pos == Pos::active_participle || pos == Pos::passive_participle || pos == Pos::proper ||
         pos == Pos::number;
}

class Analyzer {
 public:
  Analyzer(Document& document, const Morphology::Parts& words, MorphCache::Parts& scratch)
      : text_(document.text), words_(words), with_(scratch) {}

  void run() {
    const size_t tokens = text_.tokens.size();
    text_.of_token.assign(tokens, {});
    with_.candidates.clear(), with_.starts.clear(), with_.unknown.clear();
    with_.readings.assign(tokens, {});
    with_.at.assign(tokens, {});
    with_.chosen.assign(tokens, kNone);
    for (uint32_t token = 0; token < std::min<size_t>(tokens, kAhead); ++token) approach(token);
    for (uint32_t token = 0; token < tokens; ++token) {
      read(token);
      if (token + kAhead < tokens) approach(token + kAhead);
    }
    part_unknown();
    morph::match_phrases(
        text_, *words_.lexicon,
        {with_.at, with_.starts, with_.readings, with_.candidates.all(), words_.leads});
    take_names();
    for (const Sentence& sentence : text_.sentences) {
      if (sentence.end > tokens || sentence.begin >= sentence.end) continue;
      choose(text_, sentence, with_.candidates.all(), with_.readings, with_.paths, with_.chosen);
    }
    // Never made smaller: what lies behind the last token's readings is of earlier texts.
    if (text_.analyses.size() < with_.candidates.size()) {
      text_.analyses.resize(with_.candidates.size());
    }
    text_.chosen.assign(tokens, kNoAnalysis);
    for (uint32_t token = 0; token < tokens; ++token) settle(token);
  }

 private:
  void approach(uint32_t token) {
    const Token& word = text_.tokens[token];
    if (word.kind != TokenKind::word) return;
    with_.ahead[token % kAhead] =
        with_.cache.approach(text_.normals, word.normal, word.normal_length, word.marks);
  }

  void read(uint32_t token) {
    const Token& word = text_.tokens[token];
    const auto first = static_cast<uint32_t>(with_.candidates.size());
    with_.readings[token].first = first;
    if (word.kind == TokenKind::number) {
      read_number(text_.normal(token));
    } else if (word.kind == TokenKind::word) {
      read_word(token);
    } else {
      find_start(token, text_.normal(token));
      return;
    }
    with_.readings[token].count = static_cast<uint32_t>(with_.candidates.size()) - first;
    if (word.kind == TokenKind::number) find_start(token, text_.normal(token));
    // Free places, for names that the matches show.
    with_.candidates.add(with_.at[token].count > 0 ? 3 : 1);
  }

  void read_number(std::string_view normal) {
    Candidate candidate;
    candidate.analysis.pos = Pos::number;
    candidate.analysis.stem_end = static_cast<uint8_t>(std::min<size_t>(normal.size(), 255));
    candidate.left = morph::Left::number;
    candidate.right = morph::Right::number;
    *with_.candidates.add(1) = candidate;
  }

  void read_word(uint32_t token) {
    const size_t first = with_.candidates.size(), first_start = with_.starts.size();
    with_.cache.look_up(text_.normals, with_.ahead[token % kAhead], with_.candidates, with_.starts);
    with_.at[token] = {static_cast<uint32_t>(first_start),
                       static_cast<uint32_t>(with_.starts.size() - first_start)};
    if (first < with_.candidates.size() && with_.candidates[first].guessed) {
      with_.unknown.push_back(token);
    }
  }

  // Unknown words that stand alone elsewhere in the article show where the clitics of others end:
  // ksytr here tells that lksytr there is li + ksytr.
  void part_unknown() {
    with_.alone.clear();
    for (const uint32_t token : with_.unknown) with_.alone.push_back(hash64(text_.normal(token)));
    std::sort(with_.alone.begin(), with_.alone.end());
    for (const uint32_t token : with_.unknown) {
      const std::string_view normal = text_.normal(token);
      const morph::Readings mine = with_.readings[token];
      for (uint32_t i = mine.first; i < mine.first + mine.count; ++i) {
        Analysis& a = with_.candidates[i].analysis;
        if (a.pos != Pos::proper || a.proclitics == 0 || a.stem_begin >= normal.size()) continue;
        const uint64_t rest = hash64(normal.substr(a.stem_begin));
        if (!std::binary_search(with_.alone.begin(), with_.alone.end(), rest)) continue;
        a.score = static_cast<int16_t>(a.score + kStandsAloneWorth);
        move_up(mine.first, i);
      }
    }
  }

  // Phrases may begin with a number, a Latin word or a sign.
  void find_start(uint32_t token, std::string_view normal) {
    if (normal.empty()) return;
    const uint32_t node = words_.lexicon->step(Lexicon::kRoot, normal);
    if (node == kNone) return;
    with_.at[token] = {static_cast<uint32_t>(with_.starts.size()), 1};
    with_.starts.push_back(morph::start_at(node, 0, words_));
  }

  void take_names() {
    for (const Match& match : text_.matches) {
      const NameKind kind =
          match.entry < words_.entries.size() ? words_.entries[match.entry] : NameKind::none;
      if (kind == NameKind::none) continue;
      const bool several = match.end > match.begin + 1;
      if (kind == NameKind::name) take_name(match, several);
      if (!several) continue;
      favour(match.begin, match.proclitics, kInsideName);
      for (uint32_t token = match.begin + 1; token < match.end; ++token) {
        const bool known = favour(token, 0, kInsideName);
        if (!known && kind == NameKind::name) add_name(token, 0, kInsideName);
      }
    }
  }

  void take_name(const Match& match, bool several) {
    morph::Readings& mine = with_.readings[match.begin];
    const int worth = several ? kLongNameMatch : kNameMatch;
    for (uint32_t i = mine.first; i < mine.first + mine.count; ++i) {
      Analysis& a = with_.candidates[i].analysis;
      if (a.pos != Pos::proper || a.proclitics != match.proclitics) continue;
      a.score = static_cast<int16_t>(std::max<int>(a.score, worth));
      with_.candidates[i].guessed = false;
      return move_up(mine.first, i);
    }
    add_name(match.begin, match.proclitics, worth);
  }

  void add_name(uint32_t token, uint16_t proclitics, int worth) {
    morph::Readings& mine = with_.readings[token];
    if (text_.tokens[token].kind != TokenKind::word) return;
    if (mine.count >= free_end(token) - mine.first) return;
    uint8_t begin = 0;
    if (proclitics & (kWa | kFa)) ++begin;
    if (proclitics & (kBi | kKa | kLi)) ++begin;
    const std::string_view normal = text_.normal(token);
    if (begin >= normal.size()) return;
    const uint32_t at = mine.first + mine.count;
    with_.candidates[at] = morph::name_reading(normal, begin, proclitics, worth);
    ++mine.count;
    move_up(mine.first, at);
  }

  // Where the places reserved for a token's readings end: at the next token's first.
  uint32_t free_end(uint32_t token) const {
    return token + 1 < with_.readings.size() ? with_.readings[token + 1].first
                                             : static_cast<uint32_t>(with_.candidates.size());
  }

  void move_up(uint32_t first, uint32_t at) {
    while (at > first &&
           with_.candidates[at - 1].analysis.score < with_.candidates[at].analysis.score) {
      std::swap(with_.candidates[at - 1], with_.candidates[at]);
      --at;
    }
  }

  // Nominal readings with these proclitics (the article aside) are worth more.
  bool favour(uint32_t token, uint16_t proclitics, int worth) {
    const morph::Readings mine = with_.readings[token];
    bool any = false;
    for (uint32_t i = mine.first; i < mine.first + mine.count; ++i) {
      Analysis& a = with_.candidates[i].analysis;
      if (!is_nominal(a.pos) || (a.proclitics & ~kAl) != (proclitics & ~kAl)) continue;
      any = true;
      a.score = static_cast<int16_t>(std::min(a.score + worth, 60));
      move_up(mine.first, i);
    }
    return any;
  }

  // The chosen analysis first, the others by score.
  void settle(uint32_t token) {
    const morph::Readings mine = with_.readings[token];
    if (text_.tokens[token].kind != TokenKind::word &&
        text_.tokens[token].kind != TokenKind::number) {
      return;
    }
    text_.of_token[token] = {mine.first, static_cast<uint16_t>(mine.count)};
    const uint32_t chosen = with_.chosen[token] == kNone ? mine.first : with_.chosen[token];
    uint32_t to = mine.first;
    if (mine.count > 0) {
      text_.analyses[to++] = with_.candidates[chosen].analysis;
      text_.chosen[token] = with_.candidates[chosen].analysis;
    }
    for (uint32_t i = mine.first; i < mine.first + mine.count; ++i) {
      if (i != chosen) text_.analyses[to++] = with_.candidates[i].analysis;
    }
  }

  Text& text_;
  const Morphology::Parts& words_;
  MorphCache::Parts& with_;
};

}  // namespace

MorphCache::MorphCache(const Morphology& morphology)
    : parts_(std::make_unique<Parts>(morphology.parts())) {}
MorphCache::MorphCache(MorphCache&&) noexcept = default;
MorphCache::~MorphCache() = default;

void analyze(Document& document, const Morphology& morphology, MorphCache& cache) {
  Analyzer(document, morphology.parts(), cache.parts()).run();
}

}  // namespace rasid
