// SPDX-License-Identifier: Apache-2.0
#include "entity/index.h"

#include <algorithm>
#include <string>

#include "base/hash.h"
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

std::string where(const Entry& entry) {
  return std::string(entry.file()) + ":" + std::to_string(entry.line());
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

}  // namespace

EntityIndex::EntityIndex(const Lexicon& lexicon, std::vector<Error>& problems)
    : lexicon_(&lexicon) {
  read_entries(problems);
  read_lemmas();
  share_nisbas();
  read_names();
  mark_lemmas();
  read_holds(problems);
  read_offices();
  read_outlets();
  read_states();
}

const Facts& EntityIndex::facts(EntryId entry) const {
  static const Facts kNothing;
  return entry < facts_.size() ? facts_[entry] : kNothing;
}

namespace {

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

}  // namespace

void EntityIndex::read_entries(std::vector<Error>& problems) {
  facts_.resize(lexicon_->entry_count());
  for (EntryId id = 0; id < lexicon_->entry_count(); ++id) {
    const Entry entry = lexicon_->entry(id);
    facts_[id] = facts_of(entry, *lexicon_, problems);
    if (facts_[id].sort == Sort::state) states_.push_back({facts_[id].code, id});
    if (facts_[id].sort == Sort::organization && facts_[id].code == Code::from("UNO") &&
        (united_nations_ == kNone || entry.id().ends_with("united_nations"))) {
      united_nations_ = id;
    }
  }
  sorts_.reserve(facts_.size());
  for (const Facts& facts : facts_) sorts_.push_back(facts.sort);
  for (Facts& facts : facts_) {
    if (facts.sort == Sort::place) facts.stands = state(facts.code);
  }
  for (EntryId id : lexicon_->entries_of(Type::state)) {  // the capitals that states name
    for (std::string_view capital : lexicon_->entry(id).values(Key::capital)) {
      const EntryId place = lexicon_->entry_named(capital);
      if (place < facts_.size()) facts_[place].capital = true;
    }
  }
}

void EntityIndex::read_lemmas() {
  lemmas_.resize(lexicon_->lemma_count());
  const auto weight = [&](EntryId entry) {
    const Sort sort = facts(entry).sort;
    return sort == Sort::state ? 3 : sort == Sort::organization ? 2 : sort == Sort::place ? 1 : 0;
  };
  for (LemmaId lemma = 0; lemma < lemmas_.size(); ++lemma) {
    for (const Term& term : lexicon_->terms_of(lemma)) {
      const Sort sort = facts(term.entry).sort;
      LemmaFacts& out = lemmas_[lemma];
      if (term.key == Key::adjective && weight(term.entry) > weight(out.nisba)) {
        out.nisba = term.entry;
      }
      if (term.key == Key::verb && lexicon_->entry(term.entry).type() == Type::speech) {
        out.speech = true;
      }
      if (term.key == Key::noun && sort == Sort::agent && out.agent == kNone) {
        out.agent = term.entry;
      }
    }
  }
}

// Is it a word of the language besides a name?
bool EntityIndex::is_word(std::string_view normal) const {
  for (const Form& form : lexicon_->forms(normal)) {
    if (form.pos != Pos::proper) return true;
  }
  return false;
}

// A noun written like the adjective (the Americans) counts as it.
void EntityIndex::share_nisbas() {
  std::vector<std::pair<uint64_t, EntryId>> nisbas;
  for (LemmaId lemma = 0; lemma < lemmas_.size(); ++lemma) {
    if (lemmas_[lemma].nisba == kNone) continue;
    nisbas.push_back({hash64(lexicon_->lemma(lemma).normal), lemmas_[lemma].nisba});
  }
  std::sort(nisbas.begin(), nisbas.end());
  for (LemmaId id = 0; id < lemmas_.size(); ++id) {
    const Lemma lemma = lexicon_->lemma(id);
    if (lemmas_[id].nisba != kNone || lemma.pos == Pos::verb || lemma.pos == Pos::masdar) continue;
    const uint64_t hash = hash64(lemma.normal);
    const auto at = std::lower_bound(nisbas.begin(), nisbas.end(), std::pair{hash, EntryId{0}});
    if (at != nisbas.end() && at->first == hash) lemmas_[id].nisba = at->second;
  }
}

