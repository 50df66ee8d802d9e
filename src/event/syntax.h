// SPDX-License-Identifier: Apache-2.0
// Syntax: the values of slot:, needs:, unless:, when: and event: as a linguist writes them, taken
// apart. Names are kept as text; index.cc looks them up. Example:
// parse_slot("recipient object|prep.ila place-of") is {recipient, {object, prep.ila}, kPlaceOf}.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "event/index.h"

namespace rasid {

struct SourceText {
  ArgumentSource kind = ArgumentSource::subject;
  std::string_view preposition;  // the name after "prep."
};

struct SlotText {
  RoleKind role = RoleKind::actor;
  uint8_t filter = 0;
  std::vector<SourceText> sources;
};

struct ItemText {
  Test test = Test::actor;
  bool denied = false;
  SourceText source;
  std::string_view word_class;  // "class.X"
};

struct TypeText {
  std::string_view category, mode;
};

struct WhenText {
  std::vector<ItemText> items;
  TypeText type;
};

std::string_view name_of(Test test);
Result<SlotText> parse_slot(std::string_view text);
Result<std::vector<ItemText>> parse_condition(std::string_view text);
Result<WhenText> parse_when(std::string_view text);
Result<TypeText> parse_type(std::string_view text);
Result<SourceText> parse_source(std::string_view text);

}  // namespace rasid
