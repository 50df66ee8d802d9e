// SPDX-License-Identifier: Apache-2.0
#include "event/implied.h"

#include <algorithm>

#include "event/context.h"

namespace rasid {
namespace {

template <typename Act>
void each_participant(const Document& document, const EventDraft& draft, RoleKind kind, Act act) {
  for (const Role& role : draft.roles) {
    if (role.kind != kind || role.mention == kNone) continue;
    const Mention& mention = document.mentions[role.mention];
    for (uint32_t i = 0; i < mention.participants; ++i) {
      act(document.participants[document.stands_for[mention.first_participant + i]]);
    }
  }
}

const Participant* first_of(const Document& document, uint32_t mention) {
  if (mention == kNone || document.mentions[mention].participants == 0) return nullptr;
  return &document.participants[document.stands_for[document.mentions[mention].first_participant]];
}

bool is_country(const Code& code) {
  static constexpr std::string_view kNoCountries[] = {"XXX", "UNO", "EUR", "IGO",
                                                      "NGO", "IMG", "ISM", "MNC"};
  const std::string_view name = code.view();
  return name.size() == 3 && std::find(std::begin(kNoCountries), std::end(kNoCountries), name) ==
                                 std::end(kNoCountries);
}

class CrowdFinder {
 public:
  CrowdFinder(Document& document, DraftList& drafts) : document_(document), drafts_(drafts) {}
  void run();

 private:
  void complete(EventDraft& draft);
  Code take_rulers(EventDraft& draft);
  Code country_of(const EventDraft& draft, const Code& ruler) const;
  uint32_t crowd(const Code& country, const EventDraft& draft);

