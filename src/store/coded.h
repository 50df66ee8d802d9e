// SPDX-License-Identifier: Apache-2.0
// CodedArticle: one coded article as the store takes it in. Made by the threads that code, so that
// the one that writes has little left to do.
// In: a Document after record/. Out: its reports, its tags (what events are found by), the words
// for the full-text index, its sketch, and its content as packed bytes.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "join/report.h"
#include "model/article.h"
#include "model/record.h"
#include "store/search_text.h"
#include "store/sketch.h"

namespace rasid {

struct Document;
class Lexicon;

// What an event can be found by. The letter goes into the file: never change one.
enum class TagKind : char {
  party = 'a',     // "SAU", "SAU:GOV", "person.adel_aljubeir", an office, or =name
  dyad = 'd',      // "SAU>RUS": who did it to whom; both ways where several do it together
  category = 'c',  // "CONSULT", "CONSULT.visit"
  status = 's',    // held, planned, possible, negated; disputed, postponed, silent
  place = 'p',     // a place's id, its state's code, or =name
  outlet = 'o',
  speaker = 'v',  // as party
  thread = 't',   // a thread's key
};

struct Tag {
  TagKind kind = TagKind::party;
  std::string name;   // what it is found by
  std::string shown;  // how people write it, where the name is a code or id
  bool operator==(const Tag&) const = default;
};

// The content of an article: what is shown of it, and what a new coding or deletion needs.
struct Content {
  std::string key;  // the article's lasting name: its url, else its id
  std::string id, url, outlet, published_basis, lexicon;
  Span headline;
  uint32_t first_code_point = 0;
  std::string text;
  std::vector<Block> blocks;
  std::vector<SearchToken> tokens;
  std::vector<Record> records;
};
std::string packed(const Content& content);
std::optional<Content> unpacked(std::string_view bytes);  // nothing where they are damaged
// The article as it was read, to be coded anew.
Article article_of(const Content& content, std::optional<int32_t> published);
// The line of the text around a span, without its white space.
Span line_around(std::string_view text, Span span);

struct CodedReport {
  Report report;
  std::vector<Tag> tags;
  bool dismissed = false;  // people say that there is no such deed
};

struct CodedArticle {
  uint64_t key = 0;   // hash of Content::key
  uint64_t hash = 0;  // of the text
  uint64_t outlet_hash = 0;
  int32_t published = kNoDay;
  std::string outlet, lexicon;
  std::string content;      // packed
  std::string frame;        // content as Store::prepare compressed it; may be empty
  int64_t dictionary = 0;   // of the frame
  std::string search_line;  // for the full-text index
  Sketch sketch;
  std::vector<CodedReport> reports;
};

inline constexpr size_t kMostReports = 4096;  // of one article; further ones are left out

std::string key_of(const Article& article);
CodedArticle coded(const Document& document, const Lexicon& lexicon);
std::vector<Tag> tags_of(const Record& record);
void add_thread_tags(std::vector<Tag>& tags, const Report& report);

}  // namespace rasid
