// SPDX-License-Identifier: Apache-2.0
// Who held which office when.
#include <algorithm>

#include "entity/facts.h"
#include "entity/index.h"

namespace rasid {
namespace {

// "2013-01-01..2014-06-30 RUS.minister.foreign"
std::optional<Hold> parse_hold(std::string_view text, const Lexicon& lexicon) {
  const size_t dots = text.find("..");
  const size_t space = text.find(' ');
  if (dots == std::string_view::npos || space == std::string_view::npos || space < dots) {
    return std::nullopt;
  }
  Hold hold{INT64_MIN, INT64_MAX, kNone, kNone};
  if (const auto from = Date::from(text.substr(0, dots))) hold.from = from->days();
  if (const auto until = Date::from(text.substr(dots + 2, space - dots - 2))) {
    hold.until = until->days();
  }
  std::string_view office = text.substr(space);
  while (office.starts_with(' ')) office.remove_prefix(1);
  while (office.ends_with(' ')) office.remove_suffix(1);
  hold.office = lexicon.entry_named(office);
  if (hold.office == kNone) return std::nullopt;
  return hold;
}

}  // namespace

void EntityIndex::read_holds(std::vector<Error>& problems) {
  for (EntryId id : lexicon_->entries_of(Type::person)) {
    const Entry entry = lexicon_->entry(id);
    Facts& facts = facts_[id];
    facts.first_hold = static_cast<uint32_t>(holds_.size());
    for (std::string_view text : entry.values(Key::holds)) {
      std::optional<Hold> hold = parse_hold(text, *lexicon_);
      if (!hold) {
        problems.push_back({"holds: \"" + std::string(text) + "\" is no range and office",
                            where(entry),
                            "write FROM..TO OFFICE, with an Office that is an entry"});
        continue;
      }
      hold->person = id;
      holds_.push_back(*hold);
    }
    facts.holds = static_cast<uint32_t>(holds_.size()) - facts.first_hold;
    std::stable_sort(holds_.begin() + facts.first_hold, holds_.end(),
                     [](const Hold& a, const Hold& b) { return a.from < b.from; });
  }
  by_office_ = holds_;
  std::stable_sort(by_office_.begin(), by_office_.end(), [](const Hold& a, const Hold& b) {
    return a.office != b.office ? a.office < b.office : a.from < b.from;
  });
}

// An Office "RUS.minister.foreign" belongs to the Title "title.minister.foreign".
void EntityIndex::read_offices() {
  for (EntryId id : lexicon_->entries_of(Type::office)) {
    const std::string_view name = lexicon_->entry(id).id();
    const size_t dot = name.find('.');
    if (dot == std::string_view::npos) continue;
    const EntryId title = lexicon_->entry_named("title" + std::string(name.substr(dot)));
    facts_[id].stands = title;
    if (title == kNone) continue;
    facts_[id].kind = facts_[title].kind;
    if (facts_[id].sector.empty()) facts_[id].sector = facts_[title].sector;
    offices_.push_back({title, facts_[id].code, id});
  }
  std::stable_sort(offices_.begin(), offices_.end(), [](const OfficeOf& a, const OfficeOf& b) {
    return a.title != b.title ? a.title < b.title : a.code.letters < b.code.letters;
  });
}

EntryId EntityIndex::office_of(EntryId title, Code code) const {
  auto at = std::lower_bound(offices_.begin(), offices_.end(), title,
                             [](const OfficeOf& a, EntryId id) { return a.title < id; });
  for (; at != offices_.end() && at->title == title; ++at) {
    if (at->code == code) return at->office;
  }
  return kNone;
}

Code EntityIndex::only_country(EntryId title) const {
  const auto at = std::lower_bound(offices_.begin(), offices_.end(), title,
                                   [](const OfficeOf& a, EntryId id) { return a.title < id; });
  if (title == kNone || at == offices_.end() || at->title != title) return {};
  const auto next = at + 1;
  return next != offices_.end() && next->title == title ? Code{} : at->code;
}

std::optional<Hold> EntityIndex::hold_on(EntryId person, std::optional<Date> day) const {
  const Facts& known = facts(person);
  if (known.holds == 0) return std::nullopt;
  const Hold* first = holds_.data() + known.first_hold;
  const Hold* last = first + known.holds;
  if (!day) return *(last - 1);
  const int64_t days = day->days();
  const Hold* best = nullptr;
  for (const Hold* hold = first; hold != last; ++hold) {
    if (hold->from <= days && days <= hold->until) return *hold;  // the earlier one is the chief
    if (hold->until < days && (best == nullptr || hold->until > best->until)) best = hold;
  }
  return best != nullptr ? *best : *first;
}

EntryId EntityIndex::holder(EntryId office, std::optional<Date> day) const {
  if (!day || office == kNone) return kNone;
  const int64_t days = day->days();
  auto at = std::lower_bound(by_office_.begin(), by_office_.end(), office,
                             [](const Hold& a, EntryId id) { return a.office < id; });
  for (; at != by_office_.end() && at->office == office; ++at) {
    if (at->from <= days && days <= at->until) return at->person;
  }
  return kNone;
}

}  // namespace rasid
