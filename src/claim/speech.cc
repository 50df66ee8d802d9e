// SPDX-License-Identifier: Apache-2.0
#include "claim/speech.h"

#include <algorithm>

namespace rasid::claim {
namespace {

constexpr uint32_t kMarkerReach = 45, kSpeakerReach = 10, kShortQuote = 4, kNameReach = 14;

bool is_finite(const Analysis& analysis) {
  return analysis.pos == Pos::verb && analysis.tense != Tense::none;
}

class Listener {
 public:
  Listener(const Document& document, const Words& words, std::vector<Act>& acts)
      : doc_(document), text_(document.text), words_(words), acts_(acts) {}

  void run() {
    acts_.clear();
    for (uint32_t i = 0; i < text_.sentences.size(); ++i) {
      const Sentence& sentence = text_.sentences[i];
      sentence_ = i;
      end_ = sentence.end;
      begin_ = sentence.begin;
      first_act_ = static_cast<uint32_t>(acts_.size());
      while (clause_ < doc_.clauses.size() && doc_.clauses[clause_].sentence < i) ++clause_;
      listen(sentence);
    }
  }

 private:
  void listen(const Sentence& sentence) {
    quotation_goes_on(sentence);
    report_goes_on(sentence);
    if (sentence.headline) colon_of_headline(sentence);
    for (uint32_t at = begin_; at < end_; ++at) {
      if (text_.tokens[at].kind != TokenKind::word) {
        if (text_.tokens[at].mark == Mark::colon) colon_after_name(at);
        continue;
      }
      if (const uint32_t next = phrase(at); next > at) {
        at = next - 1;
        continue;
      }
      word(at);
    }
  }

  // ---- the words that report

  uint32_t phrase(uint32_t at) {
    if (at + 1 >= text_.first_match.size()) return at;
    for (uint32_t i = text_.first_match[at]; i < text_.first_match[at + 1]; ++i) {
      const Match& match = text_.matches[i];
      const Speech* speech = words_.speech(match.entry);
      if (speech == nullptr || match.end > end_) continue;
      switch (speech->kind) {
        case SpeechKind::according:
          if (according(match, *speech)) return match.end;
          break;
        case SpeechKind::own:
          own(match, *speech);
          return match.end;
        case SpeechKind::passive:
          passive(match, *speech);
          return match.end;
        case SpeechKind::verb:
          verb(at, match.end, *speech);
          return match.end;
        case SpeechKind::end:
          if (!stands_alone(at)) break;
          if (ends_report(match)) outlet_again(at, *speech);
          if (match.end > at + 1) return match.end;
          break;
        default:
          break;
      }
    }
    return at;
  }

  void word(uint32_t at) {
    const Analysis& analysis = text_.analysis(at);
    if (!words_.may_say(analysis.lemma)) return;
    const bool participle = analysis.pos == Pos::active_participle;
    if (analysis.pos == Pos::masdar || analysis.pos == Pos::noun) return masdar(at);
    if (analysis.pos != Pos::verb && !participle) return;
    if (analysis.person == 1) return;  // said inside what another says
    if (participle && (analysis.proclitics & kAl) != 0) return;
    const Speech* speech =
        words_.speech_of(participle ? words_.verb_of(analysis.lemma) : analysis.lemma);
    if (speech == nullptr || is_denied(at)) return;
    if (speech->kind == SpeechKind::relay) return relay(at, *speech);
    if (speech->kind == SpeechKind::verb) verb(at, at + 1, *speech);
  }

  // "did not announce": nothing is reported.
  bool is_denied(uint32_t verb) const {
    if (verb == begin_) return false;
    for (uint32_t i = text_.first_match[verb - 1]; i < text_.first_match[verb]; ++i) {
      const Cue* cue = words_.cue(text_.matches[i].entry);
      if (cue != nullptr && cue->scope == Scope::verb && cue->status == Status::negated) {
        return true;
      }
    }
    return false;
  }

