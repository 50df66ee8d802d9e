// SPDX-License-Identifier: Apache-2.0
#include "store/tag_table.h"

#include "store/pack.h"

namespace rasid {

TagNumber TagTable::number(const Tag& tag) {
  std::string name(1, static_cast<char>(tag.kind));
  name += tag.name;
  const auto known = numbers_.find(name);
  if (known != numbers_.end()) return known->second;
  const std::string_view kind = std::string_view(name).substr(0, 1);
  TagNumber number = 0;
  {
    Query query(db_, "SELECT id FROM tag WHERE kind = ? AND name = ?");
    query.bind(kind).bind(tag.name);
    if (query.next()) number = query.integer(0);
  }
  if (number == 0) {
    Query query(db_, "INSERT INTO tag (kind, name, shown) VALUES (?, ?, ?) RETURNING id");
    query.bind(kind).bind(tag.name).bind(tag.shown);
    if (query.next()) number = query.integer(0);
    query.run();
  }
  if (number != 0) numbers_.emplace(std::move(name), number);
  return number;
}

void TagTable::write_counts() {
  for (const auto& [tag, more] : counts_) {
    if (more == 0) continue;
    Query query(db_, "UPDATE tag SET events = events + ? WHERE id = ?");
    query.bind(more).bind(tag).run();
  }
  counts_.clear();
}

std::string pack_tags(const std::vector<TagNumber>& sorted) {
  Packer out;
  TagNumber before = 0;
  for (const TagNumber tag : sorted) {
    out.number(static_cast<uint64_t>(tag - before));
    before = tag;
  }
  return sealed(out.bytes());
}

std::optional<std::vector<TagNumber>> unpack_tags(std::string_view row) {
  const std::optional<std::string_view> bytes = unsealed(row);
  if (!bytes) return std::nullopt;
  std::vector<TagNumber> out;
  Unpacker in(*bytes);
  TagNumber tag = 0;
  while (!in.at_end()) out.push_back(tag += static_cast<TagNumber>(in.number()));
  return out;
}

}  // namespace rasid
