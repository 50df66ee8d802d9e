// SPDX-License-Identifier: Apache-2.0
#include "join/threads_named.h"

#include <algorithm>

#include "base/hash.h"
#include "lexicon/lexicon.h"
#include "model/document.h"

namespace rasid {

std::vector<uint64_t> threads_named(const Document& document, const Lexicon& lexicon,
                                    uint32_t begin, uint32_t end) {
  std::vector<uint64_t> out;
  const Text& text = document.text;
  for (uint32_t token = begin; token < end && token + 1 < text.first_match.size(); ++token) {
    for (uint32_t m = text.first_match[token]; m < text.first_match[token + 1]; ++m) {
      const Entry entry = lexicon.entry(text.matches[m].entry);
      if (entry.type() == Type::nominal) out.push_back(hash64(entry.id()));
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace rasid