  // "the announcement of X that", "his saying that"; after a relay it only repeats who speaks.
  void masdar(uint32_t at) {
    const Analysis& word = text_.analysis(at);
    const Speech* speech = words_.speech_of(words_.verb_of(word.lemma));
    if (speech == nullptr || speech->kind != SpeechKind::verb) return;
    if (acts_.size() > first_act_ && acts_.back().begin > at) return;
    const uint32_t limit = std::min(end_, at + kSpeakerReach);
    uint32_t opener = at + 1;
    while (opener < limit && !words_.is_complementizer(text_, opener)) {
      if (is_finite(text_.analysis(opener)) || text_.tokens[opener].mark == Mark::comma) return;
      ++opener;
    }
    if (opener >= limit) return;
    Act act = start(at, *speech);
    const uint32_t owner = word.enclitic.person != 0 ? suffix_at(at) : kNone;
    add_speaker(owner != kNone ? owner : first_mention(at + 1, opener), act);
    act.rule = "named with the saying";
    act.begin = opener;
    act.end = end_;
    push(act);
  }

  // ---- what is reported

  struct Marker {
    enum class Kind : uint8_t { none, clause, colon, quote } kind = Kind::none;
    uint32_t at = 0;
  };

  // The opener of the reported words after a reporting word.
  Marker marker(uint32_t from) const {
    const uint32_t limit = std::min(end_, from + kMarkerReach);
    for (uint32_t at = from; at < limit; ++at) {
      const Mark mark = text_.tokens[at].mark;
      if (mark == Mark::full_stop || mark == Mark::semicolon) return {};
      if (mark == Mark::colon) return {Marker::Kind::colon, at};
      if (mark == Mark::open_quote) {
        const uint32_t close = close_of(at);
        if (is_utterance(at + 1, close)) return {Marker::Kind::quote, at};
        at = close - 1;  // a name in quotation marks
        continue;
      }
      if (words_.is_complementizer(text_, at)) return {Marker::Kind::clause, at};
      if (at > from && is_report(at)) return {};
    }
    return {};
  }

  bool is_utterance(uint32_t begin, uint32_t end) const {
    if (end >= begin + kShortQuote && end - begin > kShortQuote) return true;
    for (uint32_t at = begin; at < end && at < text_.tokens.size(); ++at) {
      if (is_finite(text_.analysis(at))) return true;
    }
    return false;
  }

  bool is_report(uint32_t at) const {
    const Analysis& word = text_.analysis(at);
    return is_finite(word) && words_.speech_of(word.lemma) != nullptr;
  }

  // The token after which the quotation opened at `open` is over: its closing mark, or where the
  // quotation's depth falls; a quotation runs over sentences, not over blocks.
  uint32_t close_of(uint32_t open) const {
    const uint32_t size = static_cast<uint32_t>(text_.tokens.size());
    if (open + 1 >= size) return size;
    const uint8_t depth = text_.tokens[open + 1].quote_depth;
    if (depth == 0) return open + 1;
    uint32_t at = open + 1;
    while (at < size && text_.tokens[at].quote_depth >= depth) ++at;
    return at;
  }

  // A quotation that the sentence leaves open runs to its closing mark.
  uint32_t end_of_depth(uint8_t depth) const {
    uint32_t at = end_;
    while (at < text_.tokens.size() && text_.tokens[at].quote_depth >= depth) ++at;
    return at;
  }

  // Where "that «...»" ends: at the closing mark where a comma follows, unless another "that" goes
  // on; else with the sentence.
  uint32_t end_of_quoted(uint32_t open) const {
    const uint32_t close = close_of(open);
    if (close >= end_) return close;
    for (uint32_t at = close; at < end_; ++at) {
      if ((text_.analysis(at).proclitics & kWa) != 0 && words_.is_complementizer(text_, at)) {
        return end_;
      }
    }
    return close + 1 < end_ && text_.tokens[close + 1].mark == Mark::comma ? close : end_;
  }

