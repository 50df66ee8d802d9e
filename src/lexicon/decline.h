// SPDX-License-Identifier: Apache-2.0
// decline: all written forms of a noun, adjective or participle. Compiler only.
// Gender and number of a form are those of the word itself; that a plural of things agrees as a
// feminine singular is for the reader to know (Lemma::human).
#pragma once
#include <string>
#include <vector>

#include "lexicon/inflect.h"

namespace rasid::inflection {

std::vector<WrittenForm> decline(const LemmaSource& lemma);

}  // namespace rasid::inflection
