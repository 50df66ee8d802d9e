// SPDX-License-Identifier: Apache-2.0
#include "store/search_text.h"

#include <algorithm>

#include "base/letters.h"
#include "base/utf8.h"
#include "lexicon/lexicon.h"
#include "model/document.h"

namespace rasid {
namespace {

constexpr uint8_t kMostCut = 15;  // letters; see SearchToken

// The index folds capitals, so normal letters that are capitals get small letters that no normal
// letter uses, or signs that its tokenizer is told of (schema.sql).
constexpr std::string_view kCapitals = "ACEHSDTZV";
constexpr std::string_view kWrittenAs = "aieoup_@$";

char index_letter(char normal) {
  const size_t at = kCapitals.find(normal);
  return at == std::string_view::npos ? normal : kWrittenAs[at];
}

bool arabic(std::string_view written) {
  for (size_t at = 0; at < written.size();) {
    const CodePoint point = decode(written, at);
    const LetterClass kind = letter_info(point.value).kind;
    if (kind == LetterClass::letter || kind == LetterClass::letter_pair ||
        kind == LetterClass::digit)
      return true;
    at += point.length;
  }
  return false;
}

SearchToken token_of(const Text& text, uint32_t number, const Analysis& analysis,
                     const Lexicon& lexicon) {
  const Token& token = text.tokens[number];
  SearchToken out{token.span, 0, 0, false};
  const size_t length = token.normal_length;
  if (token.kind != TokenKind::word) return out;
  if (analysis.stem_end > analysis.stem_begin && analysis.stem_end <= length) {
    out.cut_front = static_cast<uint8_t>(std::min<size_t>(analysis.stem_begin, kMostCut));
    out.cut_back = static_cast<uint8_t>(std::min<size_t>(length - analysis.stem_end, kMostCut));
  }
  // Names keep their article in their analysis; here it goes, so that they are found without it
  // too.
  const std::string_view stem =
      text.normal(number).substr(out.cut_front, length - out.cut_front - out.cut_back);
  if (stem.size() > 4 && begins_with_article(stem) && out.cut_front + 2 <= kMostCut)
    out.cut_front = static_cast<uint8_t>(out.cut_front + 2);
  if (out.cut_back == 0 || analysis.lemma == kNone || analysis.pos == Pos::verb) return out;
  const std::string_view normal = text.normal(number);
  out.open_end =
      normal[analysis.stem_end - 1] == 't' && lexicon.lemma(analysis.lemma).normal.ends_with('h');
  return out;
}

bool indexed(const Token& token) {
  return token.kind == TokenKind::word || token.kind == TokenKind::number ||
         token.kind == TokenKind::latin;
}

void add_once(std::vector<std::string>& list, std::string word) {
  if (!word.empty() && std::find(list.begin(), list.end(), word) == list.end())
    list.push_back(std::move(word));
}

// All readings of a query's word.
std::vector<std::string> readings(const Document& document, uint32_t number,
                                  const Lexicon& lexicon) {
  constexpr size_t kMostReadings = 4;
  std::vector<std::string> out;
  const Text& text = document.text;
  const std::string_view written = slice(document.article.text, text.tokens[number].span);
  const TokenAnalyses analyses =
      number < text.of_token.size() ? text.of_token[number] : TokenAnalyses{};
  for (uint32_t i = 0; i < analyses.count && out.size() < kMostReadings; ++i) {
    const Analysis& analysis = text.analyses[analyses.first + i];
    add_once(out, search_word(written, token_of(text, number, analysis, lexicon)));
  }
  add_once(out, search_word(written, token_of(text, number, kNoAnalysis, lexicon)));
  return out;
}

// Without diacritics and tatweel.
std::string bare(std::string_view written) {
  std::string out;
  for (size_t at = 0; at < written.size();) {
    const CodePoint point = decode(written, at);
    if (letter_info(point.value).kind != LetterClass::ignored)
      out += written.substr(at, point.length);
    at += point.length;
  }
  return out;
}

constexpr size_t kMostPhrases = 64;

// How many phrases the readings of a term's words make; at most one more than kMostPhrases.
size_t phrase_count(const SearchTerm& term) {
  size_t out = 1;
  for (const auto& word : term.words) out = std::min(out * word.size(), kMostPhrases + 1);
  return out;
}

void phrases(const SearchTerm& term, size_t at, const std::string& begun,
             std::vector<std::string>& out) {
  if (at == term.words.size()) {
    out.push_back("\"" + begun + "\"" + (term.prefix ? "*" : ""));
    return;
  }
  for (const std::string& word : term.words[at])
    phrases(term, at + 1, begun.empty() ? word : begun + " " + word, out);
}

std::string any_of(const std::vector<std::string>& all) {
  std::string out = "(";
  for (const std::string& one : all) out += (out.size() > 1 ? " OR " : "") + one;
  return out + ")";
}

// Every word in any of its readings, wherever it stands.
std::string loosely(const SearchTerm& term) {
  std::string out;
  for (size_t i = 0; i < term.words.size(); ++i) {
    std::vector<std::string> readings;
    const bool begins = term.prefix && i + 1 == term.words.size();
    for (const std::string& word : term.words[i])
      readings.push_back("\"" + word + "\"" + (begins ? "*" : ""));
    out += (out.empty() ? "(" : " AND ") + any_of(readings);
  }
  return out + ")";
}

std::string expression_of(const SearchTerm& term) {
  if (phrase_count(term) > kMostPhrases) return loosely(term);
  std::vector<std::string> all;
  phrases(term, 0, "", all);
  return any_of(all);
}

// Where the terms of a query stand in a text.
class Looking {
 public:
  Looking(const SearchQuery& query, std::string_view text, const std::vector<SearchToken>& tokens)
      : exact_(query.exact), text_(text), tokens_(tokens) {
    words_.reserve(tokens.size());
    for (const SearchToken& token : tokens)
      words_.push_back(search_word(slice(text, token.span), token));
  }
  // Appends them; answers whether there is one.
  bool places(const SearchTerm& term, std::vector<Span>& out) const {
    const size_t before = out.size(), length = term.words.size();
    for (size_t at = 0; length != 0 && at + length <= tokens_.size(); ++at) {
      if (fits(term, at))
        out.push_back({tokens_[at].span.begin, tokens_[at + length - 1].span.end});
    }
    return out.size() > before;
  }