  void set_content(const Marker& found, uint32_t from, const Speech& speech, Act& act) const {
    switch (found.kind) {
      case Marker::Kind::clause: {
        act.begin = found.at;
        act.end = end_;
        // "that «...»": what is quoted may run on over the sentence's end
        const uint32_t next = found.at + 1;
        if (next < text_.tokens.size() && text_.tokens[next].mark == Mark::open_quote) {
          act.end = end_of_quoted(next);
        } else if (text_.tokens[end_ - 1].quote_depth > text_.tokens[act.at].quote_depth) {
          act.end = end_of_depth(text_.tokens[end_ - 1].quote_depth);
        }
        break;
      }
      case Marker::Kind::colon: {
        act.begin = found.at + 1;
        act.end = end_;
        if (act.begin < text_.tokens.size() && text_.tokens[act.begin].mark == Mark::open_quote) {
          act.end = close_of(act.begin);
          act.quoted = true;
        }
        break;
      }
      case Marker::Kind::quote:
        act.begin = found.at + 1;
        act.end = close_of(found.at);
        act.quoted = true;
        break;
      case Marker::Kind::none:
        if (!speech.takes_noun) break;
        act.begin = from;
        act.end = end_;
        act.nominal = true;
        break;
    }
  }

  // ---- who speaks

  // Mentions that begin in [from, to), in text order.
  uint32_t first_mention(uint32_t from, uint32_t to) const {
    uint32_t best = kNone;
    auto at = std::lower_bound(
        doc_.mentions.begin(), doc_.mentions.end(), from,
        [](const Mention& mention, uint32_t token) { return mention.head < token; });
    for (; at != doc_.mentions.end() && at->head < to + kNameReach; ++at) {
      if (at->begin < from || at->begin >= to || !speaks(*at)) continue;
      const uint32_t index = static_cast<uint32_t>(at - doc_.mentions.begin());
      if (best == kNone || at->begin < doc_.mentions[best].begin) best = index;
    }
    return best;
  }

  bool speaks(const Mention& mention) const {
    return mention.participants > 0 && !mention.place_only && !mention.pronoun_suffix &&
           mention.kind != MentionKind::elided;
  }

  uint32_t elided_at(uint32_t verb) const {
    auto at = std::lower_bound(
        doc_.mentions.begin(), doc_.mentions.end(), verb,
        [](const Mention& mention, uint32_t token) { return mention.head < token; });
    for (; at != doc_.mentions.end() && at->head == verb; ++at) {
      if (at->kind == MentionKind::elided && at->participants > 0) {
        return static_cast<uint32_t>(at - doc_.mentions.begin());
      }
    }
    return kNone;
  }

  static void add_speaker(uint32_t mention, Act& act) {
    if (mention == kNone || act.speakers >= kMostSpeakers) return;
    act.speaker[act.speakers++] = mention;
  }

  void add_coordinated(const Clause& clause, Act& act) const {
    for (uint32_t i = 0; i < clause.subjects; ++i) {
      const size_t place = size_t{clause.first_subject} + i;
      if (place < doc_.clause_subjects.size()) add_speaker(doc_.clause_subjects[place], act);
    }
    if (act.speakers == 0 && clause.subject < doc_.mentions.size()) {
      add_speaker(clause.subject, act);
    }
  }

  const Clause* clause_of(uint32_t predicate) const {
    for (uint32_t i = clause_; i < doc_.clauses.size(); ++i) {
      const Clause& clause = doc_.clauses[i];
      if (clause.sentence != sentence_) break;
      if (clause.predicate == predicate) return &clause;
    }
    return nullptr;
  }

  bool resolved(const Act& act) const {
    for (uint32_t i = 0; i < act.speakers; ++i) {
      if (doc_.mentions[act.speaker[i]].participants > 0) return true;
    }
    return false;
  }

