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
  bool exact = false;  // named just so
};

// Those with most events first.
std::vector<NamedTag> tags_named(Connection& db, TagKind kind, const std::string& value);
// Threads by key, or by words of their names: those named just so first; all where `words` is
// empty.
std::vector<NamedTag> threads_named(Connection& db, const std::string& words);
// The values of a filter that no tag means, with those that are most like them.
std::vector<UnknownValue> unknown_values(Connection& db, const EventFilter& filter);

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
