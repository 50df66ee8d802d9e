// SPDX-License-Identifier: Apache-2.0
#include "event/syntax.h"

#include <array>
#include <optional>
#include <utility>

namespace rasid {
namespace {

constexpr std::pair<std::string_view, ArgumentSource> kSources[] = {
    {"subject", ArgumentSource::subject},     {"object", ArgumentSource::object},
    {"object2", ArgumentSource::object2},     {"genitive", ArgumentSource::genitive},
    {"agent", ArgumentSource::agent},         {"adjective", ArgumentSource::adjective},
    {"possessor", ArgumentSource::possessor}, {"content-subject", ArgumentSource::content_subject},
    {"speaker", ArgumentSource::speaker},     {"content", ArgumentSource::content},
};

constexpr std::pair<std::string_view, Test> kTests[] = {
    {"actor", Test::actor},
    {"recipient", Test::recipient},
    {"place", Test::place},
    {"content", Test::content},
    {"object", Test::object},
    {"subject", Test::subject},
    {"passive", Test::passive},
    {"active", Test::active},
    {"plural", Test::plural},
    {"dual", Test::dual},
    {"negated", Test::negated},
    {"headline", Test::headline},
    {"many-actors", Test::many_actors},
};

constexpr std::pair<std::string_view, uint8_t> kFilters[] = {
    {"person", kOnlyPerson}, {"state", kOnlyState}, {"group", kOnlyGroup},
    {"place-of", kPlaceOf},  {"many", kMany},
};

constexpr std::string_view kPrepositionPrefix = "prep.";
constexpr std::string_view kClassPrefix = "class.";

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// The piece before `mark`, which is taken off `text` with the mark.
std::string_view next_piece(std::string_view& text, char mark) {
  const size_t at = text.find(mark);
  const std::string_view piece = text.substr(0, at);
  text = at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
  return trimmed(piece);
}

template <typename Pairs>
auto found(const Pairs& pairs, std::string_view name)
    -> std::optional<typename std::remove_cvref_t<decltype(pairs[0])>::second_type> {
  for (const auto& [text, value] : pairs) {
    if (text == name) return value;
  }
  return std::nullopt;
}

std::optional<RoleKind> role_named(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(RoleKind::third_party); ++i) {
    if (name_of(static_cast<RoleKind>(i)) == name) return static_cast<RoleKind>(i);
  }
  return std::nullopt;
}

Error wrong(std::string_view what, std::string_view text, std::string mend) {
  return {std::string(what) + " '" + std::string(text) + "'", "", std::move(mend)};
}

// "prep.an:class.hope", "object:state", "subject:event"
Result<ItemText> parse_tested_source(std::string_view text) {
  ItemText item;
  std::string_view rest = text;
  const Result<SourceText> source = parse_source(next_piece(rest, ':'));
  if (!source) return source.error();
  item.source = *source;
  if (rest.starts_with(kClassPrefix)) {
    item.test = Test::source_class;
    item.word_class = rest;
  } else if (rest == "state") {
    item.test = Test::source_state;
  } else if (rest == "person") {
    item.test = Test::source_person;
  } else if (rest == "event") {
    item.test = Test::source_event;
  } else {
    return wrong("unknown test", text, "write SOURCE:class.X, SOURCE:state, :person or :event");
  }
  return item;
}

Result<ItemText> parse_item(std::string_view text) {
  const bool denied = text.starts_with('!');
  if (denied) text = trimmed(text.substr(1));
  ItemText item;
  if (text.find(':') != std::string_view::npos) {
    Result<ItemText> tested = parse_tested_source(text);
    if (!tested) return tested.error();
    item = *tested;
  } else if (text.starts_with(kClassPrefix)) {
    item.test = Test::clause_class;
    item.word_class = text;
  } else if (text.starts_with(kPrepositionPrefix)) {
    item.test = Test::preposition;
    item.source = {ArgumentSource::preposition, text.substr(kPrepositionPrefix.size())};
  } else if (const auto test = found(kTests, text)) {
    item.test = *test;
  } else {
    return wrong("unknown condition", text, "see docs/LEXICON.md, Frame");
  }
  item.denied = denied;
  return item;
}

}  // namespace

std::string_view name_of(ArgumentSource source) {
  for (const auto& [text, value] : kSources) {
    if (value == source) return text;
  }
  return "preposition";
}

std::string_view name_of(Test test) {
  for (const auto& [text, value] : kTests) {
    if (value == test) return text;
  }
  return test == Test::source_state    ? "state"
         : test == Test::source_person ? "person"
         : test == Test::source_event  ? "event"
                                       : "";
}

Result<SourceText> parse_source(std::string_view text) {
  if (text.starts_with(kPrepositionPrefix)) {
    return SourceText{ArgumentSource::preposition, text.substr(kPrepositionPrefix.size())};
  }
  if (const auto source = found(kSources, text)) return SourceText{*source, {}};
  return wrong("unknown source", text, "write subject, object, genitive, prep.NAME ...");
}

Result<SlotText> parse_slot(std::string_view text) {
  SlotText slot;
  const std::string_view role_name = next_piece(text, ' ');
  const auto role = role_named(role_name);
  if (!role) return wrong("unknown role", role_name, "write actor, recipient, place, topic ...");
  slot.role = *role;
  for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
    std::string_view word = next_piece(text, ' ');
    if (const auto filter = found(kFilters, word)) {
      slot.filter |= *filter;
      continue;
    }
    while (!word.empty()) {
      Result<SourceText> source = parse_source(next_piece(word, '|'));
      if (!source) return source.error();
      slot.sources.push_back(*source);
    }
  }
  if (slot.sources.empty()) return wrong("no source for the role", role_name, "name one");
  return slot;
}

Result<std::vector<ItemText>> parse_condition(std::string_view text) {
  std::vector<ItemText> items;
  while (!text.empty()) {
    Result<ItemText> item = parse_item(next_piece(text, '&'));
    if (!item) return item.error();
    items.push_back(*item);
  }
  if (items.empty()) return wrong("empty condition", text, "name what must hold");
  return items;
}

Result<TypeText> parse_type(std::string_view text) {
  text = trimmed(text);
  TypeText type;
  type.category = next_piece(text, '.');
  type.mode = text;
  const bool capital = !type.category.empty() && type.category[0] >= 'A' && type.category[0] <= 'Z';
  if (!capital) return wrong("no category", type.category, "write CATEGORY or CATEGORY.mode");
  return type;
}

Result<WhenText> parse_when(std::string_view text) {
  const size_t arrow = text.find("->");
  if (arrow == std::string_view::npos) {
    return wrong("no '->' in", text, "write CONDITION -> CATEGORY.mode");
  }
  Result<std::vector<ItemText>> items = parse_condition(trimmed(text.substr(0, arrow)));
  if (!items) return items.error();
  const Result<TypeText> type = parse_type(text.substr(arrow + 2));
  if (!type) return type.error();
  return WhenText{*items, *type};
}

}  // namespace rasid
