// SPDX-License-Identifier: Apache-2.0
// Any bytes as one paragraph: spans are sound, sentences cover all tokens, and a word's normal form
// is what base/letters.h makes of its span.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/letters.h"
#include "token/tokenize.h"

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace rasid;
  Document document;
  document.article.text.assign(reinterpret_cast<const char*>(data), size);
  document.article.blocks = {{Part::paragraph, {0, static_cast<uint32_t>(size)}, 1}};
  tokenize(document);
  const Text& text = document.text;
  uint32_t at = 0, next = 0;
  for (uint32_t t = 0; t < text.tokens.size(); ++t) {
    const Token& token = text.tokens[t];
    must(at <= token.span.begin && token.span.begin < token.span.end && token.span.end <= size);
    at = token.span.end;
    must(token.mark != Mark::quote);
    if (token.kind == TokenKind::word) {
      must(fold(slice(document.article.text, token.span)).normal == text.normal(t));
    }
  }
  for (const Sentence& sentence : text.sentences) {
    must(sentence.begin == next && sentence.begin < sentence.end);
    next = sentence.end;
  }
  must(next == text.tokens.size());
  dump_tokens(document);
  return 0;
}
