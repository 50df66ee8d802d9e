// SPDX-License-Identifier: Apache-2.0
#include "claim/claims.h"

#include <algorithm>

namespace rasid {
namespace {

constexpr int kHistoricalDays = 31;
constexpr uint32_t kActReach = 24;  // sentences that one quotation runs over

// The last day that a date may mean.
int64_t last_day(const PartialDate& date) {
  const int month = date.month != 0 ? date.month : 12;
  const int day = date.day != 0 ? date.day : days_in_month(date.year, month);
  return Date{date.year, month, day}.days();
}

bool is_historical(const Document& document, const Event& event) {
  if (!document.article.published || event.moment >= document.moments.size()) return false;
  const Moment& moment = document.moments[event.moment];
  const PartialDate& told = moment.finish.known() ? moment.finish : moment.start;
  if (!told.known()) return false;
  return last_day(told) + kHistoricalDays < document.article.published->days();
}

// A deed done in words is done when it is said: it takes the date of the saying.
bool is_done_in_words(const Event& event) {
  const std::string_view category = event.category;
  return category == "STATEMENT" || category == "REJECT" || category == "REQUEST" ||
         category == "THREATEN" || (category == "ACCUSE" && event.mode != "investigate") ||
         (category == "SUPPORT" && event.mode == "praise");
}

class Attribution {
 public:
  Attribution(Document& document, const claim::Words& words, const std::vector<claim::Act>& acts)
      : doc_(document), words_(words), acts_(acts) {}

  void attribute(Event& event, Claim& claim) {
    claim.first_speaker = static_cast<uint32_t>(doc_.speakers.size());
    const claim::Act* inner = innermost(event, kNone);
    if (inner != nullptr) {
      claim.speech_entry = inner->entry;
      claim.speaker_rule = inner->rule;
      const bool past = doc_.text.analysis(event.head).tense == Tense::perfect;
      if (event.moment == kNone && is_done_in_words(event) && !past) event.moment = inner->moment;
      take(*inner, claim);
      if (inner->via != kNone) set_via(inner->via, claim);
      outer_speakers(event, *inner, claim);
    }
    if (claim.speakers == 0 && claim.negation == Negation::denied) by_denier(event, claim);
    by_accuser(event, claim);
  }

 private:
  // Acts are in the order of their sentences; one reaches over a few sentences at most.
  const claim::Act* innermost(const Event& event, uint32_t before) const {
    const claim::Act* best = nullptr;
    const uint32_t first = event.sentence > kActReach ? event.sentence - kActReach : 0;
    auto at = std::lower_bound(
        acts_.begin(), acts_.end(), first,
        [](const claim::Act& act, uint32_t sentence) { return act.sentence < sentence; });
    for (; at != acts_.end() && at->sentence <= event.sentence; ++at) {
      const claim::Act& act = *at;
      if (act.begin > event.head || event.head >= act.end) continue;
      if (act.at >= event.trigger_begin && act.at < event.trigger_end) continue;
      if (act.at == event.head || act.at == event.verb) continue;
      if (act.nominal && !names(act, event)) continue;
      if (before != kNone && act.begin >= before) continue;
      if (best == nullptr || act.begin >= best->begin) best = &act;
    }
    return best;
  }

  // "announced, during his meeting, the visit": the meeting is told by the outlet.
  bool names(const claim::Act& act, const Event& event) const {
    const Text& text = doc_.text;
    const Analysis& head = text.analysis(event.head);
    if (head.pos == Pos::verb && head.tense != Tense::none) return false;
    for (uint32_t at = act.begin; at < event.head; ++at) {
      const Analysis& word = text.analysis(at);
      const bool other =
          word.pos == Pos::verb && at != event.verb && words_.cue_of(word.lemma) == nullptr;
      if (other || word.pos == Pos::relative) return false;
    }
    if (event.head == 0) return true;
    return !words_.is_preposition_of_occasion(text, event.head - 1);
  }

  // What is denied rests on the word of the one who denies.
  void by_denier(const Event& event, Claim& claim) {
    for (const claim::Act& act : acts_) {
      if (act.at >= doc_.text.tokens.size() || act.speakers == 0) continue;
      if (act.sentence + kActReach < event.sentence || act.sentence > event.sentence) continue;
      if (claim.cue.contains(doc_.text.tokens[act.at].span)) {
        take(act, claim);
        claim.speech_entry = act.entry;
        claim.speaker_rule = "the denier";
        return;
      }
    }
  }

  void take(const claim::Act& act, Claim& claim) {
    for (uint32_t i = 0; i < act.speakers; ++i) {
      const uint32_t mention = act.speaker[i];
      bool known = is_own_reporter(mention);
      for (size_t j = claim.first_speaker; j < doc_.speakers.size(); ++j) {
        known = known || same(doc_.speakers[j], mention);
      }
      if (known) continue;
      doc_.speakers.push_back(mention);
      ++claim.speakers;
    }
  }

