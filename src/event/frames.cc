// SPDX-License-Identifier: Apache-2.0
#include "event/frames.h"

#include <algorithm>
#include <initializer_list>

#include "event/conditions.h"
#include "event/context.h"
#include "event/place.h"

namespace rasid {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Whether a participant makes an event political by itself. Preachers, scholars, firms and
// criminals do not, nor does a private person; people who suffer violence together do.
bool acts_politically(const Participant& one, std::string_view category) {
  if (!one.political) return false;
  const std::string_view sector = one.sector.view();
  if (!is_one_of(sector, {"CVL", "REL", "EDU", "CRM", "BUS", "MED", "JRN"})) return true;
  const bool suffers =
      is_one_of(category, {"ASSAULT", "COERCE", "AID", "PROTEST", "RETREAT", "MOBILIZE"});
  const bool alone = sector == "CVL" && one.number == Number::singular;
  return suffers && sector != "CRM" && !alone;
}

class FrameMatcher {
 public:
  FrameMatcher(Document& document, const EventIndex& index, SentenceParse& parse,
               FrameScratch& scratch, DraftList& drafts)
      : document_(document),
        text_(document.text),
        index_(index),
        parse_(parse),
        scratch_(scratch),
        drafts_(drafts) {}
  void run();

 private:
  void match(uint32_t head);
  bool refused_early(const ConditionTester& tester, const Head& head, const FrameSpec& frame) const;
  bool try_candidate(const Head& head, const Candidate& candidate, EventDraft& draft);
  const Arguments& arguments(const Head& head, GenitiveIs genitive);
  void fill(const Head& head, const FrameSpec& frame, const Arguments& arguments,
            EventDraft& draft);
  void fill_slot(const Head& head, const SlotSpec& slot, const Arguments& arguments,
                 EventDraft& draft);
  bool take(const Head& head, const SlotSpec& slot, const Argument& argument, EventDraft& draft);
  bool take_participants(const SlotSpec& slot, const Argument& argument, EventDraft& draft);
  bool take_words(const Head& head, const SlotSpec& slot, const Argument& argument,
                  EventDraft& draft);
  void keep_named_sides(EventDraft& draft) const;
  bool accepts(const SlotSpec& slot, uint32_t mention) const;
  bool has(const EventDraft& draft, uint32_t mention) const;
  void finish(const Head& head, const Candidate& candidate, const Arguments& arguments,
              EventDraft& draft);
  void set_trigger(const Head& head, const Candidate& candidate, Event& event) const;
  bool political(const EventDraft& draft) const;
  bool lacks_class(const FrameSpec& frame) const;
  bool refuse(const Head& head, const FrameSpec& frame, const char* key,
              const Condition& condition) const;
  bool is_definite(uint32_t chunk) const;
  bool names_accord(const Head& head) const;
  bool give_back(uint32_t first);