  // The subject of a reporting verb: as the clause has it, the next name before the content, the
  // name before the verb, whoever spoke last.
  void find_speaker(uint32_t at, uint32_t limit, Act& act) {
    if (const Clause* clause = clause_of(at)) {
      add_coordinated(*clause, act);
      act.rule = "subject of the clause";
      if (resolved(act)) return;
      act.speakers = 0;
    }
    const uint32_t to = std::min(limit, at + 1 + kSpeakerReach);
    const uint32_t after = first_mention(at + 1, to);
    const Speech* statement = after != kNone ? statement_before(after) : nullptr;
    if (statement != nullptr) act.entry = statement->entry;
    if (after != kNone && (statement != nullptr || !has_preposition(after))) {
      add_speaker(after, act);
      act.rule = "name after the verb";
      return;
    }
    if (const uint32_t before = mention_before(at); before != kNone) {
      add_speaker(before, act);
      act.rule = "name before the verb";
      return;
    }
    if (const uint32_t elided = elided_at(at); elided != kNone) {
      add_speaker(elided, act);
      act.rule = "elided subject";
      return;
    }
    if (resolved(last_)) {
      copy_speakers(last_, act);
      act.rule = "the last speaker";
    }
  }

  // "a statement of X": the noun whose owner speaks.
  const Speech* statement_before(uint32_t mention) const {
    const uint32_t begin = doc_.mentions[mention].begin;
    for (uint32_t back = 1; back <= 2 && begin >= begin_ + back; ++back) {
      const Speech* noun = words_.speech_of(text_.analysis(begin - back).lemma);
      if (noun != nullptr && noun->kind == SpeechKind::noun) return noun;
    }
    return nullptr;
  }

  bool has_preposition(uint32_t mention) const {
    const Mention& one = doc_.mentions[mention];
    if ((one.proclitics & (kBi | kLi | kKa)) != 0) return true;
    return one.begin > begin_ && text_.analysis(one.begin - 1).pos == Pos::preposition;
  }

  // The first name of the same stretch before the verb, with no verb between.
  uint32_t mention_before(uint32_t verb) const {
    uint32_t from = verb;
    while (from > begin_) {
      const Mark mark = text_.tokens[from - 1].mark;
      if (is_finite(text_.analysis(from - 1)) || mark == Mark::semicolon || mark == Mark::colon ||
          words_.is_complementizer(text_, from - 1)) {
        break;
      }
      --from;
    }
    const uint32_t found = first_mention(from, verb);
    return found != kNone && !has_preposition(found) ? found : kNone;
  }

  static void copy_speakers(const Act& from, Act& to) {
    to.speaker = from.speaker;
    to.speakers = from.speakers;
  }

  // ---- kinds of report

  Act start(uint32_t at, const Speech& speech) const {
    Act act;
    act.at = at;
    act.sentence = sentence_;
    act.entry = speech.entry;
    return act;
  }

  void push(Act& act) {
    if (act.speakers == 0 || act.begin >= act.end) return;
    find_moment(act);
    acts_.push_back(act);
    if (!is_medium(doc_, act.speaker[0])) {
      last_ = act;
    } else if (last_.speakers == 0) {
      last_ = act;
    }
  }

  // When it was said: the date nearest to the reporting word, outside what is reported; for "he
  // added" that of what was said before.
  void find_moment(Act& act) const {
    auto at =
        std::lower_bound(doc_.moments.begin(), doc_.moments.end(), begin_,
                         [](const Moment& moment, uint32_t token) { return moment.begin < token; });
    uint32_t best = kNone;
    for (; at != doc_.moments.end() && at->begin < end_; ++at) {
      if (at->begin >= act.begin && at->begin < act.end) continue;
      if (!at->start.known() || at->is_duration || at->precision != Precision::day) continue;
      const uint32_t distance = at->begin > act.at ? at->begin - act.at : act.at - at->begin;
      if (distance >= best) continue;
      best = distance;
      act.moment = static_cast<uint32_t>(at - doc_.moments.begin());
    }
    if (act.moment != kNone || last_.speakers == 0 || last_.sentence == kNone) return;
    const bool same_block =
        text_.sentences[last_.sentence].block == text_.sentences[sentence_].block;
    if (same_block && last_.speaker[0] < doc_.mentions.size() &&
        same_speaker(last_.speaker[0], act.speaker[0])) {
      act.moment = last_.moment;
    }
  }

