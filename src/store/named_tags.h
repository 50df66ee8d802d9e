// SPDX-License-Identifier: Apache-2.0
// The tags that people mean by a word: by code or id, by the name as written, else by all words of
// a name in normal form ("Genyf 2" finds the thread "mCtmr Genyf 2").
#pragma once
#include <string>
#include <vector>

#include "store/store.h"
#include "store/tag_table.h"

namespace rasid {

struct NamedTag {
  TagNumber number = 0;
  std::string name, shown;
  int64_t events = 0;
};

// Those with most events first.
std::vector<NamedTag> tags_named(Connection& db, TagKind kind, const std::string& value);

// Every filter is a set of tags of which an event must have one.
struct TagSet {
  std::vector<TagNumber> tags;
  int64_t events = 0;
};
struct TagSets {
  std::vector<TagSet> sets;  // the rarest first
  bool nothing = false;      // a filter names what no event has
};
TagSets tag_sets(Connection& db, const EventFilter& filter);

}  // namespace rasid
