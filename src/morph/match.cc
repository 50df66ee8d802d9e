// SPDX-License-Identifier: Apache-2.0
#include "morph/match.h"

#include <algorithm>

namespace rasid::morph {
namespace {

// Phrases run over at most this many tokens (the compiler's limit on their words).
constexpr uint32_t kLongestPhrase = 24;
// A guard against pathological texts: nodes visited from one token.
constexpr int kMostSteps = 512;

class Matcher {
 public:
  Matcher(Text& text, const Lexicon& lexicon, const MatchInput& input)
      : text_(text), lexicon_(lexicon), input_(input) {}

  void from(uint32_t token, uint32_t end, std::span<const Start> starts) {
    const size_t first = text_.matches.size();
    steps_ = 0;
    for (const Start& start : starts) {
      begin_ = token, end_ = std::min(end, token + kLongestPhrase);
      proclitics_ = start.proclitics;
      if (start.ends) take(start.node, token + 1);
      go_on(start.node, start.leads, token + 1);
    }
    sort_from(first);
  }

 private:
  void take(uint32_t node, uint32_t end) {
    for (const Term& term : lexicon_.terms_at(node)) {
      text_.matches.push_back(
          {begin_, end, term.entry, static_cast<uint16_t>(term.key), proclitics_});
    }
  }

  void walk(uint32_t node, uint32_t next) {
    take(node, next);
    if (node < input_.leads.size()) go_on(node, input_.leads[node], next);
  }

  void go_on(uint32_t node, const Leads& leads, uint32_t next) {
    if ((leads.words | leads.lemmas) == 0 || next >= end_ || ++steps_ > kMostSteps) return;
    if ((leads.words & Leads::word_bit(text_.normal(next))) != 0) {
      const uint32_t to = lexicon_.step_word(node, word_at(next));
      if (to != kNone) walk(to, next + 1);
    }
    if (leads.lemmas == 0) return;
    const Readings word = input_.readings[next];
    uint32_t seen[8];
    size_t known = 0;
    for (uint32_t i = word.first; i < word.first + word.count; ++i) {
      const Analysis& a = input_.candidates[i].analysis;
      if ((leads.lemmas & Leads::lemma_bit(a.lemma)) == 0 || a.lemma == kNone) continue;
      if ((a.proclitics & ~(kAl | kSa)) != 0) continue;
      const uint32_t to = lexicon_.step_lemma(node, a.lemma);
      if (to == kNone || std::find(seen, seen + known, to) != seen + known) continue;
      if (known < std::size(seen)) seen[known++] = to;
      walk(to, next + 1);
    }
  }

  // Its number among the words of phrases; many phrases ask for the words after their first.
  uint32_t word_at(uint32_t token) {
    if (known_token_ != token) {
      known_token_ = token;
      known_word_ = lexicon_.phrase_word(text_.normal(token));
    }
    return known_word_;
  }

  void sort_from(size_t first) {
    const auto begin = text_.matches.begin() + static_cast<ptrdiff_t>(first);
    if (text_.matches.end() - begin < 2) return;
    const auto key = [](const Match& m) {
      return std::tuple(~m.end, m.entry, m.key, m.proclitics);
    };
    std::sort(begin, text_.matches.end(),
              [&](const Match& a, const Match& b) { return key(a) < key(b); });
    text_.matches.erase(std::unique(begin, text_.matches.end(),
                                    [&](const Match& a, const Match& b) {
                                      return a.end == b.end && a.entry == b.entry && a.key == b.key;
                                    }),
                        text_.matches.end());
  }

  Text& text_;
  const Lexicon& lexicon_;
  const MatchInput& input_;
  uint32_t begin_ = 0, end_ = 0;
  uint16_t proclitics_ = 0;
  int steps_ = 0;
  uint32_t known_token_ = kNone, known_word_ = kNone;
};

}  // namespace

void match_phrases(Text& text, const Lexicon& lexicon, const MatchInput& input) {
  text.matches.clear();
  const auto tokens = static_cast<uint32_t>(text.tokens.size());
  text.first_match.assign(tokens + 1, 0);
  Matcher matcher(text, lexicon, input);
  uint32_t token = 0;
  for (const Sentence& sentence : text.sentences) {
    const uint32_t end = std::min(sentence.end, tokens);
    for (; token < std::min(sentence.begin, tokens); ++token) {
      text.first_match[token] = static_cast<uint32_t>(text.matches.size());
    }
    for (; token < end; ++token) {
      text.first_match[token] = static_cast<uint32_t>(text.matches.size());
      const TokenStarts& mine = input.at[token];
      if (mine.count == 0) continue;
      matcher.from(token, end, input.starts.subspan(mine.first, mine.count));
    }
  }
  for (; token <= tokens; ++token) {
    text.first_match[token] = static_cast<uint32_t>(text.matches.size());
  }
}

}  // namespace rasid::morph