 private:
  bool fits(const SearchTerm& term, size_t at) const {
    for (size_t i = 0; i < term.words.size(); ++i) {
      const std::string& word = words_[at + i];
      const bool begins = term.prefix && i + 1 == term.words.size();
      const bool any =
          std::any_of(term.words[i].begin(), term.words[i].end(), [&](const std::string& reading) {
            return begins ? word.starts_with(reading) : word == reading;
          });
      if (!any) return false;
      if (exact_ && bare(slice(text_, tokens_[at + i].span)) != term.written[i]) return false;
    }
    return true;
  }

  bool exact_;
  std::string_view text_;
  const std::vector<SearchToken>& tokens_;
  std::vector<std::string> words_;
};

}  // namespace

std::vector<SearchToken> search_tokens(const Document& document, const Lexicon& lexicon) {
  std::vector<SearchToken> out;
  const Text& text = document.text;
  for (uint32_t i = 0; i < text.tokens.size(); ++i) {
    if (indexed(text.tokens[i])) out.push_back(token_of(text, i, text.analysis(i), lexicon));
  }
  return out;
}

std::string search_word(std::string_view written, const SearchToken& token) {
  std::string out;
  if (!arabic(written)) {
    out = "~";
    for (const char c : written) {
      const bool letter = static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') ||
                          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (letter) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return out.size() == 1 ? std::string() : out;
  }
  const std::string normal = fold(written).normal;
  const size_t cut = size_t{token.cut_front} + token.cut_back;
  if (normal.size() <= cut) return out;
  for (const char c : std::string_view(normal).substr(token.cut_front, normal.size() - cut))
    out += index_letter(c);
  if (token.open_end && out.back() == 't') out.back() = 'h';
  return out;
}

std::string search_line(std::string_view text, const std::vector<SearchToken>& tokens) {
  std::string out;
  for (const SearchToken& token : tokens) {
    const std::string word = search_word(slice(text, token.span), token);
    // A word that is not indexed keeps its place, so that phrases stay phrases.
    if (!out.empty()) out += ' ';
    out += word.empty() ? "~" : word;
  }
  return out;
}

void query_document(Document& document, std::string_view query) {
  document.clear();
  document.article.text = repaired(query.substr(0, 4096)).text;
  Block block;
  block.span = {0, static_cast<uint32_t>(document.article.text.size())};
  block.line = 1;
  document.article.blocks.push_back(block);
}

SearchQuery read_query(const Document& document, const Lexicon& lexicon) {
  SearchQuery out;
  const std::string_view text = document.article.text;
  uint32_t in_phrase = 0;  // straight quotation marks seen; odd: inside one
  uint32_t at = 0, phrase = 0;
  for (uint32_t i = 0; i < document.text.tokens.size(); ++i) {
    const Token& token = document.text.tokens[i];
    const std::string_view gap = slice(text, {at, token.span.begin});
    in_phrase += static_cast<uint32_t>(std::count(gap.begin(), gap.end(), '"'));
    if (!indexed(token)) continue;
    at = token.span.end;
    const bool minus = token.span.begin > 0 && text[token.span.begin - 1] == '-' &&
                       (token.span.begin == 1 || text[token.span.begin - 2] == ' ');
    const bool goes_on = in_phrase % 2 == 1 && phrase == in_phrase && !out.terms.empty();
    if (!goes_on) out.terms.emplace_back().without = minus;
    phrase = in_phrase;
    SearchTerm& term = out.terms.back();
    term.words.push_back(readings(document, i, lexicon));
    term.written.push_back(bare(slice(text, token.span)));
    if (token.span.end < text.size() && text[token.span.end] == '*') term.prefix = true;
  }
  std::erase_if(out.terms, [](const SearchTerm& term) {
    return std::any_of(term.words.begin(), term.words.end(),
                       [](const auto& word) { return word.empty(); });
  });
  return out;
}

std::string SearchQuery::expression() const {
  std::string with, without;
  for (const SearchTerm& term : terms) {
    // What is asked loosely would keep out too much.
    if (term.without && phrase_count(term) > kMostPhrases) continue;
    std::string& into = term.without ? without : with;
    into += (into.empty() ? "" : term.without ? " OR " : " AND ") + expression_of(term);
  }
  if (with.empty()) return with;
  return without.empty() ? with : "(" + with + ") NOT (" + without + ")";
}

bool SearchQuery::needs_look() const {
  return exact || std::any_of(terms.begin(), terms.end(), [](const SearchTerm& term) {
           return phrase_count(term) > kMostPhrases;
         });
}

bool answers(const SearchQuery& query, std::string_view text,
             const std::vector<SearchToken>& tokens) {
  const Looking looking(query, text, tokens);
  std::vector<Span> places;
  return std::all_of(query.terms.begin(), query.terms.end(), [&](const SearchTerm& term) {
    return looking.places(term, places) != term.without;
  });
}

std::vector<Span> found_words(const SearchQuery& query, std::string_view text,
                              const std::vector<SearchToken>& tokens) {
  const Looking looking(query, text, tokens);
  std::vector<Span> out;
  for (const SearchTerm& term : query.terms) {
    if (!term.without && !looking.places(term, out) && query.exact) return {};
  }
  std::sort(out.begin(), out.end(), [](Span a, Span b) { return a.begin < b.begin; });
  std::vector<Span> apart;
  for (const Span span : out) {
    if (apart.empty() || span.begin >= apart.back().end) apart.push_back(span);
  }
  return apart;
}

}  // namespace rasid
