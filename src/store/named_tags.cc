// SPDX-License-Identifier: Apache-2.0
#include "store/named_tags.h"

#include <algorithm>

#include "join/report.h"

namespace rasid {
namespace {

void take(Query& query, std::vector<NamedTag>& out) {
  while (query.next()) {
    out.push_back({query.integer(0), std::string(query.text(1)), std::string(query.text(2)),
                   query.integer(3), false});
  }
}

bool has_all(const std::vector<std::string>& words, const std::vector<std::string>& asked) {
  return std::all_of(asked.begin(), asked.end(), [&](const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  });
}

// Those of a kind that have a name to show, most events first.
std::vector<NamedTag> shown_tags(Connection& db, TagKind kind) {
  std::vector<NamedTag> out;
  Query query(db,
              "SELECT id, name, shown, events FROM tag WHERE kind = ? AND shown <> '' AND events > "
              "0 ORDER BY events DESC, name");
  query.bind(std::string(1, static_cast<char>(kind)));
  take(query, out);
  return out;
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
  for (NamedTag& tag : shown_tags(db, kind)) {
    const std::vector<std::string> words = words_without_article(tag.shown);
    if (has_all(words, asked)) out.push_back(std::move(tag));
  }
  return out;
}

std::vector<NamedTag> threads_named(Connection& db, const std::string& words) {
  const std::vector<std::string> asked = words_without_article(words);
  std::vector<NamedTag> out;
  for (NamedTag& tag : shown_tags(db, TagKind::thread)) {
    const std::vector<std::string> name = words_without_article(tag.shown);
    tag.exact = tag.name == words || (!asked.empty() && name == asked);
    if (words.empty() || tag.exact || (!asked.empty() && has_all(name, asked)))
      out.push_back(std::move(tag));
  }
  std::stable_partition(out.begin(), out.end(), [](const NamedTag& tag) { return tag.exact; });
  return out;
}

namespace {

// How many letters must change to make one word of the other.
size_t distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t corner = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t changed = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
      corner = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
    }
  }
  return row[b.size()];
}

// For comparison: small letters, or the normal form of Arabic words.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  const bool ascii = std::all_of(out.begin(), out.end(), [](char c) { return (c & 0x80) == 0; });
  if (ascii) return out;
  out.clear();
  for (const std::string& word : words_without_article(text)) out += word + " ";
  return out;
}

std::vector<std::string> nearest(Connection& db, TagKind kind, const std::string& value) {
  constexpr size_t kMost = 6, kLongest = 64;
  std::vector<NamedTag> all;
  {
    Query query(db,
                "SELECT id, name, shown, events FROM tag WHERE kind = ? AND events > 0 ORDER BY "
                "events DESC");
    query.bind(std::string(1, static_cast<char>(kind)));
    take(query, all);
  }
  const std::string asked = plain(std::string_view(value).substr(0, kLongest));
  std::vector<std::pair<size_t, std::string>> ranked;
  for (const NamedTag& tag : all) {
    const std::string name = plain(std::string_view(tag.name).substr(0, kLongest));
    const std::string shown = plain(std::string_view(tag.shown).substr(0, kLongest));
    size_t away = distance(asked, name);
    if (!shown.empty()) away = std::min(away, distance(asked, shown));
    ranked.emplace_back(away, tag.shown.empty() ? tag.name : tag.name + " " + tag.shown);
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> out;
  for (size_t i = 0; i < ranked.size() && i < kMost; ++i)
    out.push_back(std::move(ranked[i].second));
  return out;
}

}  // namespace

std::vector<UnknownValue> unknown_values(Connection& db, const EventFilter& filter) {
  std::vector<UnknownValue> out;
  const auto look = [&](const char* what, TagKind kind, const std::vector<std::string>& values) {
    for (const std::string& value : values) {
      if (kind == TagKind::status && value == "silent") continue;
      if (tags_named(db, kind, value).empty())
        out.push_back({what, value, nearest(db, kind, value)});
    }
  };
  look("actor", TagKind::party, filter.actor);
  for (const std::string& dyad : filter.dyad) {  // two that are known may never have met
    const size_t arrow = dyad.find('>');
    if (arrow == std::string::npos)
      out.push_back({"dyad", dyad, nearest(db, TagKind::dyad, dyad)});
    else
      look("dyad", TagKind::party, {dyad.substr(0, arrow), dyad.substr(arrow + 1)});
  }
  look("category", TagKind::category, filter.category);
  look("status", TagKind::status, filter.status);
  look("place", TagKind::place, filter.place);
  look("outlet", TagKind::outlet, filter.outlet);
  look("speaker", TagKind::speaker, filter.speaker);
  look("thread", TagKind::thread, filter.thread);
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