  bool same_speaker(uint32_t a, uint32_t b) const {
    if (a == b) return true;
    const Mention& one = doc_.mentions[a];
    const Mention& other = doc_.mentions[b];
    return one.participants > 0 && other.participants > 0 &&
           doc_.stands_for[one.first_participant] == doc_.stands_for[other.first_participant];
  }

  void verb(uint32_t at, uint32_t after, const Speech& speech) {
    Act act = start(at, speech);
    const bool participle = !is_finite(text_.analysis(at));
    Marker found = marker(after);
    if (speech.only_bi && found.kind == Marker::Kind::clause &&
        (text_.analysis(found.at).proclitics & kBi) == 0 &&
        !text_.normal(found.at).starts_with("b")) {
      return;
    }
    const uint32_t limit = found.kind == Marker::Kind::none ? end_ : found.at;
    if (participle) {
      speaker_of_participle(at, act);
    } else {
      find_speaker(at, limit, act);
    }
    set_content(found, after, speech, act);
    if (act.begin >= act.end) quote_before(at, act);
    if (act.begin >= act.end) return take_turn(act);
    cut_at_sister(at, participle);
    push(act);
  }

  // A reporting word without content still says who speaks next ("spoke to the press").
  void take_turn(Act& act) {
    if (act.speakers == 0) return;
    find_moment(act);
    last_ = act;
  }

  // "adding that": the speaker of the act before it, else the subject of its clause.
  void speaker_of_participle(uint32_t at, Act& act) {
    for (size_t i = acts_.size(); i > first_act_; --i) {
      const Act& before = acts_[i - 1];
      if (before.at >= at || before.speakers == 0) continue;
      copy_speakers(before, act);
      act.rule = "the same speaker goes on";
      return;
    }
    if (const Clause* clause = clause_of(at)) add_coordinated(*clause, act);
    act.rule = "subject of the clause";
    if (resolved(act)) return;
    act.speakers = 0;
    find_main_subject(at, act);
    if (!resolved(act) && resolved(last_)) copy_speakers(last_, act);
  }

  // The subject of the sentence's first verb; answers the verb, or `at`.
  uint32_t find_main_subject(uint32_t at, Act& act) const {
    for (uint32_t i = clause_; i < doc_.clauses.size(); ++i) {
      const Clause& clause = doc_.clauses[i];
      if (clause.sentence != sentence_ || clause.begin > at) break;
      if (clause.predicate == kNone || clause.predicate > at || clause.subject == kNone) continue;
      add_coordinated(clause, act);
      return clause.predicate;
    }
    add_speaker(first_mention(begin_, at), act);
    return at;
  }

  // «...», said X.
  void quote_before(uint32_t at, Act& act) const {
    uint32_t close = at;
    for (uint32_t back = 0; back < 3 && close > begin_; ++back) {
      --close;
      const Mark mark = text_.tokens[close].mark;
      if (mark == Mark::close_quote) break;
      if (mark != Mark::comma) return;
    }
    if (close <= begin_ || text_.tokens[close].mark != Mark::close_quote) return;
    uint32_t open = close - 1;
    while (open > begin_ && text_.tokens[open].quote_depth > text_.tokens[close].quote_depth) {
      --open;
    }
    if (text_.tokens[open].mark != Mark::open_quote || !is_utterance(open + 1, close)) return;
    act.begin = open + 1;
    act.end = close;
    act.quoted = true;
  }

  void relay(uint32_t at, const Speech& speech) {
    uint32_t source = kNone;
    const uint32_t limit = std::min(end_, at + kMarkerReach);
    for (uint32_t next = at + 1; next < limit; ++next) {
      if (text_.tokens[next].mark == Mark::open_quote) {
        const uint32_t close = close_of(next);
        if (!is_utterance(next + 1, close)) next = std::min(close, limit) - 1;
        continue;
      }
      if (words_.is_complementizer(text_, next) || text_.tokens[next].mark == Mark::colon) break;
      if (words_.is_preposition_of_source(text_, next, speech)) {
        source = next;
        break;
      }
    }
    if (source == kNone) return verb_of_relay(at, speech);
    Act act = start(at, speech);
    const Marker found = marker(source + 1);
    if (found.kind == Marker::Kind::none) return;
    Act medium = act;
    find_speaker(at, source, medium);
    if (medium.speakers > 0 && doc_.mentions[medium.speaker[0]].begin < source) {
      act.via = medium.speaker[0];
    }
    const uint32_t speaker = first_mention(source, found.at);
    add_speaker(speaker != kNone ? speaker : suffix_at(source), act);
    act.rule = "quoted by a medium";
    set_content(found, source + 1, speech, act);
    cut_at_sister(at, false);
    push(act);
  }

