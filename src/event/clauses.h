// SPDX-License-Identifier: Apache-2.0
// Clauses: the chunks of a sentence put into nested clauses, each with its predicate, subject and
// objects. In: linked chunks. Out: clause drafts, and each chunk's clause.
// Example: "[content [main said Lavrov] that [Moscow rejects the plan]]".
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "event/chunks.h"

namespace rasid {

struct ClauseDraft {
  ClauseKind kind = ClauseKind::main;
  uint32_t parent = kNone;       // clause
  uint32_t sister = kNone;       // earlier clause whose subject this one shares
  uint32_t opener = kNone;       // chunk
  uint32_t predicate = kNone;    // chunk: a verb, or a participle that stands as one
  uint32_t auxiliary = kNone;    // chunk: kana before its verb
  uint32_t antecedent = kNone;   // chunk a relative clause describes
  uint32_t first = 0, last = 0;  // chunks, last included; nested clauses included
  bool quoted = false;
  bool passive = false;
  bool participle = false;   // the predicate is a participle; it shares its parent's subject
  uint32_t subject = kNone;  // chunk
  uint32_t subject_mention = kNone;  // the mention: of the chunk, or a suffix, or elided
  const char* subject_rule = "";
  uint32_t partner = kNone;  // chunk coordinated with a pronoun subject (that he | and X met)
  uint32_t object = kNone, object2 = kNone;  // chunks
  uint32_t object_mention = kNone;           // a pronoun on the verb
};

void build_clauses(const Document& document, const EventIndex& index, std::vector<Chunk>& chunks,
                   std::vector<ClauseDraft>& out);
// Fills subject, objects and passive of each clause.
void find_subjects(const Document& document, const EventIndex& index, const TokenMaps& maps,
                   const std::vector<Chunk>& chunks, std::vector<ClauseDraft>& clauses);

std::string dump_clauses(const Document& document, const std::vector<Chunk>& chunks,
                         const std::vector<ClauseDraft>& clauses);

}  // namespace rasid
