// SPDX-License-Identifier: Apache-2.0
// The threads that words name: processes such as a conference or a negotiation. A known one is a
// Nominal of the lexicon (its kind: conference, process, accord, plan); others are named by form, a
// noun of class.thread.* and the states or the place that follow: "the Libyan talks" and "the talks
// of Libya" share one key. In: a Document after record/. Out: names with their tokens.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace rasid {

struct Document;
class Lexicon;

struct ThreadName {
  uint64_t key = 0;
  std::string text;
  uint32_t begin = 0, end = 0;  // tokens
};

class ThreadFinder {
 public:
  ThreadFinder(const Document& document, const Lexicon& lexicon);
  // Names that begin in tokens [begin, end), once each.
  std::vector<ThreadName> named(uint32_t begin, uint32_t end) const;
  // OpenQuestion bits of the words in tokens [begin, end).
  uint8_t questions(uint32_t begin, uint32_t end) const;

 private:
  void find_known();
  void find_formed(uint32_t token);
  std::string_view class_of(uint32_t token) const;             // "class.thread.talks", or empty
  uint64_t described_by(uint32_t token, bool definite) const;  // a state or place, else 0

  const Document& document_;
  const Lexicon& lexicon_;
  std::vector<ThreadName> names_;                        // sorted by begin
  std::vector<std::pair<uint32_t, uint8_t>> questions_;  // token, bit
};

}  // namespace rasid