  uint32_t suffix_at(uint32_t token) const {
    auto at = std::lower_bound(
        doc_.mentions.begin(), doc_.mentions.end(), token,
        [](const Mention& mention, uint32_t place) { return mention.head < place; });
    for (; at != doc_.mentions.end() && at->head == token; ++at) {
      if (at->pronoun_suffix && at->participants > 0) {
        return static_cast<uint32_t>(at - doc_.mentions.begin());
      }
    }
    return kNone;
  }

  // "the agency reported that": a relay without its source speaks itself.
  void verb_of_relay(uint32_t at, const Speech& speech) {
    const Marker found = marker(at + 1);
    if (found.kind == Marker::Kind::none) return;
    verb(at, at + 1, speech);
  }

  // "according to X": between a reporting verb and its content X is the medium; else it tells the
  // speaker of what stands before it, or, at the sentence's head, after it.
  bool according(const Match& match, const Speech& speech) {
    const uint32_t speaker = first_mention(match.begin, std::min(end_, match.end + 4));
    Act act = start(match.begin, speech);
    if (speaker != kNone) {
      add_speaker(speaker, act);
      act.rule = "according to";
    } else if (resolved(last_) && names_statement(match.end)) {
      copy_speakers(last_, act);
      act.rule = "according to the statement told before";
    } else {
      return false;
    }
    if (interrupts(match.begin, speaker)) return true;
    const bool opens = match.begin <= begin_ + 1;
    const uint32_t after = speaker != kNone ? doc_.mentions[speaker].end : match.end + 1;
    act.begin = opens ? after : report_begin(match.begin);
    act.end = opens ? end_ : match.begin;
    push(act);
    return true;
  }

  bool names_statement(uint32_t at) const {
    if (at >= end_) return false;
    const Speech* noun = words_.speech_of(text_.analysis(at).lemma);
    return noun != nullptr && noun->kind == SpeechKind::noun;
  }

  // "The ministry said, according to the agency, that ...": the act is made when its verb is read,
  // so the medium is put there.
  bool interrupts(uint32_t at, uint32_t speaker) {
    if (acts_.size() <= first_act_) return false;
    Act& before = acts_.back();
    if (before.speakers == 0 || before.at >= at || before.begin <= at ||
        before.begin > at + kMarkerReach)
      return false;
    if (before.via == kNone) before.via = speaker;
    return true;
  }

  // What "according to" closes begins after the last report of the sentence, or with the sentence.
  uint32_t report_begin(uint32_t at) const {
    uint32_t begin = begin_;
    for (size_t i = first_act_; i < acts_.size(); ++i) {
      const Act& act = acts_[i];
      if (act.at < at && act.end <= at) begin = std::max(begin, std::max(act.end, act.at + 1));
    }
    return begin;
  }

  // "as he put it": the speaker of this sentence, or its first subject.
  void own(const Match& match, const Speech& speech) {
    Act act = start(match.begin, speech);
    if (last_.speakers > 0 && last_.sentence == sentence_) {
      copy_speakers(last_, act);
    } else {
      act.at = find_main_subject(match.begin, act);
      if (!resolved(act) && resolved(last_)) copy_speakers(last_, act);
    }
    act.rule = "as the speaker put it";
    act.begin = report_begin(match.begin);
    const uint32_t said = act.at < match.begin ? act.at : last_.at;
    if (said < match.begin && said >= begin_) act.begin = std::max(act.begin, said + 1);
    act.end = match.begin;
    // "as he said, «...»"
    for (uint32_t next = match.end; next < std::min(end_, match.end + 3); ++next) {
      if (text_.tokens[next].mark == Mark::open_quote) act.end = std::min(end_, close_of(next));
    }
    push(act);
  }

