// SPDX-License-Identifier: Apache-2.0
// The threads that some words name: processes such as a conference or a negotiation. A named one is
// a Nominal of the lexicon (kind conference, process, accord, truce ...).
#pragma once
#include <cstdint>
#include <vector>

namespace rasid {

struct Document;
class Lexicon;

// Hashes of the ids of the threads that tokens [begin, end) name, sorted.
std::vector<uint64_t> threads_named(const Document& document, const Lexicon& lexicon,
                                    uint32_t begin, uint32_t end);

}  // namespace rasid
