// SPDX-License-Identifier: Apache-2.0
#include "store/corrected_value.h"

#include <algorithm>
#include <vector>

#include "lexicon/lexicon.h"

namespace rasid {
namespace {

bool has_code(const Lexicon& lexicon, Key key, std::string_view code) {
  for (const Type type :
       {Type::state, Type::organization, Type::office, Type::person, Type::agent, Type::title}) {
    for (const EntryId id : lexicon.entries_of(type)) {
      const std::vector<std::string_view> values = lexicon.entry(id).values(key);
      if (std::find(values.begin(), values.end(), code) != values.end()) return true;
    }
  }
  return false;
}

Error no_actor(std::string_view value) {
  return Error{"'" + std::string(value) + "' is no code, person or body of the lexicon", "",
               "write SAU, SAU:GOV, person.adel_aljubeir or org.un, a comma between"};
}

// The office that a person held last ("2015-04-29..2018-12-26 SAU.minister.foreign").
EntryId last_office(const Lexicon& lexicon, const Entry& person) {
  const std::vector<std::string_view> holds = person.values(Key::holds);
  if (holds.empty()) return kNone;
  return lexicon.entry_named(holds.back().substr(holds.back().rfind(' ') + 1));
}

Result<std::string> actor_of(const Lexicon& lexicon, std::string_view value) {
  if (is_party_code(lexicon, value)) return std::string(value);
  const EntryId number = lexicon.entry_named(value);
  if (number == kNone) return no_actor(value);
  const Entry entry = lexicon.entry(number);
  std::string_view code = entry.value(Key::code), sector = entry.value(Key::sector);
  if (code.empty() && entry.type() == Type::person) {
    const EntryId office = last_office(lexicon, entry);
    if (office == kNone) return no_actor(value);
    code = lexicon.entry(office).value(Key::code);
    sector = lexicon.entry(office).value(Key::sector);
  }
  if (code.empty()) return no_actor(value);
  std::string out(code);
  if (!sector.empty()) out += ":" + std::string(sector);
  return out + "=" + std::string(value) + "=" + std::string(entry.value(Key::name));
}

Result<std::string> actors_of(const Lexicon& lexicon, const std::string& value) {
  std::string out;
  for (size_t at = 0; at < value.size();) {
    const size_t end = std::min(value.find(',', at), value.size());
    const Result<std::string> one = actor_of(lexicon, std::string_view(value).substr(at, end - at));
    if (!one) return one;
    out += (out.empty() ? "" : ",") + *one;
    at = end + 1;
  }
  return out;
}

Result<std::string> category_of(const Lexicon& lexicon, const std::string& value) {
  std::string all;
  for (const EntryId id : lexicon.entries_of(Type::category)) {
    const std::string_view name = lexicon.entry(id).id();
    if (name == value) return value;
    if (name.find('.') == std::string_view::npos)
      all += (all.empty() ? "" : ", ") + std::string(name);
  }
  return Error{"'" + value + "' is no category", "",
               "categories: " + all + "; with a mode: CONSULT.visit"};
}

Result<std::string> mode_of(const Lexicon& lexicon, const std::string& value) {
  std::string all;
  if (value.empty()) return value;
  for (const EntryId id : lexicon.entries_of(Type::category)) {
    const std::string_view name = lexicon.entry(id).id();
    const size_t dot = name.find('.');
    if (dot == std::string_view::npos) continue;
    if (name.substr(dot + 1) == value) return value;
    all += (all.empty() ? "" : ", ") + std::string(name.substr(dot + 1));
  }
  return Error{"'" + value + "' is no mode", "", "modes: " + all};
}

Result<std::string> place_of(const Lexicon& lexicon, const std::string& value) {
  const bool id = value.starts_with("place.") || value.starts_with("state.");
  if (!id || lexicon.entry_named(value) != kNone) return value;
  return Error{"'" + value + "' is no place of the lexicon", "",
               "write an id such as place.riyadh, or the place's name"};
}

}  // namespace

bool is_party_code(const Lexicon& lexicon, std::string_view code) {
  const size_t colon = code.find(':');
  if (!has_code(lexicon, Key::code, code.substr(0, colon))) return false;
  return colon == std::string_view::npos || has_code(lexicon, Key::sector, code.substr(colon + 1));
}

Result<std::string> corrected_value(const Lexicon& lexicon, const std::string& field,
                                    const std::string& value) {
  if (field == "actor" || field == "recipient") return actors_of(lexicon, value);
  if (field == "category") return category_of(lexicon, value);
  if (field == "mode") return mode_of(lexicon, value);
  if (field == "place") return place_of(lexicon, value);
  return value;
}

}  // namespace rasid