  // "it says in a statement of X that", "X is quoted as saying that"
  void passive(const Match& match, const Speech& speech) {
    Act act = start(match.begin, speech);
    const Marker found = marker(match.end);
    const uint32_t limit = found.kind == Marker::Kind::none ? end_ : found.at;
    const uint32_t speaker =
        first_mention(match.end - 1, std::min(limit, match.end + kSpeakerReach));
    if (speaker != kNone) {
      add_speaker(speaker, act);
    } else if (resolved(last_)) {
      copy_speakers(last_, act);
    }
    act.rule = "named by a statement";
    set_content(found, match.end, speech, act);
    if (found.kind == Marker::Kind::none && act.begin >= act.end) {
      act.begin = report_begin(match.begin);
      act.end = match.begin;
    }
    cut_at_sister(match.begin, false);
    push(act);
  }

  // ---- where reports end

  // A new report beside an open one ends it, unless it stands inside its quotation or is told in it
  // ("X said that Y had announced").
  void cut_at_sister(uint32_t at, bool participle) {
    const bool joined = (text_.analysis(at).proclitics & (kWa | kFa)) != 0;
    if (joined || participle) cut(at);
  }

  void cut(uint32_t at) {
    for (size_t i = first_act_; i < acts_.size(); ++i) {
      Act& act = acts_[i];
      if (act.at >= at || act.begin >= at || act.end <= at) continue;
      if (text_.tokens[at].quote_depth > text_.tokens[act.at].quote_depth) continue;
      act.end = at;
    }
  }

  // "it is thought that" has no subject before it; "he thinks that" may be written alike.
  bool stands_alone(uint32_t at) const {
    if (!is_finite(text_.analysis(at)) || at == begin_) return true;
    const Analysis& before = text_.analysis(at - 1);
    if (text_.tokens[at - 1].kind != TokenKind::word) return true;
    return before.enclitic.person == 0 &&
           (before.pos == Pos::conjunction || before.pos == Pos::particle ||
            before.pos == Pos::adverb);
  }

  // An act without a speaker: what follows rests on nobody's word.
  void outlet_again(uint32_t at, const Speech& speech) {
    if (text_.tokens[at].quote_depth > 0) return;
    cut(at);
    Act act = start(at, speech);
    act.rule = "the outlet speaks again";
    act.begin = at;
    act.end = end_;
    acts_.push_back(act);
  }

  bool ends_report(const Match& match) const {
    if (match.begin == begin_) return true;
    const Mark before = text_.tokens[match.begin - 1].mark;
    return before == Mark::comma || before == Mark::close_quote || match.end > match.begin + 1;
  }

  // ---- colons and quotations without a verb

  // "X: ..." in a headline.
  void colon_of_headline(const Sentence& sentence) {
    for (uint32_t at = sentence.begin + 1; at + 1 < sentence.end; ++at) {
      if (text_.tokens[at].mark != Mark::colon) continue;
      if (text_.tokens[at - 1].kind == TokenKind::number) continue;
      Act act;
      act.at = at;
      act.sentence = sentence_;
      act.rule = "colon of a headline";
      uint32_t from = sentence.begin;
      for (uint32_t i = sentence.begin; i < at; ++i) {
        if (text_.tokens[i].mark == Mark::ellipsis) from = i + 1;
      }
      const uint32_t speaker = first_mention(from, at);
      if (speaker == kNone || is_label(speaker, at + 1)) return;
      add_speaker(speaker, act);
      act.begin = at + 1;
      act.end = sentence.end;
      push(act);
      return;
    }
  }