  Document& document_;
  DraftList& drafts_;
  uint32_t last_ = kNone;  // mention of the crowd told of last
  Span people_;            // words that name the crowd at hand
};

// Governments do not demonstrate: one that stands as actor only tells the country.
Code CrowdFinder::take_rulers(EventDraft& draft) {
  Code country;
  people_ = {};
  std::erase_if(draft.roles, [&](const Role& role) {
    if (role.kind != RoleKind::actor) return false;
    const Participant* one = first_of(document_, role.mention);
    const bool ruler = one && (one->sector.view() == "GOV" || one->sector.view().empty());
    if (ruler && is_country(one->code)) country = one->code;
    // A people told by the name of its country: the crowd itself.
    if (ruler && one->human && one->number == Number::plural) people_ = role.span;
    return ruler;
  });
  return country;
}

Code CrowdFinder::country_of(const EventDraft& draft, const Code& ruler) const {
  if (const Participant* scene = first_of(document_, draft.event.place)) {
    if (is_country(scene->code)) return scene->code;
  }
  if (!ruler.view().empty()) return ruler;
  if (const Participant* before = first_of(document_, last_)) return before->code;
  Code country;
  each_participant(document_, draft, RoleKind::recipient, [&](const Participant& one) {
    if (country.view().empty() && is_country(one.code)) country = one.code;
  });
  if (!country.view().empty()) return country;
  // Else the country told of last before it.
  for (const Mention& mention : document_.mentions) {
    if (mention.head >= draft.event.trigger_begin && !country.view().empty()) break;
    if (mention.participants == 0) continue;
    const uint32_t one = document_.stands_for[mention.first_participant];
    if (is_country(document_.participants[one].code)) country = document_.participants[one].code;
  }
  return country;
}

// The mention of the crowd of a country: the one told of last, or a new one. It stands behind all
// words, so that the mentions stay in the order of their words.
uint32_t CrowdFinder::crowd(const Code& country, const EventDraft& draft) {
  const Participant* before = first_of(document_, last_);
  if (before && before->code == country && people_.empty()) return last_;
  if (document_.stands_for.size() >= 0xFFFF) return kNone;
  Participant people;
  people.code = country;
  people.sector = Code::from("CVL");
  people.number = Number::plural;
  people.human = true;
  Mention mention;
  mention.span = people_;
  if (people_.empty()) mention.span.begin = mention.span.end = draft.event.trigger.begin;
  mention.begin = mention.end = mention.head = static_cast<uint32_t>(document_.text.tokens.size());
  mention.kind = MentionKind::elided;
  mention.first_participant = static_cast<uint16_t>(document_.stands_for.size());
  mention.participants = 1;
  mention.rule = "the crowd of a protest";
  document_.stands_for.push_back(static_cast<uint32_t>(document_.participants.size()));
  document_.participants.push_back(std::move(people));
  document_.mentions.push_back(mention);
  return static_cast<uint32_t>(document_.mentions.size() - 1);
}

void CrowdFinder::complete(EventDraft& draft) {
  const Code ruler = take_rulers(draft);
  if (!has_role(draft, RoleKind::actor)) {
    const Code country = country_of(draft, ruler);
    const uint32_t people = country.view().empty() ? kNone : crowd(country, draft);
    if (people == kNone) {
      draft.dropped = true;
      draft.drop_rule = "a protest of nobody";
      return;
    }
    draft.roles.push_back(
        {RoleKind::actor, people, document_.mentions[people].span, "the crowd of a protest"});
  }
  for (const Role& role : draft.roles) {
    const Participant* one =
        role.kind == RoleKind::actor ? first_of(document_, role.mention) : nullptr;
    if (one && one->sector.view() == "CVL" && is_country(one->code)) last_ = role.mention;
  }
}

void CrowdFinder::run() {
  for (uint32_t at = 0; at < drafts_.size(); ++at) {
    EventDraft& draft = drafts_[at];
    if (!draft.dropped && draft.event.category == "PROTEST" && draft.event.mode != "boycott") {
      complete(draft);
    }
  }
}

// Named people and bodies: told twice, they are told of in the same deed.
bool is_named(const Document& document, const EventDraft& draft, RoleKind kind) {
  bool named = false;
  each_participant(document, draft, kind,
                   [&](const Participant& one) { named = named || !one.name.empty(); });
  return named;
}

bool same_side(const Document& document, const EventDraft& a, const EventDraft& b, RoleKind kind) {
  for (const Role& one : a.roles) {
    if (one.kind != kind || one.mention == kNone) continue;
    const bool found = std::any_of(b.roles.begin(), b.roles.end(), [&](const Role& other) {
      return other.kind == kind && same_participants(document, one.mention, other.mention);
    });
    if (!found) return false;
  }
  return true;
}

// Deeds that one person undergoes or does once, most often: there the other side may be lent.
bool may_borrow(const Event& event, RoleKind missing) {
  const std::string_view category = event.category;
  const bool invitation = category == "AGREE" && event.mode == "invite";
  if (invitation || category == "AID") return true;
  if (missing == RoleKind::recipient) return false;
  return category == "COERCE" || category == "ASSAULT" || category == "SANCTION" ||
         (category == "RETREAT" && event.mode == "release");
}

void lend(const Document& document, const DraftList& drafts, uint32_t at, EventDraft& draft,
          RoleKind missing) {
  const RoleKind known = missing == RoleKind::actor ? RoleKind::recipient : RoleKind::actor;
  if (has_role(draft, missing) || !may_borrow(draft.event, missing)) return;
  if (!is_named(document, draft, known)) return;
  for (uint32_t other = 0; other < drafts.size(); ++other) {
    const EventDraft& from = drafts[other];
    const bool same = other != at && !from.dropped && from.event.category == draft.event.category &&
                      from.event.mode == draft.event.mode && from.negated == draft.negated;
    if (!same || !has_role(from, missing)) continue;
    if (!same_side(document, draft, from, known) || !same_side(document, from, draft, known)) {
      continue;
    }
    for (const Role& role : from.roles) {
      if (role.kind != missing || role.mention == kNone) continue;
      draft.roles.push_back({missing, role.mention, role.span, "side of the deed told elsewhere"});
    }
    return;
  }
}

// Whether the first actors of two protests are of one country.
bool same_country_of(const Document& document, const EventDraft& a, const EventDraft& b) {
  Code first, second;
  each_participant(document, a, RoleKind::actor, [&](const Participant& one) { first = one.code; });
  each_participant(document, b, RoleKind::actor,
                   [&](const Participant& one) { second = one.code; });
  return !first.empty() && first == second;
}

bool against_rulers(const Document& document, const EventDraft& draft) {
  bool all = true;
  each_participant(document, draft, RoleKind::recipient,
                   [&](const Participant& one) { all = all && one.sector.view() == "GOV"; });
  return all;
}

// Who protests once against a government does so whenever the article tells of it.
void lend_target_of_protest(const Document& document, DraftList& drafts, EventDraft& draft) {
  if (draft.event.category != "PROTEST" || has_role(draft, RoleKind::recipient)) return;
  for (uint32_t other = 0; other < drafts.size(); ++other) {
    const EventDraft& from = drafts[other];
    const bool protest = &from != &draft && !from.dropped && from.event.category == "PROTEST" &&
                         has_role(from, RoleKind::recipient);
    if (!protest || from.event.mode != draft.event.mode) continue;
    if (!same_country_of(document, from, draft) || !against_rulers(document, from)) continue;
    for (const Role& role : from.roles) {
      if (role.kind != RoleKind::recipient || role.mention == kNone) continue;
      draft.roles.push_back({role.kind, role.mention, role.span, "target of the protest told"});
    }
    return;
  }
}

}  // namespace

void imply_crowds(Document& document, DraftList& drafts) { CrowdFinder(document, drafts).run(); }

void lend_sides(const Document& document, DraftList& drafts) {
  for (uint32_t at = 0; at < drafts.size(); ++at) {
    EventDraft& draft = drafts[at];
    if (draft.dropped || draft.frame->reciprocal) continue;
    lend(document, drafts, at, draft, RoleKind::actor);
    lend(document, drafts, at, draft, RoleKind::recipient);
    lend_target_of_protest(document, drafts, draft);
  }
}

}  // namespace rasid
