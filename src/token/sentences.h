// SPDX-License-Identifier: Apache-2.0
// Sentences: cuts the tokens of one block into sentences; see tokenize.h for the rules.
// In: tokens with quotation marks resolved. Out: sentences appended.
#pragma once
#include <vector>

#include "model/text.h"

namespace rasid {

// `model` carries block and headline of the sentences to make.
void cut_sentences(const std::vector<Token>& tokens, uint32_t begin, uint32_t end, Sentence model,
                   std::vector<Sentence>& out);

}  // namespace rasid
