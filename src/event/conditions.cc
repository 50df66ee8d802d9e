// SPDX-License-Identifier: Apache-2.0
#include "event/conditions.h"

#include <algorithm>

namespace rasid {
namespace {

constexpr uint32_t kWide = 14;  // chunks that a prepositional phrase or content reaches at most

}  // namespace

uint32_t extent_end(const SentenceParse& parse, const Head& head, uint32_t chunk, bool wide) {
  const std::vector<Chunk>& chunks = parse.chunks;
  const uint32_t me = static_cast<uint32_t>(&head - parse.heads.data());
  uint32_t at = chunk + 1;
  const uint32_t limit =
      std::min<uint32_t>(static_cast<uint32_t>(chunks.size()), chunk + 1 + kWide);
  for (; at < limit; ++at) {
    const Chunk& next = chunks[at];
    if (next.kind == ChunkKind::adjective || next.kind == ChunkKind::open_quote ||
        next.kind == ChunkKind::close_quote || next.kind == ChunkKind::adverb) {
      continue;
    }
    if (next.link == ChunkLink::genitive) continue;
    if (!wide) break;
    const bool ends = next.kind == ChunkKind::verb || next.kind == ChunkKind::relative ||
                      next.kind == ChunkKind::subordinator || next.kind == ChunkKind::stop ||
                      next.kind == ChunkKind::participle || next.kind == ChunkKind::time;
    if (ends || next.clause != chunks[chunk].clause) break;
    const bool another = parse.owner[at] == me && next.link != ChunkLink::coordinated;
    if (another || at == head.chunk) break;
  }
  return at;
}

bool ConditionTester::has_role(RoleKind kind) const {
  return std::any_of(roles_.begin(), roles_.end(), [&](const Role& role) {
    if (role.kind != kind) return false;
    if (role.mention == kNone) return !role.span.empty();
    const Mention& mention = document_.mentions[role.mention];
    if (kind == RoleKind::place) return true;
    for (uint32_t i = 0; i < mention.participants; ++i) {
      const uint32_t one = document_.stands_for[mention.first_participant + i];
      if (document_.participants[one].political) return true;
    }
    return false;
  });
}

const Argument* ConditionTester::first_argument(const SourceSpec& source) const {
  for (const Argument& argument : arguments_.list) {
    if (argument.source == source.kind && argument.preposition == source.preposition) {
      return &argument;
    }
  }
  return nullptr;
}

bool ConditionTester::has_argument(ArgumentSource source, uint8_t preposition) const {
  return first_argument({source, preposition}) != nullptr;
}

bool ConditionTester::number_is(Number number) const {
  const Argument* subject = first_argument({ArgumentSource::subject, 0});
  if (text_.analysis(head_.token).number == number) return true;
  if (!subject) return false;
  if (subject->chunk != kNone &&
      text_.analysis(parse_.chunks[subject->chunk].head).number == number) {
    return true;
  }
  if (subject->mention == kNone) return false;
  const Mention& mention = document_.mentions[subject->mention];
  return number == Number::dual ? mention.participants == 2 : mention.participants > 2;
}

bool ConditionTester::class_in(uint32_t begin, uint32_t end, uint16_t word_class) const {
  if (!parse_.has_class(word_class)) return false;
  for (const ClassHit& hit : parse_.class_hits) {
    if (hit.word_class == word_class && hit.token >= begin && hit.token < end) return true;
  }
  return false;
}

// The head's own trigger does not count: the class says what stands with it.
bool ConditionTester::class_in_clause(uint16_t word_class) const {
  if (!parse_.has_class(word_class)) return false;
  for (uint32_t at = 0; at < parse_.chunks.size(); ++at) {
    const Chunk& chunk = parse_.chunks[at];
    if (chunk.clause != head_.clause && chunk.clause != head_.light) continue;
    if (class_in(chunk.begin, chunk.end, word_class)) return true;
  }
  return class_in_antecedent(word_class);
}

// In a relative clause what it describes is at hand: the agreement | that Iran concluded.
bool ConditionTester::class_in_antecedent(uint16_t word_class) const {
  for (const uint32_t number : {head_.clause, head_.light}) {
    if (number == kNone || parse_.clauses[number].kind != ClauseKind::relative) continue;
    const uint32_t antecedent = parse_.clauses[number].antecedent;
    if (antecedent == kNone) continue;
    const uint32_t end = extent_end(parse_, head_, antecedent, false);
    if (class_in(parse_.chunks[antecedent].begin, parse_.chunks[end - 1].end, word_class)) {
      return true;
    }
  }
  return false;
}

uint32_t ConditionTester::argument_end(uint32_t chunk, ArgumentSource source) const {
  const bool wide = source == ArgumentSource::preposition || source == ArgumentSource::content;
  return extent_end(parse_, head_, chunk, wide);
}

bool ConditionTester::class_in_argument(const ConditionItem& item) const {
  if (!parse_.has_class(item.word_class)) return false;
  if (item.source.kind == ArgumentSource::content) {
    if (arguments_.content != kNone) {
      const ClauseDraft& clause = parse_.clauses[arguments_.content];
      const uint32_t last = std::min<uint32_t>(clause.last, clause.first + kWide);
      if (class_in(parse_.chunks[clause.first].begin, parse_.chunks[last].end, item.word_class)) {
        return true;
      }
    }
    for (const Role& role : roles_) {
      if (role.kind != RoleKind::content || role.span.empty()) continue;
      uint32_t begin = 0, end = 0;
      for (uint32_t token = text_.sentences[parse_.sentence].begin;
           token < text_.sentences[parse_.sentence].end; ++token) {
        if (text_.tokens[token].span.begin <= role.span.begin) begin = token;
        if (text_.tokens[token].span.end <= role.span.end) end = token + 1;
      }
      if (class_in(begin, end, item.word_class)) return true;
    }
    return false;
  }
  for (const Argument& argument : arguments_.list) {
    if (argument.source != item.source.kind || argument.preposition != item.source.preposition ||
        argument.chunk == kNone) {
      continue;
    }
    const uint32_t end = argument_end(argument.chunk, argument.source);
    if (class_in(parse_.chunks[argument.chunk].begin, parse_.chunks[end - 1].end,
                 item.word_class)) {
      return true;
    }
  }
  return false;
}

bool ConditionTester::mention_test(const ConditionItem& item) const {
  const Argument* argument = first_argument(item.source);
  if (!argument) return false;
  std::vector<uint32_t> mentions;
  if (argument->mention != kNone) {
    mentions.push_back(argument->mention);
  } else {
    mentions_under(parse_, argument->chunk, false, mentions);
  }
  for (const uint32_t number : mentions) {
    const Mention& mention = document_.mentions[number];
    if (mention.participants == 0) continue;
    const Participant& one =
        document_.participants[document_.stands_for[mention.first_participant]];
    if (item.test == Test::source_person) return one.human && one.number != Number::plural;
    return one.entry != kNone && index_.type_of(one.entry) == Type::state;
  }
  return false;
}

bool ConditionTester::event_test(const ConditionItem& item) const {
  for (const Argument& argument : arguments_.list) {
    if (argument.source != item.source.kind || argument.preposition != item.source.preposition ||
        argument.chunk == kNone) {
      continue;
    }
    for (uint32_t at = argument.chunk; at < argument.chunk + 3 && at < parse_.chunks.size(); ++at) {
      if (at > argument.chunk && parse_.chunks[at].link != ChunkLink::genitive) break;
      if (parse_.head_of[at] != kNone && at != head_.chunk) return true;
    }
  }
  return false;
}

// Of a visit, a host taken from what was told before does for one named here.
bool ConditionTester::host_told_before() const {
  const FrameSpec& frame = index_.frame(candidate_.frame);
  if (frame.category != "CONSULT" || frame.mode != "visit") return false;
  return std::any_of(roles_.begin(), roles_.end(), [](const Role& role) {
    return role.kind == RoleKind::recipient && role.rule == kToldBefore;
  });
}

bool ConditionTester::holds(const ConditionItem& item) const {
  switch (item.test) {
    case Test::actor:
      return has_role(RoleKind::actor);
    case Test::recipient:
      return has_role(RoleKind::recipient);
    case Test::place:
      return has_role(RoleKind::place);
    case Test::content:
      return has_role(RoleKind::content) || arguments_.content != kNone;
    case Test::object:
      return has_argument(ArgumentSource::object, 0);
    case Test::subject:
      return has_argument(ArgumentSource::subject, 0);
    case Test::passive:
      return arguments_.passive;
    case Test::active:
      return !arguments_.passive;
    case Test::plural:
      return number_is(Number::plural);
    case Test::dual:
      return number_is(Number::dual);
    case Test::negated:
      return arguments_.negated;
    case Test::headline:
      return text_.sentences[parse_.sentence].headline;
    case Test::many_actors: {
      uint32_t actors = 0;
      for (const Role& role : roles_) {
        if (role.kind == RoleKind::actor && role.mention != kNone) {
          actors += std::max<uint32_t>(document_.mentions[role.mention].participants, 1);
        }
      }
      return actors > 1;
    }
    case Test::preposition:
      return has_argument(ArgumentSource::preposition, item.source.preposition);
    case Test::clause_class:
      return class_in_clause(item.word_class);
    case Test::source_class:
      return class_in_argument(item);
    case Test::source_state:
    case Test::source_person:
      return mention_test(item);
    case Test::source_event:
      return event_test(item);
  }
  return false;
}

bool ConditionTester::is_early(const Condition& condition) const {
  for (const ConditionItem& item : index_.items(condition)) {
    switch (item.test) {
      case Test::actor:
      case Test::recipient:
      case Test::place:
      case Test::content:
      case Test::many_actors:
        return false;
      case Test::source_class:
        if (item.source.kind == ArgumentSource::content) return false;
        break;
      default:
        break;
    }
  }
  return true;
}

bool ConditionTester::holds(const Condition& condition) const {
  for (const ConditionItem& item : index_.items(condition)) {
    if (holds(item) == item.denied) return false;
  }
  return true;
}

}  // namespace rasid
