// SPDX-License-Identifier: Apache-2.0
// Speakers: whose words they are, by the clauses and mentions of a sentence.
// In: a scene and a reporting word. Out: Mentions, put into an Act.
// Example: in "the minister and his guest said" both are speakers.
#pragma once
#include <cstdint>

#include "claim/scene.h"

namespace rasid::claim {

// The subject of a reporting verb: as the clause has it, the next name before the content (which
// begins at `limit`), the name before the verb, whoever spoke last.
void find_speaker(const Scene& scene, uint32_t at, uint32_t limit, const Act& last, Act& act);
// The subject of the sentence's first verb; answers the verb, or `at`.
uint32_t find_main_subject(const Scene& scene, uint32_t at, Act& act);
// The first mention that begins in [from, to) and may speak.
uint32_t first_mention(const Scene& scene, uint32_t from, uint32_t to);
uint32_t suffix_at(const Scene& scene, uint32_t token);
const Clause* clause_of(const Scene& scene, uint32_t predicate);
void add_subjects(const Scene& scene, const Clause& clause, Act& act);
void add_speaker(const Scene& scene, uint32_t mention, Act& act);
void copy_speakers(const Act& from, Act& to);
bool resolved(const Scene& scene, const Act& act);
bool same_speaker(const Scene& scene, uint32_t a, uint32_t b);
// Whether a statement ("declaration", "report") is named at a token.
bool names_statement(const Scene& scene, uint32_t at);
// "Turkey: the president calls for ..." only says where: a bare state before a sentence with a
// subject of its own.
bool is_label(const Scene& scene, uint32_t mention, uint32_t after);

}  // namespace rasid::claim
