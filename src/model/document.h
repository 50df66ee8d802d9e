// SPDX-License-Identifier: Apache-2.0
// Document: all that the stages find in one article. One a thread, reused: clear() keeps the
// memory.
#pragma once
#include <string>
#include <vector>

#include "model/article.h"
#include "model/event.h"
#include "model/mention.h"
#include "model/moment.h"
#include "model/record.h"
#include "model/text.h"

namespace rasid {

struct Document {
  Article article;
  Text text;
  std::vector<Participant> participants;
  std::vector<Mention> mentions;     // sorted by head token, overt before pronoun before elided
  std::vector<uint32_t> stands_for;  // participant indices of mentions
  std::vector<Moment> moments;       // sorted by begin
  std::vector<Clause> clauses;       // sorted by begin, outer before inner
  std::vector<uint32_t> clause_subjects;
  std::vector<Event> events;  // in text order
  std::vector<Role> roles;
  std::vector<Claim> claims;  // one an event
  std::vector<uint32_t> speakers;
  std::vector<Record> records;
  void clear();
  void clear_findings();  // all but the article
};

}  // namespace rasid
