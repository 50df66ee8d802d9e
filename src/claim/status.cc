// SPDX-License-Identifier: Apache-2.0
#include "claim/status.h"

#include <algorithm>

#include "claim/govern.h"

namespace rasid::claim {
namespace {

// Deeds done in words: the present tense tells them as done ("rejects", "accuses").
bool is_verbal_deed(const Event& event) {
  const std::string_view category = event.category;
  return category == "STATEMENT" || category == "REJECT" || category == "THREATEN" ||
         (category == "ACCUSE" && event.mode != "investigate") ||
         (category == "SUPPORT" && event.mode == "praise");
}

bool is_invitation(const Event& event) {
  return event.category == "AGREE" && event.mode == "invite";
}

int64_t first_day(const PartialDate& date) {
  return Date{date.year, date.month != 0 ? date.month : 1, date.day != 0 ? date.day : 1}.days();
}

int64_t last_day(const PartialDate& date) {
  const int month = date.month != 0 ? date.month : 12;
  return Date{date.year, month, date.day != 0 ? date.day : days_in_month(date.year, month)}.days();
}

constexpr int64_t kOldDays = 31;
constexpr uint32_t kAlikeReach = 60;  // events

class StatusFinder {
 public:
  StatusFinder(const Document& document, const Words& words)
      : doc_(document), text_(document.text), words_(words), governors_(document, words) {}

  void run(std::vector<Verdict>& out) {
    out.clear();
    for (const Event& event : doc_.events) out.push_back(verdict(event));
    agree(out);
  }

 private:
  Verdict verdict(const Event& event) const {
    if (event.sentence >= text_.sentences.size() || event.head >= text_.tokens.size()) return {};
    const Sentence& sentence = text_.sentences[event.sentence];
    const bool verbal = text_.analysis(event.head).pos == Pos::verb;
    Verdict out = verbal ? of_verb(event, sentence) : of_noun(event, sentence);
    if (verbal && out.status == Status::held && governors_.may_be_masdar(event.head)) {
      const auto noun = governors_.before_noun(event.head, kNone, sentence);
      if (noun && noun->strength == Strength::cue && noun->status != Status::held) out = *noun;
    }
    // Attacks are named in plans (an inquiry into them), hardly ever planned.
    const bool violent = event.category == "ASSAULT" && !verbal;
    if (violent && out.status == Status::planned && out.strength <= Strength::clause) out = {};
    if (out.status == Status::negated && words_.needs_negation(event.frame)) {
      out = {};
      out.strength = Strength::cue;
      out.rule = "the denial is the deed";
      return out;
    }
    return by_kind(event, verbal, by_date(event, verbal, out));
  }

  Verdict of_verb(const Event& event, const Sentence& sentence) const {
    Verdict out = governors_.of_verb(event.head, sentence);
    const Analysis& verb = text_.analysis(event.head);
    if (out.strength == Strength::weak && (verb.proclitics & kLi) != 0) {
      out.status = Status::planned;
      out.strength = Strength::clause;
      out.rule = "purpose";
    }
    return out;
  }

  Verdict of_noun(const Event& event, const Sentence& sentence) const {
    if (auto after = governors_.after_noun(event.head, sentence)) {
      if (after->strength == Strength::cue) return *after;
    }
    const auto before = governors_.before_noun(event.head, event.verb, sentence);
    if (before && before->strength == Strength::cue) return *before;
    if (auto after = governors_.after_noun(event.head, sentence)) return *after;
    const bool carried_later =
        event.verb != kNone && event.verb > event.head && event.verb < sentence.end;
    if (carried_later) return governors_.of_verb(event.verb, sentence);
    if (governors_.is_purpose(event.head, sentence)) {
      Verdict out;
      out.status = Status::planned;
      out.strength = Strength::weak;
      out.rule = "purpose";
      return out;
    }
    return before.value_or(Verdict{});
  }

  // A date that lies ahead makes a plan of what only the present tense or nothing tells; a date
  // that is past makes a fact of it.
  Verdict by_date(const Event& event, bool verbal, Verdict out) const {
    if (out.strength > Strength::clause || !doc_.article.published) return out;
    if (event.moment >= doc_.moments.size() || is_invitation(event)) return out;
    const Moment& moment = doc_.moments[event.moment];
    if (!moment.start.known() || moment.is_duration) return out;
    const int64_t today = doc_.article.published->days();
    const int64_t begin = first_day(moment.start);
    const PartialDate& finish = moment.finish.known() ? moment.finish : moment.start;
    const bool violent = event.category == "ASSAULT" && !verbal;
    if (begin > today && out.status == Status::held && !violent) {
      out.status = Status::planned;
      out.strength = Strength::date;
      out.rule = "its date lies ahead";
      out.cue = moment.span;
    } else if (!verbal && is_past(event, finish, out)) {
      out = {};
      out.strength = Strength::date;
      out.rule = "its date is past";
    } else if (begin == today && finish.day != 0 && verbal && event.category == "CONSULT" &&
               out.strength == Strength::weak && out.status == Status::held) {
      out.status = Status::planned;
      out.rule = "present tense on the day";
    }
    return out;
  }

