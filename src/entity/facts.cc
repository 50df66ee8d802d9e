// SPDX-License-Identifier: Apache-2.0
#include "entity/facts.h"

#include "base/letters.h"

namespace rasid {
namespace {

struct KindName {
  std::string_view name;
  Kind kind;
};

constexpr KindName kTitleKinds[] = {
    {"head", Kind::head},
    {"minister", Kind::minister},
    {"spokesman", Kind::spokesman},
    {"envoy", Kind::envoy},
    {"ambassador", Kind::ambassador},
    {"official", Kind::official},
    {"member", Kind::member},
    {"leader", Kind::leader},
    {"commander", Kind::commander},
    {"ruler", Kind::ruler},
    {"judge", Kind::judge},
    {"cleric", Kind::cleric},
    {"journalist", Kind::journalist},
    {"former", Kind::former},
    {"expert", Kind::expert},
    {"honorific", Kind::honorific},
};
constexpr KindName kAgentKinds[] = {
    {"people", Kind::people},         {"force", Kind::force},
    {"government", Kind::government}, {"body", Kind::body},
    {"delegation", Kind::delegation}, {"source", Kind::source},
    {"party", Kind::party},           {"media", Kind::media},
    {"company", Kind::company},       {"quality", Kind::quality},
    {"quantity", Kind::quantity},     {"metonym", Kind::metonym},
    {"portfolio", Kind::portfolio},   {"area", Kind::area},
};
constexpr KindName kAnaphorKinds[] = {
    {"both_sides", Kind::both_sides},
    {"counterpart", Kind::counterpart},
    {"last", Kind::last},
    {"source", Kind::anaphor_source},
    {"minister", Kind::anaphor_minister},
    {"president", Kind::anaphor_president},
    {"official", Kind::anaphor_official},
    {"spokesman", Kind::anaphor_spokesman},
    {"delegation", Kind::anaphor_delegation},
    {"ministry", Kind::anaphor_ministry},
    {"statement", Kind::statement},
    {"country", Kind::anaphor_country},
    {"capital", Kind::anaphor_capital},
    {"organization", Kind::anaphor_organization},
    {"movement", Kind::anaphor_movement},
};
// Organizations: only whether it is people's work to speak for it matters here.
constexpr KindName kOrganizationKinds[] = {
    {"body", Kind::body},       {"government", Kind::body},  {"ministry", Kind::body},
    {"parliament", Kind::body}, {"court", Kind::body},       {"army", Kind::force},
    {"police", Kind::force},    {"armed", Kind::force},      {"party", Kind::party},
    {"movement", Kind::party},  {"opposition", Kind::party}, {"union", Kind::body},
    {"coalition", Kind::body},  {"ngo", Kind::body},         {"company", Kind::company},
    {"agency", Kind::media},    {"newspaper", Kind::media},  {"channel", Kind::media},
};

Kind kind_named(std::span<const KindName> names, std::string_view name) {
  for (const KindName& row : names) {
    if (row.name == name) return row.kind;
  }
  return Kind::none;
}

Gender gender_named(std::string_view name) {
  if (name.starts_with('f')) return Gender::feminine;
  return name.starts_with('m') ? Gender::masculine : Gender::unknown;
}

Number number_named(std::string_view name) {
  if (name.starts_with('s')) return Number::singular;
  if (name.starts_with('d')) return Number::dual;
  return name.starts_with('p') ? Number::plural : Number::unknown;
}

uint8_t takes_of(const Entry& entry, std::vector<Error>& problems) {
  uint8_t takes = 0;
  for (std::string_view what : entry.values(Key::takes)) {
    if (what == "state") {
      takes |= kTakesState;
    } else if (what == "body") {
      takes |= kTakesBody;
    } else if (what == "noun") {
      takes |= kTakesNoun;
    } else if (what == "owner") {
      takes |= kTakesOwner;
    } else if (what != "none") {
      problems.push_back({"unknown takes \"" + std::string(what) + '"', where(entry),
                          "write state, body, noun, owner or none"});
    }
  }
  return takes;
}

Sort sort_of(Type type) {
  switch (type) {
    case Type::state:
      return Sort::state;
    case Type::place:
      return Sort::place;
    case Type::organization:
      return Sort::organization;
    case Type::person:
      return Sort::person;
    case Type::office:
      return Sort::office;
    case Type::title:
      return Sort::title;
    case Type::agent:
      return Sort::agent;
    case Type::epithet:
      return Sort::epithet;
    case Type::anaphor:
      return Sort::anaphor;
    case Type::month:
    case Type::weekday:
    case Type::time_unit:
    case Type::time_word:
      return Sort::time;
    default:
      return Sort::none;
  }
}

std::span<const KindName> kinds_of(Sort sort) {
  switch (sort) {
    case Sort::title:
    case Sort::office:
      return kTitleKinds;
    case Sort::agent:
      return kAgentKinds;
    case Sort::anaphor:
      return kAnaphorKinds;
    case Sort::organization:
      return kOrganizationKinds;
    default:
      return {};
  }
}

}  // namespace

std::string where(const Entry& entry) {
  return std::string(entry.file()) + ":" + std::to_string(entry.line());
}

namespace {

void read_kind(const Entry& entry, Facts& facts, std::vector<Error>& problems) {
  const std::string_view name =
      entry.value(facts.sort == Sort::anaphor ? Key::resolves : Key::kind);
  const std::span<const KindName> names = kinds_of(facts.sort);
  if (names.empty()) return;
  facts.kind = kind_named(names, name);
  const bool must =
      (facts.sort != Sort::organization && facts.sort != Sort::office) || !name.empty();
  if (facts.kind == Kind::none && must) {
    problems.push_back(
        {"unknown kind \"" + std::string(name) + '"', where(entry), "see docs/LEXICON.md"});
  }
}

}  // namespace

std::string folded_words(std::string_view text) {
  std::string out;
  size_t at = 0;
  while (at < text.size()) {
    size_t end = text.find(' ', at);
    if (end == std::string_view::npos) end = text.size();
    if (end > at) out += fold(text.substr(at, end - at)).normal;
    at = end + 1;
  }
  return out;
}

std::string latin_key(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  }
  return out;
}

Facts facts_of(const Entry& entry, const Lexicon& lexicon, std::vector<Error>& problems) {
  Facts facts;
  facts.sort = sort_of(entry.type());
  if (facts.sort == Sort::none || facts.sort == Sort::time) return facts;
  read_kind(entry, facts, problems);
  facts.takes = takes_of(entry, problems);
  facts.gender = gender_named(entry.value(Key::gender));
  facts.number = number_named(entry.value(Key::number));
  facts.political = entry.value(Key::political) != "no" && facts.kind != Kind::media &&
                    facts.kind != Kind::company;
  facts.capital = entry.value(Key::capital) == "yes";
  facts.code = Code::from(entry.value(facts.sort == Sort::place ? Key::country : Key::code));
  facts.sector = Code::from(entry.value(Key::sector));
  facts.human = facts.sort == Sort::person || facts.sort == Sort::title ||
                facts.kind == Kind::people || facts.kind == Kind::source;
  if (facts.sort == Sort::state) facts.sector = Code::from("GOV");
  if (facts.sort == Sort::epithet) {
    facts.stands = lexicon.entry_named(entry.value(Key::is));
    if (facts.stands == kNone) {
      problems.push_back({"is: names no entry", where(entry), "write the id of an entry"});
    }
  }
  return facts;
}

}  // namespace rasid
