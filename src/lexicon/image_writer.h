// SPDX-License-Identifier: Apache-2.0
// image_writer: checked entries, lemmas and phrases -> the bytes of an image (image.h). Inflects
// every lemma on the way. The same input gives the same bytes.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/phrase_trie.h"

namespace rasid {

Result<std::string> image_of(const std::vector<EntrySource>& entries, const LemmaTable& lemmas,
                             const PhraseTrie& trie, std::string_view source_hash);

}  // namespace rasid