  // A date in the sentence is often that of the deed before: only an old one, or a plan that it
  // contradicts, tells.
  bool is_past(const Event& event, const PartialDate& finish, const Verdict& out) const {
    if (out.status == Status::negated || is_goal(event)) return false;
    const int64_t age = doc_.article.published->days() - last_day(finish);
    return age > kOldDays || (age > 0 && out.strength == Strength::clause);
  }

  Verdict by_kind(const Event& event, bool verbal, Verdict out) const {
    const bool asks = event.category == "REQUEST";
    // To study an invitation or a request does not put that in doubt.
    if ((is_invitation(event) || asks) && !verbal && out.status != Status::negated) {
      out = {};
      out.strength = Strength::cue;
      out.rule = "a request was made";
      return out;
    }
    if (!is_verbal_deed(event) && !asks) return by_governor(event, out);
    // What lies in the trigger is part of the deed: "will not accept" is a refusal.
    const bool own =
        out.cue.empty() ? out.status == Status::planned && !asks : event.trigger.contains(out.cue);
    const bool plain = out.strength < Strength::cue;
    const bool planned = out.status == Status::planned && (!asks || out.strength < Strength::cue);
    if (own || planned || (plain && (verbal || !asks))) {
      out = {};
      out.strength = Strength::cue;
      out.rule = "done in words";
    }
    return out;
  }

  // What an invitation names is open until it is taken up.
  Verdict by_governor(const Event& event, Verdict out) const {
    if (event.governed_as != "invites" || out.strength > Strength::clause) return out;
    if (!is_goal(event)) return out;
    out.status = Status::possible;
    out.strength = Strength::cue;
    out.rule = "named by an invitation";
    return out;
  }

  // "to visit": what one is invited to, not where or how.
  bool is_goal(const Event& event) const {
    if (event.sentence >= text_.sentences.size()) return false;
    if (governors_.is_purpose(event.head, text_.sentences[event.sentence])) return true;
    return event.head > 0 && text_.analysis(event.head - 1).pos == Pos::preposition &&
           !governors_.is_occasion(event.head, text_.sentences[event.sentence].begin);
  }

  bool is_headline(const Event& event) const {
    return event.sentence < text_.sentences.size() && text_.sentences[event.sentence].headline;
  }

  // Mentions of one deed without words of their own follow the mention that has them.
  void agree(std::vector<Verdict>& out) const {
    const std::vector<uint32_t> models = models_of_groups(out);
    for (uint32_t i = 0; i < out.size(); ++i) {
      if (out[i].strength > Strength::weak) continue;
      // A headline's present tells the past, but of contacts, which it announces too.
      const Event& event = doc_.events[i];
      const bool headline = is_headline(event);
      if (out[i].strength == Strength::weak && headline && event.category != "CONSULT") continue;
      uint32_t model = event.group < models.size() ? models[event.group] : kNone;
      if (model != kNone && !same_kind(model, i)) model = kNone;
      if (model == kNone && headline && event.category == "CONSULT") model = alike(i, out);
      if (model == kNone || model == i) continue;
      const Verdict& other = out[model];
      out[i].status = other.status;
      out[i].negation = other.negation;
      out[i].postponed = other.postponed;
      out[i].rule = "as the same deed elsewhere";
    }
  }

  bool same_kind(uint32_t a, uint32_t b) const {
    return doc_.events[a].category == doc_.events[b].category &&
           doc_.events[a].mode == doc_.events[b].mode;
  }

  // Of equally strong mentions a plan tells more than a doubt.
  static int weight(const Verdict& verdict) {
    return 2 * static_cast<int>(verdict.strength) + (verdict.status != Status::possible ? 1 : 0);
  }

  // The strongest mention of each group; kNone where none has words of its own.
  std::vector<uint32_t> models_of_groups(const std::vector<Verdict>& out) const {
    std::vector<uint32_t> models;
    for (uint32_t i = 0; i < out.size(); ++i) {
      const uint32_t group = doc_.events[i].group;
      if (out[i].strength < Strength::clause || group > out.size()) continue;
      if (group >= models.size()) models.resize(group + 1, kNone);
      uint32_t& best = models[group];
      if (best == kNone || weight(out[i]) > weight(out[best])) best = i;
    }
    return models;
  }

  // For a headline whose deed is told nowhere else: the first of the same kind.
  uint32_t alike(uint32_t own, const std::vector<Verdict>& out) const {
    const uint32_t end = std::min<uint32_t>(static_cast<uint32_t>(out.size()), own + kAlikeReach);
    for (uint32_t i = own + 1; i < end; ++i) {
      if (out[i].strength >= Strength::date && same_kind(i, own)) return i;
    }
    return kNone;
  }

  const Document& doc_;
  const Text& text_;
  const Words& words_;
  Governors governors_;
};

}  // namespace

void find_statuses(const Document& document, const Words& words, std::vector<Verdict>& out) {
  StatusFinder(document, words).run(out);
}

}  // namespace rasid::claim
