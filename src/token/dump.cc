// SPDX-License-Identifier: Apache-2.0
#include "token/tokenize.h"

namespace rasid {

std::string_view name_of(TokenKind kind) {
  static constexpr std::string_view kNames[] = {"word", "number", "latin", "punctuation", "other"};
  return kNames[static_cast<size_t>(kind)];
}

std::string_view name_of(Mark mark) {
  static constexpr std::string_view kNames[] = {
      "none",        "full_stop",    "comma",         "semicolon", "colon",      "question",
      "exclamation", "ellipsis",     "dash",          "slash",     "open_quote", "close_quote",
      "quote",       "open_bracket", "close_bracket", "other"};
  return kNames[static_cast<size_t>(mark)];
}

namespace {

void append_number(std::string& out, uint32_t number) { out += std::to_string(number); }

void append_token(std::string& out, const Document& document, uint32_t index) {
  const Token& token = document.text.tokens[index];
  out += token.space_before ? "  " : " +";  // + stands right behind the token before it
  append_number(out, index);
  out += ' ';
  append_number(out, token.span.begin);
  out += "..";
  append_number(out, token.span.end);
  out += ' ';
  out += token.kind == TokenKind::punctuation ? name_of(token.mark) : name_of(token.kind);
  out += ' ';
  out += token.kind == TokenKind::punctuation ? slice(document.article.text, token.span)
                                              : document.text.normal(index);
  if (token.quote_depth > 0) out += " quoted " + std::to_string(token.quote_depth);
  out += '\n';
}

}  // namespace

std::string dump_tokens(const Document& document) {
  std::string out;
  const Text& text = document.text;
  for (size_t s = 0; s < text.sentences.size(); ++s) {
    const Sentence& sentence = text.sentences[s];
    out += "sentence " + std::to_string(s) + " block " + std::to_string(sentence.block);
    if (sentence.headline) out += " headline";
    out += '\n';
    for (uint32_t t = sentence.begin; t < sentence.end; ++t) append_token(out, document, t);
  }
  return out;
}

}  // namespace rasid
