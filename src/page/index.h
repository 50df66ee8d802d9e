// SPDX-License-Identifier: Apache-2.0
// PageIndex: what the lexicon knows of pages: PageWord phrases, and the names that stand in
// bylines and datelines (cities, agencies, given names, months). Built once, immutable, shared.
// Example: index.match(words of "share this") is the entry of furniture that says so.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/word_sketch.h"
#include "lexicon/lexicon.h"
#include "page/line_words.h"

namespace rasid {

enum class PagePart : uint8_t { section, furniture, comments, byline, caption, dateline, related };
enum class PageMatch : uint8_t { contains, prefix, whole };

struct PageHit {
  EntryId entry = kNone;
  PagePart part = PagePart::furniture;
  PageMatch match = PageMatch::contains;
  uint32_t words = 0;  // how many words of the line the phrase took
};

class PageIndex {
 public:
  // Entries it can't use are appended to `problems`.
  PageIndex(const Lexicon& lexicon, std::vector<Error>& problems);

  // The best hit of a line: whole before prefix before contains, then the longest phrase.
  // Numbers do not count for `whole` ("comments (3)").
  PageHit match(const LineWords& words) const;

  // Whether the line is made of three or more labels that stand by themselves elsewhere ("print
  // share facebook"), all sections ("home > news > politics") or all furniture.
  PageHit row_of_labels(const LineWords& words) const;
  // Whether its first word may be one of such a row's, or of any phrase.
  bool may_begin_row(const LineWords& words) const {
    return words.size() > 0 && (words.is_number(0) || first_.may_hold(words.normal(0)));
  }

  // What a run of words names; `kind` is asked of one run, so the order of tests is the caller's.
  enum class Name : uint8_t { city, state, agency, filler };  // filler: words around dates
  bool names(Name kind, const LineWords& words, size_t begin, size_t end) const;
  // The PageWord entry of a dateline that these words are, or kNone.
  EntryId dateline_entry(const LineWords& words, size_t begin, size_t end) const;
  bool is_given_name(std::string_view normal) const;
  bool is_weekday(std::string_view normal) const;
  // 1 to 12 where a month's name begins at `word`, with its length in words; kHijri for a month of
  // that calendar.
  static constexpr int kHijri = -1;
  int month_at(const LineWords& words, size_t word, size_t& length) const;
  bool may_be_verb(std::string_view normal) const;  // a perfect verb
  // A verb of any tense, maybe behind wa- or fa-: no name begins so.
  bool is_verb(std::string_view normal) const;
  bool is_function_word(std::string_view normal) const;
  // A word of a title or of people told by a common noun ("minister", "source").
  bool is_title(std::string_view normal) const;

 private:
  struct Phrase {
    uint64_t first;  // hash of the first word
    std::vector<std::string> words;
    EntryId entry;
    PagePart part;
    PageMatch match;
  };
  struct Month {
    uint64_t first;
    std::vector<std::string> words;
    int value;
  };
  // Whether some phrase may begin with the word: most words are told apart at once.
  void add_page_word(const Entry& entry, std::vector<Error>& problems);
  void add_names(std::vector<uint64_t>& to, const Entry& entry, Key key);
  void add_organizations();
  const Phrase* label_at(const LineWords& words, size_t at) const;
  void consider(const Phrase& phrase, const LineWords& words, size_t at, PageHit& best) const;

  const Lexicon* lexicon_;
  WordSketch first_;             // of words that begin phrases
  std::vector<Phrase> phrases_;  // sorted by first
  // Bits of the hashes in cities_, states_, agencies_ and fillers_: most words are in none.
  static constexpr size_t kNameBits = 1U << 15;
  std::vector<uint64_t> name_bits_ = std::vector<uint64_t>(kNameBits / 64);
  std::vector<uint64_t> cities_, states_, agencies_, fillers_, given_names_,
      weekdays_;  // sorted hashes
  std::vector<Month> months_;
};

}  // namespace rasid
