// SPDX-License-Identifier: Apache-2.0
// Tokenize: the text of an article -> tokens and sentences, for the blocks that can carry events
// (headline, kicker, subheading, standfirst, paragraph, caption, list item).
// In: Document::article. Out: Document::text.tokens, .normals, .sentences; article.repairs counts
// quotations that nothing closed. Any bytes are taken; time and memory are linear in the text.
//
// Tokens. A word is a run of Arabic letters with what is written inside them (diacritics, tatweel,
//   zero-width marks): the span has all of it, the normal form only letters. A run longer than
//   kLongestWord letters is cut. A number is digits of any one kind with decimal and thousands
//   separators ("1,500.25" has the normal form "1500.25"); a percent sign is a token of its own. A
//   run of dots, or of dashes, is one token; tatweel that stands alone is a dash. `other` is a run
//   in another script.
// Quotations. The straight quotation mark becomes open_quote or close_quote by the spaces around
//   it and by what is open. Token::quote_depth counts quotations around the token; the marks
//   themselves lie outside. What is still open at a block's end is closed there.
// Sentences. Each token of a block lies in exactly one sentence. A sentence ends at . ! ? and
//   ellipsis (with the closing marks that follow), not after initials and abbreviations, in numbers
//   and addresses, nor at an ellipsis that opens it; a sentence of more than kLongestSentence
//   tokens is cut.
//
// Example (normal forms): "qAl d. slym: \"sntfAwD\". wOAd." -> [qAl d . slym : " sntfAwD " .]
// [wEAd .]
#pragma once
#include <string>

#include "model/document.h"

namespace rasid {

inline constexpr uint32_t kLongestWord = 200;       // letters; Analysis keeps stem ends in a byte
inline constexpr uint32_t kLongestSentence = 1000;  // tokens; later stages work sentence-wise

void tokenize(Document& document);

// A stable text form: a line a sentence, "  " and a line a token: span, kind or mark, normal form,
// depth.
std::string dump_tokens(const Document& document);
std::string_view name_of(TokenKind kind);
std::string_view name_of(Mark mark);

}  // namespace rasid