  // "our correspondent", "the correspondent of [this outlet]": the outlet itself tells it.
  bool is_own_reporter(uint32_t mention) const {
    if (!claim::is_medium(doc_, mention)) return false;
    const Mention& one = doc_.mentions[mention];
    if (doc_.text.analysis(one.head).enclitic.person == 1) return true;
    const uint32_t end = std::min<uint32_t>(one.end + 1, doc_.text.tokens.size());
    for (uint32_t at = one.begin; at < end; ++at) {
      if (words_.is_outlet(doc_.text.normal(at), doc_.article.outlet)) return true;
    }
    return false;
  }

  bool same(uint32_t a, uint32_t b) const {
    if (a == b) return true;
    const Mention& one = doc_.mentions[a];
    const Mention& other = doc_.mentions[b];
    if (one.participants == 0 || one.participants != other.participants) return false;
    for (uint32_t i = 0; i < one.participants; ++i) {
      if (doc_.stands_for[one.first_participant + i] !=
          doc_.stands_for[other.first_participant + i]) {
        return false;
      }
    }
    return true;
  }

  void set_via(uint32_t mention, Claim& claim) const {
    claim.via_mention = mention;
    claim.via = doc_.mentions[mention].span;
  }

  // The chain: who reports the one who speaks. A medium only passes on.
  void outer_speakers(const Event& event, const claim::Act& inner, Claim& claim) {
    const claim::Act* act = &inner;
    for (int depth = 0; depth < 4; ++depth) {
      act = innermost(event, act->begin);
      if (act == nullptr) return;
      if (act->speakers == 0) continue;
      if (!claim::is_medium(doc_, act->speaker[0])) {
        take(*act, claim);
      } else if (claim.via_mention == kNone) {
        set_via(act->speaker[0], claim);
      }
    }
  }

  // What an accusation alleges rests on the accuser's word.
  void by_accuser(const Event& event, Claim& claim) {
    if (claim.speakers > 0 || event.governor >= doc_.events.size()) return;
    const Event& over = doc_.events[event.governor];
    if (over.category != "ACCUSE" || over.mode == "disapprove" || over.mode == "investigate") {
      return;
    }
    for (uint32_t i = 0; i < over.roles; ++i) {
      const size_t place = size_t{over.first_role} + i;
      if (place >= doc_.roles.size()) break;
      const Role& role = doc_.roles[place];
      if (role.kind != RoleKind::actor || role.mention >= doc_.mentions.size()) continue;
      doc_.speakers.push_back(role.mention);
      ++claim.speakers;
    }
    claim.speaker_rule = "the accuser";
  }

  Document& doc_;
  const claim::Words& words_;
  const std::vector<claim::Act>& acts_;
};

}  // namespace

void find_claims(Document& document, const ClaimIndex& index, ClaimScratch& scratch) {
  document.claims.clear();
  document.speakers.clear();
  if (document.events.empty()) return;
  if (document.text.first_match.size() <= document.text.tokens.size()) {  // morph/ did not run
    document.claims.resize(document.events.size());
    return;
  }
  claim::find_statuses(document, index.words(), scratch.verdicts);
  claim::find_speech(document, index.words(), scratch.acts);
  Attribution attribution(document, index.words(), scratch.acts);
  for (size_t i = 0; i < document.events.size(); ++i) {
    const claim::Verdict& verdict = scratch.verdicts[i];
    Claim claim;
    claim.status = verdict.status;
    claim.negation = verdict.negation;
    claim.postponed = verdict.postponed;
    claim.cue = verdict.cue;
    claim.cue_entry = verdict.cue_entry;
    claim.status_rule = verdict.rule;
    claim.historical = is_historical(document, document.events[i]);
    attribution.attribute(document.events[i], claim);
    document.claims.push_back(claim);
  }
}

void find_claims(Document& document, const ClaimIndex& index) {
  ClaimScratch scratch;
  find_claims(document, index, scratch);
}

std::string dump_claims(const Document& document) {
  std::string out;
  const auto words = [&](Span span) { return std::string(slice(document.article.text, span)); };
  for (size_t i = 0; i < document.claims.size() && i < document.events.size(); ++i) {
    const Event& event = document.events[i];
    const Claim& claim = document.claims[i];
    out += "[" + words(event.trigger) + "] " + std::string(event.category);
    if (!event.mode.empty()) out += "." + std::string(event.mode);
    out += " " + std::string(name_of(claim.status));
    if (claim.negation != Negation::none) out += " " + std::string(name_of(claim.negation));
    if (claim.postponed) out += " postponed";
    if (claim.historical) out += " historical";
    if (!claim.cue.empty()) out += " \"" + words(claim.cue) + "\"";
    for (uint32_t j = 0; j < claim.speakers; ++j) {
      const uint32_t mention = document.speakers[claim.first_speaker + j];
      out += (j == 0 ? " said_by [" : "; ") + words(document.mentions[mention].span);
    }
    if (claim.speakers > 0) out += "]";
    if (!claim.via.empty()) out += " via [" + words(claim.via) + "]";
    out += " (" + std::string(claim.status_rule);
    if (claim.speakers > 0) out += "; " + std::string(claim.speaker_rule);
    out += ")\n";
  }
  return out;
}

}  // namespace rasid
