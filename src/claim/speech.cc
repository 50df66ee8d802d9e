// SPDX-License-Identifier: Apache-2.0
#include "claim/speech.h"

#include <algorithm>

#include "claim/content.h"
#include "claim/speakers.h"

namespace rasid::claim {
namespace {

class Listener {
 public:
  Listener(const Document& document, const Words& words, std::vector<Act>& acts)
      : doc_(document), text_(document.text), words_(words), acts_(acts), scene_(document, words) {}

  void run() {
    acts_.clear();
    for (uint32_t i = 0; i < text_.sentences.size(); ++i) {
      const Sentence& sentence = text_.sentences[i];
      if (sentence.begin >= sentence.end) continue;
      scene_.sentence = i;
      scene_.end = sentence.end;
      scene_.begin = sentence.begin;
      first_act_ = static_cast<uint32_t>(acts_.size());
      uint32_t& clause = scene_.first_clause;
      while (clause < doc_.clauses.size() && doc_.clauses[clause].sentence < i) ++clause;
      listen(sentence);
    }
  }

 private:
  void listen(const Sentence& sentence) {
    quotation_goes_on(sentence);
    report_goes_on(sentence);
    if (sentence.headline) colon_of_headline(sentence);
    for (uint32_t at = scene_.begin; at < scene_.end; ++at) {
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
      if (speech == nullptr || match.end > scene_.end) continue;
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
    if (verb == scene_.begin || verb >= text_.first_match.size()) return false;
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
    const uint32_t limit = std::min(scene_.end, at + kSpeakerReach);
    uint32_t opener = at + 1;
    while (opener < limit && !words_.is_complementizer(text_, opener)) {
      if (is_finite(text_.analysis(opener)) || text_.tokens[opener].mark == Mark::comma) return;
      ++opener;
    }
    if (opener >= limit) return;
    Act act = start(at, *speech);
    const uint32_t owner = word.enclitic.person != 0 ? suffix_at(scene_, at) : kNone;
    add_speaker(scene_, owner != kNone ? owner : first_mention(scene_, at + 1, opener), act);
    act.rule = "named with the saying";
    act.begin = opener;
    act.end = scene_.end;
    push(act);
  }

  // ---- kinds of report

  Act start(uint32_t at, const Speech& speech) const {
    Act act;
    act.at = at;
    act.sentence = scene_.sentence;
    act.entry = speech.entry;
    return act;
  }

  void push(Act& act) {
    if (act.speakers == 0 || act.begin >= act.end) return;
    find_moment(act);
    acts_.push_back(act);
    if (last_.speakers == 0 || !is_medium(doc_, act.speaker[0])) last_ = act;
  }

  // When it was said: the date nearest to the reporting word, outside what is reported; for "he
  // added" that of what was said before.
  void find_moment(Act& act) const {
    auto at =
        std::lower_bound(doc_.moments.begin(), doc_.moments.end(), scene_.begin,
                         [](const Moment& moment, uint32_t token) { return moment.begin < token; });
    uint32_t best = kNone;
    for (; at != doc_.moments.end() && at->begin < scene_.end; ++at) {
      if (at->begin >= act.begin && at->begin < act.end) continue;
      if (!at->start.known() || at->is_duration || at->precision != Precision::day) continue;
      const uint32_t distance = at->begin > act.at ? at->begin - act.at : act.at - at->begin;
      if (distance >= best) continue;
      best = distance;
      act.moment = static_cast<uint32_t>(at - doc_.moments.begin());
    }
    if (act.moment != kNone || last_.speakers == 0 || last_.sentence == kNone) return;
    const bool same_block =
        text_.sentences[last_.sentence].block == text_.sentences[scene_.sentence].block;
    if (same_block && last_.speaker[0] < doc_.mentions.size() &&
        same_speaker(scene_, last_.speaker[0], act.speaker[0])) {
      act.moment = last_.moment;
    }
  }

  void verb(uint32_t at, uint32_t after, const Speech& speech) {
    Act act = start(at, speech);
    const bool participle = !is_finite(text_.analysis(at));
    Marker found = find_marker(scene_, after);
    if (speech.only_bi && found.kind == Marker::Kind::clause &&
        (text_.analysis(found.at).proclitics & kBi) == 0 &&
        !text_.normal(found.at).starts_with("b")) {
      return;
    }
    const uint32_t limit = found.kind == Marker::Kind::none ? scene_.end : found.at;
    if (participle) {
      speaker_of_participle(at, act);
    } else {
      find_speaker(scene_, at, limit, last_, act);
    }
    set_content(scene_, found, after, speech, act);
    if (act.begin >= act.end) set_quote_before(scene_, at, act);
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
    if (const Clause* clause = clause_of(scene_, at)) add_subjects(scene_, *clause, act);
    act.rule = "subject of the clause";
    if (resolved(scene_, act)) return;
    act.speakers = 0;
    find_main_subject(scene_, at, act);
    if (!resolved(scene_, act) && resolved(scene_, last_)) copy_speakers(last_, act);
  }

  void relay(uint32_t at, const Speech& speech) {
    uint32_t source = kNone;
    const uint32_t limit = std::min(scene_.end, at + kMarkerReach);
    for (uint32_t next = at + 1; next < limit; ++next) {
      if (text_.tokens[next].mark == Mark::open_quote) {
        const uint32_t close = close_of(text_, next);
        if (!is_utterance(text_, next + 1, close)) next = std::min(close, limit) - 1;
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
    const Marker found = find_marker(scene_, source + 1);
    if (found.kind == Marker::Kind::none) return;
    Act medium = act;
    find_speaker(scene_, at, source, last_, medium);
    if (medium.speakers > 0 && doc_.mentions[medium.speaker[0]].begin < source) {
      act.via = medium.speaker[0];
    }
    const uint32_t speaker = first_mention(scene_, source, found.at);
    add_speaker(scene_, speaker != kNone ? speaker : suffix_at(scene_, source), act);
    act.rule = "quoted by a medium";
    set_content(scene_, found, source + 1, speech, act);
    cut_at_sister(at, false);
    push(act);
  }

  // "the agency reported that": a relay without its source speaks itself.
  void verb_of_relay(uint32_t at, const Speech& speech) {
    const Marker found = find_marker(scene_, at + 1);
    if (found.kind == Marker::Kind::none) return;
    verb(at, at + 1, speech);
  }

  // "according to X": between a reporting verb and its content X is the medium; else it tells the
  // speaker of what stands before it, or, at the sentence's head, after it.
  bool according(const Match& match, const Speech& speech) {
    const uint32_t speaker =
        first_mention(scene_, match.begin, std::min(scene_.end, match.end + 4));
    Act act = start(match.begin, speech);
    if (speaker != kNone) {
      add_speaker(scene_, speaker, act);
      act.rule = "according to";
    } else if (resolved(scene_, last_) && names_statement(scene_, match.end)) {
      copy_speakers(last_, act);
      act.rule = "according to the statement told before";
    } else {
      return false;
    }
    if (interrupts(match.begin, speaker)) return true;
    const bool opens = match.begin <= scene_.begin + 1;
    const uint32_t after = speaker != kNone ? doc_.mentions[speaker].end : match.end + 1;
    act.begin = opens ? after : report_begin(match.begin);
    act.end = opens ? scene_.end : match.begin;
    push(act);
    return true;
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
    uint32_t begin = scene_.begin;
    for (size_t i = first_act_; i < acts_.size(); ++i) {
      const Act& act = acts_[i];
      if (act.at < at && act.end <= at) begin = std::max(begin, std::max(act.end, act.at + 1));
    }
    return begin;
  }

  // "as he put it": the speaker of this sentence, or its first subject.
  void own(const Match& match, const Speech& speech) {
    Act act = start(match.begin, speech);
    if (last_.speakers > 0 && last_.sentence == scene_.sentence) {
      copy_speakers(last_, act);
    } else {
      act.at = find_main_subject(scene_, match.begin, act);
      if (!resolved(scene_, act) && resolved(scene_, last_)) copy_speakers(last_, act);
    }
    act.rule = "as the speaker put it";
    act.begin = report_begin(match.begin);
    const uint32_t said = act.at < match.begin ? act.at : last_.at;
    if (said < match.begin && said >= scene_.begin) act.begin = std::max(act.begin, said + 1);
    act.end = match.begin;
    // "as he said, «...»"
    for (uint32_t next = match.end; next < std::min(scene_.end, match.end + 3); ++next) {
      if (text_.tokens[next].mark == Mark::open_quote)
        act.end = std::min(scene_.end, close_of(text_, next));
    }
    push(act);
  }

  // "it says in a statement of X that", "X is quoted as saying that"
  void passive(const Match& match, const Speech& speech) {
    Act act = start(match.begin, speech);
    const Marker found = find_marker(scene_, match.end);
    const uint32_t limit = found.kind == Marker::Kind::none ? scene_.end : found.at;
    const uint32_t speaker =
        first_mention(scene_, match.end - 1, std::min(limit, match.end + kSpeakerReach));
    if (speaker != kNone) {
      add_speaker(scene_, speaker, act);
    } else if (resolved(scene_, last_)) {
      copy_speakers(last_, act);
    }
    act.rule = "named by a statement";
    set_content(scene_, found, match.end, speech, act);
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
    if (!is_finite(text_.analysis(at)) || at == scene_.begin) return true;
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
    act.end = scene_.end;
    acts_.push_back(act);
  }

  bool ends_report(const Match& match) const {
    if (match.begin == scene_.begin) return true;
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
      act.sentence = scene_.sentence;
      act.rule = "colon of a headline";
      uint32_t from = sentence.begin;
      for (uint32_t i = sentence.begin; i < at; ++i) {
        if (text_.tokens[i].mark == Mark::ellipsis) from = i + 1;
      }
      const uint32_t speaker = first_mention(scene_, from, at);
      if (speaker == kNone || is_label(scene_, speaker, at + 1)) return;
      add_speaker(scene_, speaker, act);
      act.begin = at + 1;
      act.end = sentence.end;
      push(act);
      return;
    }
  }

  // X: «...»
  void colon_after_name(uint32_t at) {
    const uint32_t open = at + 1;
    if (open >= scene_.end || text_.tokens[open].mark != Mark::open_quote) return;
    for (size_t i = first_act_; i < acts_.size(); ++i) {
      if (acts_[i].begin <= open && open < acts_[i].end) return;
    }
    const uint32_t speaker = first_mention(scene_, scene_.begin, at);
    if (speaker == kNone || doc_.mentions[speaker].end + 2 < at) return;
    Act act;
    act.at = at;
    act.sentence = scene_.sentence;
    act.rule = "name and colon";
    add_speaker(scene_, speaker, act);
    act.begin = open + 1;
    act.end = close_of(text_, open);
    act.quoted = true;
    push(act);
  }

  // A sentence that is a quotation, or begins with one, and no verb of saying: the last speaker.
  void quotation_goes_on(const Sentence& sentence) {
    const uint32_t open = sentence.begin;
    if (text_.tokens[open].mark != Mark::open_quote || !resolved(scene_, last_)) return;
    const uint32_t close = close_of(text_, open);
    if (!is_utterance(text_, open + 1, close)) return;
    for (uint32_t at = close; at < sentence.end; ++at) {
      if (is_finite(text_.analysis(at))) return;
    }
    Act act;
    act.at = open;
    act.sentence = scene_.sentence;
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
    if (acts_.empty() || scene_.sentence == 0) return;
    const Act before = acts_.back();
    if (before.speakers == 0) return;
    const bool reached = before.sentence + 1 == scene_.sentence && before.end == sentence.begin;
    const Analysis& first = text_.analysis(sentence.begin);
    const bool joined = (first.proclitics & (kWa | kFa)) != 0 && (first.proclitics & kSa) != 0;
    if (!reached || !joined || text_.sentences[before.sentence].block != sentence.block) return;
    if (words_.speech_of(first.lemma) != nullptr) return;
    const Clause* clause = clause_of(scene_, sentence.begin);
    const bool own = clause != nullptr && clause->subject < doc_.mentions.size() &&
                     doc_.mentions[clause->subject].begin > sentence.begin &&
                     doc_.mentions[clause->subject].kind != MentionKind::elided;
    if (own) return;
    Act act;
    act.at = kNone;
    act.sentence = scene_.sentence;
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
  Scene scene_;
  uint32_t first_act_ = 0;
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