  // "Turkey: the president calls for ..." only says where: a bare state before a sentence with a
  // subject of its own.
  bool is_label(uint32_t mention, uint32_t after) const {
    const Mention& one = doc_.mentions[mention];
    if (one.place == kNone || one.end > one.begin + 2 || one.kind != MentionKind::name)
      return false;
    const uint32_t limit = std::min(end_, after + kSpeakerReach);
    const uint32_t subject = first_mention(after, std::min(end_, after + 2));
    if (subject == kNone) return false;
    for (uint32_t at = doc_.mentions[subject].end; at < limit; ++at) {
      if (is_finite(text_.analysis(at))) return true;
    }
    return false;
  }

  // X: «...»
  void colon_after_name(uint32_t at) {
    const uint32_t open = at + 1;
    if (open >= end_ || text_.tokens[open].mark != Mark::open_quote) return;
    for (size_t i = first_act_; i < acts_.size(); ++i) {
      if (acts_[i].begin <= open && open < acts_[i].end) return;
    }
    const uint32_t speaker = first_mention(begin_, at);
    if (speaker == kNone || doc_.mentions[speaker].end + 2 < at) return;
    Act act;
    act.at = at;
    act.sentence = sentence_;
    act.rule = "name and colon";
    add_speaker(speaker, act);
    act.begin = open + 1;
    act.end = close_of(open);
    act.quoted = true;
    push(act);
  }

  // A sentence that is a quotation, or begins with one, and no verb of saying: the last speaker.
  void quotation_goes_on(const Sentence& sentence) {
    const uint32_t open = sentence.begin;
    if (text_.tokens[open].mark != Mark::open_quote || !resolved(last_)) return;
    const uint32_t close = close_of(open);
    if (!is_utterance(open + 1, close)) return;
    for (uint32_t at = close; at < sentence.end; ++at) {
      if (is_finite(text_.analysis(at))) return;
    }
    Act act;
    act.at = open;
    act.sentence = sentence_;
    act.rule = "quotation goes on";
    act.quoted = true;
    copy_speakers(last_, act);
    act.begin = open + 1;
    act.end = close;
    push(act);
  }

  // "... He will then travel to": a sentence that begins with a future verb and no subject of its
  // own goes on with what was reported to the end of the one before.
  void report_goes_on(const Sentence& sentence) {
    if (acts_.empty() || sentence_ == 0) return;
    const Act before = acts_.back();
    if (before.speakers == 0) return;
    const bool reached = before.sentence + 1 == sentence_ && before.end == sentence.begin;
    const Analysis& first = text_.analysis(sentence.begin);
    const bool joined = (first.proclitics & (kWa | kFa)) != 0 && (first.proclitics & kSa) != 0;
    if (!reached || !joined || text_.sentences[before.sentence].block != sentence.block) return;
    if (words_.speech_of(first.lemma) != nullptr) return;
    const Clause* clause = clause_of(sentence.begin);
    const bool own = clause != nullptr && clause->subject < doc_.mentions.size() &&
                     doc_.mentions[clause->subject].begin > sentence.begin &&
                     doc_.mentions[clause->subject].kind != MentionKind::elided;
    if (own) return;
    Act act;
    act.at = kNone;
    act.sentence = sentence_;
    act.entry = before.entry;
    act.rule = "the report goes on";
    copy_speakers(before, act);
    act.begin = sentence.begin;
    act.end = sentence.end;
    push(act);
  }

  const Document& doc_;
  const Text& text_;
  const Words& words_;
  std::vector<Act>& acts_;
  Act last_;
  uint32_t sentence_ = 0, begin_ = 0, end_ = 0, clause_ = 0, first_act_ = 0;
};

}  // namespace

void find_speech(const Document& document, const Words& words, std::vector<Act>& out) {
  Listener(document, words, out).run();
}

bool is_medium(const Document& document, uint32_t mention) {
  if (mention >= document.mentions.size()) return false;
  const Mention& one = document.mentions[mention];
  for (uint32_t i = 0; i < one.participants; ++i) {
    const size_t place = size_t{one.first_participant} + i;
    if (place >= document.stands_for.size()) return false;
    const uint32_t participant = document.stands_for[place];
    if (participant >= document.participants.size()) return false;
    if (document.participants[participant].sector.view() != "JRN") return false;
  }
  return one.participants > 0;
}

}  // namespace rasid::claim