void EntityIndex::read_names() {
  std::vector<uint64_t> particles;  // words that no name may be
  for (EntryId id : lexicon_->entries_of(Type::particle)) {
    for (std::string_view word : lexicon_->entry(id).values(Key::word)) {
      particles.push_back(hash64(folded_words(word)) | 1);
    }
  }
  std::sort(particles.begin(), particles.end());
  const auto entries = lexicon_->entries_of(Type::given_name);
  size_t size = 64;
  while (size < entries.size() * 3) size *= 2;
  names_.resize(size);
  for (EntryId id : entries) {
    const Entry entry = lexicon_->entry(id);
    const std::string_view kind = entry.value(Key::kind);
    for (std::string_view name : entry.values(Key::name)) {
      const Folded folded = fold(name);
      const uint64_t hash = hash64(folded.normal) | 1;
      NameWord word = kind == "link" ? NameWord::link : NameWord::given;
      if (kind == "name") word = is_word(folded.normal) ? NameWord::weak : NameWord::any;
      const bool particle = std::binary_search(particles.begin(), particles.end(), hash);
      if (particle && word != NameWord::given) continue;
      size_t at = hash & (size - 1);
      while (names_[at].hash != 0 && names_[at].hash != hash) at = (at + 1) & (size - 1);
      names_[at] = {hash, word, folded.marks};
    }
  }
  static constexpr std::pair<std::string_view, Tie> kTies[] = {
      {"prep.fi", Tie::fi},   {"prep.min", Tie::min},   {"prep.an", Tie::an},
      {"prep.ila", Tie::ila}, {"prep.lada", Tie::lada}, {"prep.bi", Tie::bi},
      {"prep.li", Tie::li},   {"prep.ala", Tie::ala},   {"prep.maa", Tie::maa}};
  for (const auto& [id, tie] : kTies) {
    const EntryId particle = lexicon_->entry_named(id);
    if (particle == kNone) continue;
    for (std::string_view word : lexicon_->entry(particle).values(Key::word)) {
      ties_.push_back({hash64(folded_words(word)), tie});
    }
  }
}

// Most lemmas are nothing to this stage: a bit tells, and their facts are not fetched.
void EntityIndex::mark_lemmas() {
  lemma_matters_.resize(lemmas_.size());
  for (LemmaId id = 0; id < lemmas_.size(); ++id) {
    LemmaFacts& lemma = lemmas_[id];
    lemma.is_name = name_word(lexicon_->lemma(id).normal, 0) != NameWord::none;
    lemma_matters_[id] =
        lemma.nisba != kNone || lemma.agent != kNone || lemma.speech || lemma.is_name;
  }
}

NameWord EntityIndex::name_word(std::string_view normal, uint16_t marks) const {
  if (normal.empty()) return NameWord::none;
  const uint64_t hash = hash64(normal) | 1;
  size_t at = hash & (names_.size() - 1);
  while (names_[at].hash != 0) {
    if (names_[at].hash == hash) {  // the preposition "ala" is no "Ali"
      const bool other = (marks & kAlefMaqsura) && (names_[at].marks & kFinalYeh);
      return other ? NameWord::none : names_[at].word;
    }
    at = (at + 1) & (names_.size() - 1);
  }
  return NameWord::none;
}

namespace {

uint64_t title_of_state(std::string_view normal) {
  if (normal.size() > 4 && normal.starts_with("Al")) normal.remove_prefix(2);
  return hash64(normal);
}

}  // namespace

void EntityIndex::read_states() {
  for (EntryId id : lexicon_->entries_of(Type::state)) {
    for (std::string_view name : lexicon_->entry(id).values(Key::name)) {
      const size_t space = name.find(' ');
      if (space == std::string_view::npos) continue;
      const std::string first = fold(name.substr(0, space)).normal;
      if (!first.empty()) called_.push_back({title_of_state(first), facts_[id].code});
    }
  }
}

bool EntityIndex::is_called(Code code, std::string_view normal) const {
  const uint64_t hash = title_of_state(normal);
  return std::any_of(called_.begin(), called_.end(), [&](const auto& known) {
    return known.first == hash && known.second == code;
  });
}

bool EntityIndex::calls_states(std::string_view normal) const {
  const uint64_t hash = title_of_state(normal);
  return std::any_of(called_.begin(), called_.end(),
                     [&](const auto& known) { return known.first == hash; });
}

Tie EntityIndex::tie(std::string_view normal) const {
  if (normal.empty() || normal.size() > 6) return Tie::none;
  const uint64_t hash = hash64(normal);
  for (const auto& [known, tie] : ties_) {
    if (known == hash) return tie;
  }
  return Tie::none;
}

EntryId EntityIndex::state(Code code) const {
  for (const auto& [known, id] : states_) {
    if (known == code) return id;
  }
  return kNone;
}

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

void EntityIndex::read_outlets() {
  for (EntryId id : lexicon_->entries_of(Type::organization)) {
    if (facts_[id].kind != Kind::media) continue;
    const Entry entry = lexicon_->entry(id);
    const std::string key = latin_key(entry.value(Key::latin));
    if (!key.empty()) outlets_.push_back({hash64(key), facts_[id].code});
    const std::string_view name = entry.id();
    const size_t dot = name.rfind('.');
    outlets_.push_back(
        {hash64(latin_key(dot == name.npos ? name : name.substr(dot + 1))), facts_[id].code});
  }
}

Code EntityIndex::home_of(std::string_view outlet) const {
  const std::string key = latin_key(outlet);
  if (key.empty()) return {};
  const uint64_t hash = hash64(key);
  for (const Outlet& known : outlets_) {
    if (known.hash == hash) return known.home;
  }
  return {};
}

}  // namespace rasid