  Document& document_;
  const Text& text_;
  const EventIndex& index_;
  SentenceParse& parse_;
  FrameScratch& scratch_;
  DraftList& drafts_;
};

const Arguments& FrameMatcher::arguments(const Head& head, GenitiveIs genitive) {
  const size_t at = head.verbal ? 0 : static_cast<size_t>(genitive);
  if (!scratch_.ready[at]) {
    find_arguments(document_, index_, parse_, head, genitive, scratch_.arguments[at]);
    scratch_.ready[at] = true;
  }
  return scratch_.arguments[at];
}

bool FrameMatcher::has(const EventDraft& draft, uint32_t mention) const {
  return std::any_of(draft.roles.begin(), draft.roles.end(), [&](const Role& role) {
    const bool participant = role.kind == RoleKind::actor || role.kind == RoleKind::recipient ||
                             role.kind == RoleKind::third_party;
    return participant &&
           (role.mention == mention || same_participants(document_, role.mention, mention));
  });
}

bool FrameMatcher::accepts(const SlotSpec& slot, uint32_t number) const {
  const Mention& mention = document_.mentions[number];
  if (mention.participants == 0) return false;
  if (mention.place_only && !(slot.filter & kPlaceOf)) return false;
  if (!(slot.filter & (kOnlyPerson | kOnlyState | kOnlyGroup))) return true;
  const Participant& one = document_.participants[document_.stands_for[mention.first_participant]];
  const bool state = one.entry != kNone && index_.type_of(one.entry) == Type::state;
  if ((slot.filter & kOnlyState) && state) return true;
  if ((slot.filter & kOnlyPerson) && one.human && one.number != Number::plural) return true;
  return (slot.filter & kOnlyGroup) && !state && (!one.human || one.number == Number::plural);
}

bool FrameMatcher::take_participants(const SlotSpec& slot, const Argument& argument,
                                     EventDraft& draft) {
  // An invitation to a visit addresses its guest, not whom he shall visit.
  const bool purpose = draft.event.category == "AGREE" && draft.event.mode == "invite" &&
                       argument.source == ArgumentSource::preposition && argument.chunk != kNone &&
                       argument.mention == kNone && parse_.head_of[argument.chunk] != kNone;
  if (purpose) return false;
  scratch_.mentions.clear();
  const bool own =
      argument.chunk != kNone && argument.source != ArgumentSource::adjective &&
      (argument.mention == kNone || argument.mention == parse_.chunks[argument.chunk].mention);
  if (own) {
    mentions_under(parse_, argument.chunk, true, scratch_.mentions);
  } else if (argument.mention != kNone) {
    scratch_.mentions.push_back(argument.mention);
  }
  bool any = false;
  for (const uint32_t mention : scratch_.mentions) {
    if (!accepts(slot, mention)) continue;
    any = true;
    if (has(draft, mention)) continue;
    const bool partner =
        argument.source == ArgumentSource::object ||
        (argument.source == ArgumentSource::preposition && argument.preposition != index_.bayna);
    if (slot.role == RoleKind::actor && !partner) draft.own_side = true;
    draft.roles.push_back({slot.role, mention, document_.mentions[mention].span, argument.rule});
  }
  return any;
}

// The words of a topic or content: from its phrase to where that ends.
bool FrameMatcher::take_words(const Head& head, const SlotSpec& slot, const Argument& argument,
                              EventDraft& draft) {
  if (argument.chunk == kNone) return false;
  const uint32_t end = extent_end(parse_, head, argument.chunk, true);
  const Span span{text_.tokens[parse_.chunks[argument.chunk].begin].span.begin,
                  text_.tokens[parse_.chunks[end - 1].end - 1].span.end};
  draft.roles.push_back({slot.role, kNone, span, argument.rule});
  return true;
}

bool FrameMatcher::take(const Head& head, const SlotSpec& slot, const Argument& argument,
                        EventDraft& draft) {
  switch (slot.role) {
    case RoleKind::actor:
    case RoleKind::recipient:
    case RoleKind::third_party:
      return take_participants(slot, argument, draft);
    case RoleKind::place: {
      if (argument.chunk == kNone) return false;
      const uint32_t mention = parse_.chunks[argument.chunk].mention;
      if (mention == kNone || document_.mentions[mention].place == kNone) return false;
      draft.event.place = mention;
      return true;
    }
    case RoleKind::topic:
    case RoleKind::content:
      return take_words(head, slot, argument, draft);
  }
  return false;
}

void FrameMatcher::fill_slot(const Head& head, const SlotSpec& slot, const Arguments& arguments,
                             EventDraft& draft) {
  for (const SourceSpec& source : index_.sources(slot)) {
    const bool pairs = source.preposition != 0 &&
                       (source.preposition == index_.bayna || source.preposition == index_.maa);
    bool any = false;
    for (const Argument& argument : arguments.list) {
      if (argument.source != source.kind || argument.preposition != source.preposition) continue;
      if (any && !pairs && !argument.also) break;
      if (!take(head, slot, argument, draft)) continue;
      any = true;
      const Argument* next = &argument + 1;  // a further filler stands right behind its first
      const bool more = next != arguments.list.data() + arguments.list.size() && next->also;
      if (!pairs && !more) break;
    }
    if (any) return;
  }
}

// Talks told to be between two are theirs, not those of the place that their verb is told of.
void FrameMatcher::keep_named_sides(EventDraft& draft) const {
  uint32_t named = 0;
  for (const Role& role : draft.roles) {
    if (role.kind != RoleKind::actor || role.rule != kBetween) continue;
    named += std::max<uint32_t>(document_.mentions[role.mention].participants, 1);
  }
  if (named < 2) return;
  std::erase_if(draft.roles, [&](const Role& role) {
    return role.kind == RoleKind::actor && role.rule == kSubjectOfLight &&
           document_.mentions[role.mention].place != kNone;
  });
}

void FrameMatcher::fill(const Head& head, const FrameSpec& frame, const Arguments& arguments,
                        EventDraft& draft) {
  draft.roles.clear();
  draft.inherited_mode = {};
  draft.own_side = false;
  draft.event.place = kNone;
  for (const SlotSpec& slot : index_.slots(frame)) fill_slot(head, slot, arguments, draft);
  if (!frame.reciprocal || !head.light_spec) return;
  keep_named_sides(draft);
  if (head.light_spec->subject != LightSubject::recipient) return;
  // The other side of a received call is a side of it too.
  for (const Argument& argument : arguments.list) {
    if (argument.source != ArgumentSource::object && argument.source != ArgumentSource::subject)
      continue;
    take_participants({RoleKind::actor, 0, 0, 0}, argument, draft);
  }
}

bool FrameMatcher::political(const EventDraft& draft) const {
  // A protest has its crowd, whether named or not (implied.h).
  if (draft.event.category == "PROTEST" && draft.event.mode != "boycott") return true;
  for (const Role& role : draft.roles) {
    if (role.mention == kNone || role.rule == kToldLast) continue;
    const Mention& mention = document_.mentions[role.mention];
    for (uint32_t i = 0; i < mention.participants; ++i) {
      const uint32_t one = document_.stands_for[mention.first_participant + i];
      if (acts_politically(document_.participants[one], draft.event.category)) return true;
    }
  }
  return false;
}

void FrameMatcher::set_trigger(const Head& head, const Candidate& candidate, Event& event) const {
  event.head = head.token;
  event.trigger_begin = candidate.begin, event.trigger_end = candidate.end;
  event.trigger = {text_.tokens[candidate.begin].span.begin,
                   text_.tokens[candidate.end - 1].span.end};
  event.trigger.begin = after_conjunction(document_, candidate.begin);
}

// Definite by itself, or by the last noun of its genitives.
bool FrameMatcher::is_definite(uint32_t chunk) const {
  for (int step = 0; step < 4; ++step) {
    if (parse_.chunks[chunk].definite) return true;
    const uint32_t next = chunk + 1;
    const bool genitive =
        next < parse_.chunks.size() && parse_.chunks[next].link == ChunkLink::genitive;
    if (!genitive) return false;
    chunk = next;
  }
  return false;
}

void FrameMatcher::finish(const Head& head, const Candidate& candidate, const Arguments& arguments,
                          EventDraft& draft) {
  Event& event = draft.event;
  set_trigger(head, candidate, event);
  event.frame = draft.frame->entry;
  event.sentence = parse_.sentence;
  event.clause = head.clause;
  if (head.verbal) {
    event.verb = head.token;
  } else if (head.light != kNone && parse_.clauses[head.light].predicate != kNone) {
    event.verb = parse_.chunks[parse_.clauses[head.light].predicate].head;
  }
  draft.head = static_cast<uint32_t>(&head - parse_.heads.data());
  draft.noun = !head.verbal;
  draft.definite = is_definite(head.chunk);
  draft.negated = arguments.negated;
  draft.block = text_.sentences[parse_.sentence].block;
}

// Whether the frame needs a class of which the sentence has no word: the quick way out.
bool FrameMatcher::lacks_class(const FrameSpec& frame) const {
  if (scratch_.refusals) return false;
  for (const Condition& condition : index_.needs(frame)) {
    for (const ConditionItem& item : index_.items(condition)) {
      if (item.word_class != 0 && !item.denied && !parse_.has_class(item.word_class)) return true;
    }
  }
  return false;
}

// Most candidates fail by their arguments: they are told before the costlier filling of roles.
bool FrameMatcher::refused_early(const ConditionTester& tester, const Head& head,
                                 const FrameSpec& frame) const {
  for (const Condition& condition : index_.needs(frame)) {
    if (tester.is_early(condition) && !tester.holds(condition)) {
      refuse(head, frame, "needs", condition);
      return true;
    }
  }
  for (const Condition& condition : index_.unless(frame)) {
    if (tester.is_early(condition) && tester.holds(condition)) {
      refuse(head, frame, "unless", condition);
      return true;
    }
  }
  return false;
}

bool FrameMatcher::try_candidate(const Head& head, const Candidate& candidate, EventDraft& draft) {
  const FrameSpec& frame = index_.frame(candidate.frame);
  if (head.light != kNone && !frame.light && !head.verbal) return false;
  const Arguments& found = arguments(head, frame.genitive);
  const ConditionTester tester(document_, index_, parse_, head, candidate, found, draft.roles);
  if (refused_early(tester, head, frame)) return false;
  draft.frame = &frame;
  draft.event.category = frame.category;
  draft.event.mode = frame.mode;
  fill(head, frame, found, draft);
  finish(head, candidate, found, draft);
  draft.own_roles = static_cast<uint32_t>(draft.roles.size());
  if (!head.verbal) fill_from_context(document_, index_, parse_, head, drafts_, draft);
  draft.at_home = false;
  mend_visit(document_, drafts_, draft);
  if (draft.at_home) return false;
  for (const Condition& condition : index_.needs(frame)) {
    if (tester.is_early(condition)) continue;
    if (!tester.holds(condition)) return refuse(head, frame, "needs", condition);
  }
  for (const Condition& condition : index_.unless(frame)) {
    if (tester.is_early(condition)) continue;
    if (tester.holds(condition)) return refuse(head, frame, "unless", condition);
  }
  for (const WhenSpec& when : index_.whens(frame)) {
    if (!tester.holds(when.condition)) continue;
    draft.event.category = when.category;
    draft.event.mode = when.mode;
    break;
  }
  const bool vague =
      draft.event.category == "CONSULT" && (draft.event.mode == "meet" || draft.event.mode.empty());
  if (vague && !draft.inherited_mode.empty()) draft.event.mode = draft.inherited_mode;
  return political(draft) || refuse(head, frame, "no political participant", {});
}

// Always false; says why where somebody asks.
bool FrameMatcher::refuse(const Head& head, const FrameSpec& frame, const char* key,
                          const Condition& condition) const {
  if (!scratch_.refusals) return false;
  std::string line = std::string(slice(document_.article.text, text_.tokens[head.token].span));
  line += ": " + std::string(index_.lexicon().entry(frame.entry).id()) + " " + key;
  if (condition.count > 0) line += " " + index_.text_of(condition);
  scratch_.refusals->push_back(std::move(line));
  return false;
}

// "the ceasefire agreement": the deed is part of the name of an accord.
bool FrameMatcher::names_accord(const Head& head) const {
  const Chunk& chunk = parse_.chunks[head.chunk];
  if (head.verbal || chunk.link != ChunkLink::genitive) return false;
  const uint32_t accord = parse_.head_of[chunk.linked];
  if (accord == kNone || parse_.heads[accord].candidates == 0) return false;
  const FrameSpec& frame =
      index_.frame(parse_.candidates[parse_.heads[accord].first_candidate].frame);
  const LemmaId lemma = text_.analysis(parse_.chunks[chunk.linked].head).lemma;
  return (frame.category == "SUPPORT" || frame.category == "AGREE") &&
         (index_.facts(lemma) & kAccord) != 0;
}

void FrameMatcher::match(uint32_t number) {
  const Head& head = parse_.heads[number];
  if (names_accord(head)) return;
  std::fill(std::begin(scratch_.ready), std::end(scratch_.ready), false);
  scratch_.order.clear();
  for (uint32_t c = 0; c < head.candidates; ++c) {
    const uint32_t number = head.first_candidate + c;
    if (lacks_class(index_.frame(parse_.candidates[number].frame))) continue;
    scratch_.order.push_back(number);
  }
  if (scratch_.order.empty()) return;
  const auto rank = [&](uint32_t c) {
    const Candidate& candidate = parse_.candidates[c];
    const FrameSpec& frame = index_.frame(candidate.frame);
    return std::tuple(frame.priority, candidate.end - candidate.begin, frame.needs);
  };
  // Insertion sort: stable, and a head has few candidates.
  for (size_t i = 1; i < scratch_.order.size(); ++i) {
    for (size_t j = i; j > 0 && rank(scratch_.order[j]) > rank(scratch_.order[j - 1]); --j) {
      std::swap(scratch_.order[j], scratch_.order[j - 1]);
    }
  }
  EventDraft& draft = drafts_.add();
  for (const uint32_t c : scratch_.order) {
    if (!try_candidate(head, parse_.candidates[c], draft)) continue;
    place_and_date(document_, index_, parse_, head, draft);
    return;
  }
  drafts_.drop_last();
}

// Phrases that stand with a noun which turned out to be no deed: whether another head, the verb
// before it most often, asks for one of them.
bool FrameMatcher::give_back(uint32_t first) {
  bool any = false;
  for (uint32_t number = 0; number < parse_.heads.size(); ++number) {
    Head& head = parse_.heads[number];
    if (head.verbal) continue;
    bool told = false;
    for (uint32_t at = first; at < drafts_.size() && !told; ++at) told = drafts_[at].head == number;
    if (told) continue;
    head.refused = true;
    any = any || std::find(parse_.owner.begin(), parse_.owner.end(), number) != parse_.owner.end();
  }
  return any && own_prepositions(parse_);
}

void FrameMatcher::run() {
  const uint32_t first = drafts_.size();
  for (uint32_t head = 0; head < parse_.heads.size(); ++head) match(head);
  if (drafts_.size() > first || !parse_.heads.empty()) {
    if (give_back(first)) {
      while (drafts_.size() > first) drafts_.drop_last();
      for (uint32_t head = 0; head < parse_.heads.size(); ++head) match(head);
    }
  }
  relate_sentence(document_, index_, parse_, first, drafts_);
  lend_place_of_visit(document_, first, drafts_);
}

}  // namespace

void match_frames(Document& document, const EventIndex& index, SentenceParse& parse,
                  FrameScratch& scratch, DraftList& drafts) {
  FrameMatcher(document, index, parse, scratch, drafts).run();
}

}  // namespace rasid
