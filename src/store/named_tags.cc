// SPDX-License-Identifier: Apache-2.0
#include "store/named_tags.h"

#include <algorithm>

#include "join/report.h"

namespace rasid {
namespace {

void take(Query& query, std::vector<NamedTag>& out) {
  while (query.next()) {
    out.push_back({query.integer(0), std::string(query.text(1)), std::string(query.text(2)),
                   query.integer(3)});
  }
}

}  // namespace

std::vector<NamedTag> tags_named(Connection& db, TagKind kind, const std::string& value) {
  const std::string letter(1, static_cast<char>(kind));
  std::vector<NamedTag> out;
  {
    Query query(db, "SELECT id, name, shown, events FROM tag WHERE kind = ? AND name = ?");
    query.bind(letter).bind(value);
    take(query, out);
  }
  if (!out.empty()) return out;
  const std::vector<std::string> asked = words_without_article(value);
  const bool codes_only = asked.empty() || kind == TagKind::category || kind == TagKind::status ||
                          kind == TagKind::dyad || kind == TagKind::outlet;
  if (codes_only) return out;
  std::vector<NamedTag> all;
  {
    Query query(db,
                "SELECT id, name, shown, events FROM tag WHERE kind = ? AND shown <> '' AND events "
                "> 0");
    query.bind(letter);
    take(query, all);
  }
  for (NamedTag& tag : all) {
    const std::vector<std::string> words = words_without_article(tag.shown);
    const bool fits = std::all_of(asked.begin(), asked.end(), [&](const std::string& word) {
      return std::find(words.begin(), words.end(), word) != words.end();
    });
    if (fits) out.push_back(std::move(tag));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const NamedTag& a, const NamedTag& b) { return a.events > b.events; });
  return out;
}

TagSets tag_sets(Connection& db, const EventFilter& filter) {
  TagSets out;
  const auto add = [&](TagKind kind, const std::vector<std::string>& values) {
    if (values.empty()) return;
    TagSet set;
    for (const std::string& value : values) {
      for (const NamedTag& tag : tags_named(db, kind, value)) {
        set.tags.push_back(tag.number);
        set.events += tag.events;
      }
    }
    out.nothing |= set.tags.empty();
    out.sets.push_back(std::move(set));
  };
  add(TagKind::party, filter.actor);
  add(TagKind::dyad, filter.dyad);
  add(TagKind::category, filter.category);
  add(TagKind::status, filter.status);
  add(TagKind::place, filter.place);
  add(TagKind::outlet, filter.outlet);
  add(TagKind::speaker, filter.speaker);
  add(TagKind::thread, filter.thread);
  std::sort(out.sets.begin(), out.sets.end(),
            [](const TagSet& a, const TagSet& b) { return a.events < b.events; });
  return out;
}

}  // namespace rasid
