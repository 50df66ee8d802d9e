// SPDX-License-Identifier: Apache-2.0
// Search text: the words of an article as the full-text index holds them: the normal form of
// base/letters.h without clitics, so that `AlAmm` is found in `wAlAmm` however its alefs are
// written. Each word keeps where it stands in the text, so that a hit is shown in the original.
// In: a Document after morph/. Out: SearchTokens and the line of words that goes into the index.
// The index knows small letters only; search_word writes each normal letter as one of its own.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace rasid {

struct Document;
class Lexicon;
struct Analysis;

// How search_word writes words: another number wherever a word comes out otherwise. A store whose
// index has another one is indexed anew by whoever writes next.
inline constexpr int kSearchForm = 1;

struct SearchToken {
  Span span;                            // bytes of the article's text
  uint8_t cut_front = 0, cut_back = 0;  // letters of the normal form that are clitics; at most 15
  bool open_end = false;  // before an enclitic a ta marbuta is written as t: indexed as h again
  bool operator==(const SearchToken&) const = default;
};

std::vector<SearchToken> search_tokens(const Document& document, const Lexicon& lexicon);
// The word of one token as the index holds it; empty for what is not indexed.
std::string search_word(std::string_view written, const SearchToken& token);
// All words of a text in order, a space between two.
std::string search_line(std::string_view text, const std::vector<SearchToken>& tokens);

// What a query asks: terms that must all (or, `without`, must not) occur. A term is one word or a
// phrase; each word may be any of its readings.
struct SearchTerm {
  std::vector<std::vector<std::string>> words;
  std::vector<std::string> written;  // as the query writes them, for the exact mode
  bool without = false, prefix = false;
};
struct SearchQuery {
  std::vector<SearchTerm> terms;
  bool exact = false;
  bool empty() const { return terms.empty(); }
  // For the index; empty where nothing positive is asked. Phrases of many readings are asked
  // loosely: where needs_look, answers() tells which of the articles found are meant.
  std::string expression() const;
  bool needs_look() const;
};

// `document` holds the query as its text, after morph/ (see query_document).
SearchQuery read_query(const Document& document, const Lexicon& lexicon);
// Fills a document with a query, ready for the stages token and morph.
void query_document(Document& document, std::string_view query);

// Whether all that the query asks occurs in `text`, and nothing of what must not.
bool answers(const SearchQuery& query, std::string_view text,
             const std::vector<SearchToken>& tokens);
// The words of `text` that answer the query, in order, not overlapping. In exact mode only those
// written as the query writes them; none where a term is missing.
std::vector<Span> found_words(const SearchQuery& query, std::string_view text,
                              const std::vector<SearchToken>& tokens);

}  // namespace rasid
