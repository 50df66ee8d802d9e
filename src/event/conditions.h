// SPDX-License-Identifier: Apache-2.0
// Conditions: whether a frame's needs:, unless: and when: hold of a head with its arguments and
// the roles filled so far.
#pragma once
#include <vector>

#include "event/arguments.h"
#include "model/event.h"

namespace rasid {

// The rules of roles that come from the words before a deed noun, or from the same deed told
// before.
inline constexpr char kToldLast[] = "told of last before it";
inline constexpr char kToldBefore[] = "participant of the same deed";

class ConditionTester {
 public:
  ConditionTester(const Document& document, const EventIndex& index, const SentenceParse& parse,
                  const Head& head, const Candidate& candidate, const Arguments& arguments,
                  const std::vector<Role>& roles)
      : document_(document),
        text_(document.text),
        index_(index),
        parse_(parse),
        head_(head),
        candidate_(candidate),
        arguments_(arguments),
        roles_(roles) {}
  bool holds(const Condition& condition) const;
  // Whether the arguments alone answer it: before any role is filled.
  bool is_early(const Condition& condition) const;

 private:
  bool holds(const ConditionItem& item) const;
  bool has_role(RoleKind kind) const;
  bool has_argument(ArgumentSource source, uint8_t preposition) const;
  bool number_is(Number number) const;
  bool class_in_clause(uint16_t word_class) const;
  bool class_in_antecedent(uint16_t word_class) const;
  bool host_told_before() const;
  bool class_in_argument(const ConditionItem& item) const;
  bool class_in(uint32_t begin, uint32_t end, uint16_t word_class) const;
  bool mention_test(const ConditionItem& item) const;
  bool event_test(const ConditionItem& item) const;
  uint32_t argument_end(uint32_t chunk, ArgumentSource source) const;
  const Argument* first_argument(const SourceSpec& source) const;

  const Document& document_;
  const Text& text_;
  const EventIndex& index_;
  const SentenceParse& parse_;
  const Head& head_;
  const Candidate& candidate_;
  const Arguments& arguments_;
  const std::vector<Role>& roles_;
};

// The chunk after the last one that a chunk's phrase reaches to: its genitives, adjectives and, for
// a prepositional phrase or content, what follows up to the next phrase of the same head.
uint32_t extent_end(const SentenceParse& parse, const Head& head, uint32_t chunk, bool wide);

}  // namespace rasid
