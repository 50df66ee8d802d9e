// SPDX-License-Identifier: Apache-2.0
// TagTable: numbers for tags (what events are found by), with a memory of those met. For the
// writer; forget() after a rollback.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/coded.h"
#include "store/sqlite.h"

namespace rasid {

using TagNumber = int64_t;

class TagTable {
 public:
  explicit TagTable(Connection& db) : db_(db) {}
  TagNumber number(const Tag& tag);
  void count(TagNumber tag, int64_t more) { counts_[tag] += more; }
  void write_counts();
  void forget() {
    numbers_.clear();
    counts_.clear();
  }

 private:
  Connection& db_;
  std::unordered_map<std::string, TagNumber> numbers_;
  std::unordered_map<TagNumber, int64_t> counts_;
};

std::string pack_tags(const std::vector<TagNumber>& sorted);  // sealed (pack.h)
std::optional<std::vector<TagNumber>> unpack_tags(std::string_view row);

}  // namespace rasid
