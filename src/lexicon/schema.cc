// SPDX-License-Identifier: Apache-2.0
#include "lexicon/schema.h"

#include <array>

namespace rasid {
namespace {

using enum KeyKind;

constexpr KeyRule kCommon[] = {{Key::id, code, true},
                               {Key::source, text, false, true},
                               {Key::yes, example, false, true},
                               {Key::no, example, false, true},
                               {Key::todo, example, false, true},
                               {Key::note, text, false, true},
                               {Key::gloss, text}};

// Word: one lemma with what its inflection needs.
constexpr KeyRule kWord[] = {{Key::lemma, text, true},
                             {Key::pos, code, true},
                             {Key::root, code},
                             {Key::form, code},
                             {Key::present, text},
                             {Key::masdar, text, false, true},
                             {Key::plural, text, false, true},
                             {Key::feminine, text},
                             {Key::gender, code},
                             {Key::human, flag},
                             {Key::verb_of, text},
                             {Key::written, text, false, true},
                             {Key::rank, number}};
constexpr KeyRule kState[] = {{Key::code, code, true},
                              {Key::iso2, code},
                              {Key::name, phrase, true, true},
                              {Key::short_name, phrase, false, true},
                              {Key::adjective, adjective, false, true},
                              {Key::plural, text, false, true},
                              {Key::people, phrase, false, true},
                              {Key::modifier, phrase, false, true},
                              {Key::capital, reference, false, true},
                              {Key::latin, text},
                              {Key::wikidata, code},
                              {Key::gender, code},
                              {Key::region, code, false, true}};
constexpr KeyRule kPlace[] = {{Key::kind, code},
                              {Key::country, code},
                              {Key::name, phrase, true, true},
                              {Key::latin, text},
                              {Key::lat, number},
                              {Key::lon, number},
                              {Key::population, number},
                              {Key::adjective, adjective, false, true},
                              {Key::capital, flag},
                              {Key::wikidata, code},
                              {Key::gender, code}};
constexpr KeyRule kOrganization[] = {{Key::code, code, true},
                                     {Key::sector, code},
                                     {Key::kind, code},
                                     {Key::name, phrase, true, true},
                                     {Key::short_name, phrase, false, true},
                                     {Key::adjective, adjective, false, true},
                                     {Key::latin, text},
                                     {Key::wikidata, code},
                                     {Key::gender, code},
                                     {Key::number, code},
                                     {Key::political, flag},
                                     {Key::member, code, false, true},
                                     {Key::since, date},
                                     {Key::until, date}};
constexpr KeyRule kPerson[] = {{Key::name, phrase, true, true},
                               {Key::short_name, phrase, false, true},
                               {Key::latin, text},
                               {Key::wikidata, code},
                               {Key::gender, code},
                               {Key::code, code},
                               {Key::sector, code},
                               {Key::holds, range, false, true},
                               {Key::until, date}};
constexpr KeyRule kOffice[] = {
    {Key::code, code, true}, {Key::sector, code}, {Key::title, phrase, false, true},
    {Key::body, reference},  {Key::latin, text},  {Key::kind, code}};
// Title: a generic title that needs a state or body to say whose it is.
constexpr KeyRule kTitle[] = {
    {Key::title, phrase, true, true}, {Key::sector, code}, {Key::kind, code, true},
    {Key::takes, code, false, true},  {Key::code, code},   {Key::number, code}};
constexpr KeyRule kAgent[] = {{Key::noun, noun, false, true},
                              {Key::phrase, phrase, false, true},
                              {Key::sector, code},
                              {Key::kind, code, true},
                              {Key::takes, code, false, true},
                              {Key::code, code},
                              {Key::number, code},
                              {Key::political, flag}};
constexpr KeyRule kGivenName[] = {
    {Key::name, text, true, true}, {Key::gender, code}, {Key::kind, code}};
constexpr KeyRule kEpithet[] = {{Key::phrase, phrase, true, true}, {Key::is, reference, true}};
constexpr KeyRule kAnaphor[] = {{Key::phrase, phrase, true, true},
                                {Key::resolves, code, true},
                                {Key::number, code},
                                {Key::gender, code},
                                {Key::sector, code}};
constexpr KeyRule kParticle[] = {{Key::word, text, true, true},
                                 {Key::kind, code, true},
                                 {Key::status, code},
                                 {Key::negation, code},
                                 {Key::scope, code}};
constexpr KeyRule kFrame[] = {{Key::verb, verb, false, true},
                              {Key::noun, noun, false, true},
                              {Key::adjective, adjective, false, true},
                              {Key::phrase, phrase, false, true},
                              {Key::event, code, true},
                              {Key::slot, code, false, true},
                              {Key::needs, code, false, true},
                              {Key::unless, code, false, true},
                              {Key::when, code, false, true},
                              {Key::genitive, code},
                              {Key::light, flag},
                              {Key::status, code},
                              {Key::priority, number},
                              {Key::demand, flag}};
constexpr KeyRule kLight[] = {{Key::verb, verb, false, true},
                              {Key::phrase, phrase, false, true},
                              {Key::slot, code, false, true},
                              {Key::subject, code},
                              {Key::status, code},
                              {Key::negation, code}};
constexpr KeyRule kClass[] = {{Key::phrase, phrase, false, true},
                              {Key::verb, verb, false, true},
                              {Key::noun, noun, false, true},
                              {Key::adjective, adjective, false, true}};
constexpr KeyRule kCue[] = {{Key::phrase, phrase, false, true},
                            {Key::verb, verb, false, true},
                            {Key::noun, noun, false, true},
                            {Key::status, code, true},
                            {Key::negation, code},
                            {Key::scope, code, true},
                            {Key::tense, code}};
constexpr KeyRule kSpeech[] = {{Key::phrase, phrase, false, true},
                               {Key::verb, verb, false, true},
                               {Key::noun, noun, false, true},
                               {Key::kind, code, true},
                               {Key::speaker, code, false, true},
                               {Key::via, code, false, true},
                               {Key::content, code}};
constexpr KeyRule kMonth[] = {
    {Key::phrase, phrase, true, true}, {Key::value, number, true}, {Key::calendar, code, true}};
constexpr KeyRule kWeekday[] = {{Key::phrase, phrase, true, true}, {Key::value, number, true}};
constexpr KeyRule kTimeUnit[] = {{Key::noun, noun, false, true},
                                 {Key::phrase, phrase, false, true},
                                 {Key::unit, code, true},
                                 {Key::value, number}};
constexpr KeyRule kTimeWord[] = {{Key::phrase, phrase, true, true},
                                 {Key::kind, code, true},
                                 {Key::unit, code},
                                 {Key::offset, number},
                                 {Key::value, code}};
constexpr KeyRule kNumberWord[] = {
    {Key::phrase, phrase, true, true}, {Key::value, number, true}, {Key::kind, code}};
constexpr KeyRule kPageWord[] = {
    {Key::phrase, phrase, true, true}, {Key::part, code, true}, {Key::match, code, true}};
constexpr KeyRule kContext[] = {{Key::phrase, phrase, false, true},
                                {Key::noun, noun, false, true},
                                {Key::adjective, adjective, false, true}};
constexpr KeyRule kCategory[] = {{Key::cameo, code, true, true}, {Key::plover, code},
                                 {Key::quad, number, true},      {Key::scale, number},
                                 {Key::reciprocal, flag},        {Key::status, code, false, true}};
// Nominal: a named process or file (a conference, an accord) that events are about.
constexpr KeyRule kNominal[] = {{Key::phrase, phrase, true, true},
                                {Key::kind, code, true},
                                {Key::latin, text},
                                {Key::wikidata, code}};

constexpr std::array<TypeRule, kTypes> kRules{{
    {Type::word, "Word", kWord},
    {Type::state, "State", kState},
    {Type::place, "Place", kPlace},
    {Type::organization, "Organization", kOrganization},
    {Type::person, "Person", kPerson},
    {Type::office, "Office", kOffice},
    {Type::title, "Title", kTitle},
    {Type::agent, "Agent", kAgent},
    {Type::given_name, "GivenName", kGivenName},
    {Type::epithet, "Epithet", kEpithet},
    {Type::anaphor, "Anaphor", kAnaphor},
    {Type::particle, "Particle", kParticle},
    {Type::frame, "Frame", kFrame},
    {Type::light, "Light", kLight},
    {Type::word_class, "Class", kClass},
    {Type::cue, "Cue", kCue},
    {Type::speech, "Speech", kSpeech},
    {Type::month, "Month", kMonth},
    {Type::weekday, "Weekday", kWeekday},
    {Type::time_unit, "TimeUnit", kTimeUnit},
    {Type::time_word, "TimeWord", kTimeWord},
    {Type::number_word, "NumberWord", kNumberWord},
    {Type::page_word, "PageWord", kPageWord},
    {Type::context, "Context", kContext},
    {Type::category, "Category", kCategory},
    {Type::nominal, "Nominal", kNominal},
}};

// In the order of enum Key.
constexpr std::string_view kKeyNames[] = {
    "id",       "source",    "yes",      "no",        "todo",     "note",       "gloss",
    "lemma",    "pos",       "root",     "form",      "present",  "masdar",     "plural",
    "feminine", "gender",    "human",    "verb-of",   "written",  "rank",       "code",
    "sector",   "name",      "short",    "adjective", "people",   "capital",    "latin",
    "wikidata", "iso2",      "region",   "kind",      "lat",      "lon",        "population",
    "country",  "political", "member",   "body",      "since",    "until",      "holds",
    "title",    "takes",     "is",       "word",      "gives",    "number",     "resolves",
    "person",   "head",      "modifier", "verb",      "noun",     "phrase",     "event",
    "slot",     "needs",     "unless",   "when",      "genitive", "light",      "status",
    "negation", "priority",  "scope",    "subject",   "speaker",  "via",        "content",
    "marks",    "value",     "unit",     "offset",    "calendar", "tense",      "part",
    "match",    "cameo",     "plover",   "quad",      "scale",    "reciprocal", "demand",
};
static_assert(std::size(kKeyNames) == static_cast<size_t>(kLastKey) + 1);

}  // namespace

std::string_view name_of(Type type) { return kRules[static_cast<size_t>(type)].name; }
std::string_view name_of(Key key) { return kKeyNames[static_cast<size_t>(key)]; }
const TypeRule& rule_of(Type type) { return kRules[static_cast<size_t>(type)]; }

std::optional<Type> type_named(std::string_view name) {
  for (const TypeRule& rule : kRules) {
    if (rule.name == name) return rule.type;
  }
  return std::nullopt;
}

std::optional<Key> key_named(std::string_view name) {
  for (size_t i = 0; i < std::size(kKeyNames); ++i) {
    if (kKeyNames[i] == name) return static_cast<Key>(i);
  }
  return std::nullopt;
}

const KeyRule* rule_of(Type type, Key key) {
  for (const KeyRule& rule : kCommon) {
    if (rule.key == key) return &rule;
  }
  for (const KeyRule& rule : rule_of(type).keys) {
    if (rule.key == key) return &rule;
  }
  return nullptr;
}

}  // namespace rasid
