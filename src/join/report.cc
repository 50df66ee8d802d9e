// SPDX-License-Identifier: Apache-2.0
#include "join/report.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "base/date.h"
#include "base/hash.h"
#include "base/letters.h"
#include "join/threads_named.h"
#include "lexicon/lexicon.h"
#include "model/document.h"

namespace rasid {
namespace {

constexpr uint32_t kAround = 20;    // tokens each side of the trigger whose words tell the deed
constexpr size_t kMostWords = 24;   // kept of them
constexpr int16_t kCommonRank = 9;  // lemmas commoner than this (2-logarithm) tell nothing

uint32_t short_hash(std::string_view bytes) {
  const auto hash = static_cast<uint32_t>(hash64(bytes) >> 32);
  return hash == 0 ? 1 : hash;
}

// The words of a text in normal form, each without its article.
std::vector<std::string> normal_words(std::string_view text) {
  std::vector<std::string> words;
  size_t at = 0;
  while (at < text.size()) {
    size_t end = text.find(' ', at);
    if (end == std::string_view::npos) end = text.size();
    std::string word = fold(text.substr(at, end - at)).normal;
    if (word.size() > 4 && word.starts_with("Al")) word.erase(0, 2);
    if (!word.empty()) words.push_back(std::move(word));
    at = end + 1;
  }
  return words;
}

uint64_t hash_of_words(std::string_view text) {
  uint64_t hash = 0;
  for (const std::string& word : normal_words(text)) hash = hash64(word, hash);
  return hash;
}

PartyKind kind_of(const RecordActor& actor, const Participant* participant) {
  if (actor.id.starts_with("person.")) return PartyKind::person;
  if (actor.id.starts_with("state.") || actor.name.empty()) return PartyKind::state;
  if (!actor.id.empty()) return PartyKind::body;
  if (!actor.office.empty()) return PartyKind::person;
  if (actor.how != "name") return PartyKind::description;
  return participant != nullptr && participant->human ? PartyKind::person : PartyKind::body;
}

Party party_of(const RecordActor& actor, const Participant* participant) {
  Party party;
  party.code = Code::from(actor.code);
  party.sector = Code::from(actor.sector);
  party.kind = kind_of(actor, participant);
  if (!actor.id.empty()) party.entity = hash64(actor.id);
  if (!actor.office.empty()) party.office = hash64(actor.office);
  const std::vector<std::string> words = normal_words(actor.name);
  for (size_t i = 0; i < party.name.size() && i < words.size(); ++i) {
    party.name[i] = short_hash(words[words.size() - 1 - i]);
  }
  return party;
}

int32_t first_day(const PartialDate& date) {
  return static_cast<int32_t>(
      Date{date.year, std::max<int>(date.month, 1), std::max<int>(date.day, 1)}.days());
}

int32_t last_day(const PartialDate& date) {
  const int month = date.month == 0 ? 12 : date.month;
  const int day = date.day == 0 ? days_in_month(date.year, month) : date.day;
  return static_cast<int32_t>(Date{date.year, month, day}.days());
}

// Makes the reports of one document; holds what all of them need.
class ReportMaker {
 public:
  ReportMaker(const Document& document, const Lexicon& lexicon)
      : document_(document), lexicon_(lexicon), threads_(document, lexicon) {
    const Article& article = document.article;
    article_ = hash64(article.url.empty() ? article.id : article.url);
    outlet_ = hash64(article.outlet);
    published_ =
        article.published ? static_cast<int32_t>(article.published->days()) : int32_t{kNoDay};
  }
  Report make(size_t number) const;

 private:
  void set_parties(Report& report, const Record& record) const;
  void set_days(Report& report, const Event& event) const;
  void set_place_and_topics(Report& report, const Record& record) const;
  void set_words(Report& report, const Event& event) const;
  void set_threads(Report& report, const Event& event) const;
  std::string_view telling_word(uint32_t token) const;
  const Participant* participant_named(const RecordActor& actor) const;

  const Document& document_;
  const Lexicon& lexicon_;
  ThreadFinder threads_;
  uint64_t article_ = 0, outlet_ = 0;
  int32_t published_ = kNoDay;
};

const Participant* ReportMaker::participant_named(const RecordActor& actor) const {
  for (const Participant& one : document_.participants) {
    const std::string_view name = one.name_text.empty() ? slice(document_.article.text, one.name)
                                                        : std::string_view(one.name_text);
    if (name == actor.name && one.code.view() == actor.code) return &one;
  }
  return nullptr;
}

void ReportMaker::set_parties(Report& report, const Record& record) const {
  const auto add = [&](std::vector<Party>& to, const std::vector<RecordActor>& from) {
    for (const RecordActor& actor : from) to.push_back(party_of(actor, participant_named(actor)));
  };
  add(report.actors, record.actor);
  add(report.recipients, record.recipient);
  add(report.speakers, record.said_by);
}

void ReportMaker::set_days(Report& report, const Event& event) const {
  if (event.moment >= document_.moments.size()) return;
  const Moment& moment = document_.moments[event.moment];
  if (moment.basis == Basis::none || !moment.start.known()) return;
  report.precision = moment.precision;
  report.basis = moment.basis;
  report.days.first = first_day(moment.start);
  report.days.last = last_day(moment.finish.known() ? moment.finish : moment.start);
  if (report.days.last < report.days.first) report.days.last = report.days.first;
}

void ReportMaker::set_place_and_topics(Report& report, const Record& record) const {
  if (record.place) {
    report.place = record.place->id.empty() ? hash_of_words(record.place->words.text)
                                            : hash64(record.place->id);
    report.country = Code::from(record.place->code);
  }
  for (const RecordTopic& topic : record.topics) {
    report.topics.push_back(topic.id.empty() ? hash_of_words(topic.words.text) : hash64(topic.id));
  }
  std::sort(report.topics.begin(), report.topics.end());
  for (const Relation& relation : record.relates) {
    report.relates.push_back({report_id(relation.id), relation.as});
  }
}

// What a word says about the deed: its root where the lexicon knows one (a killing and the killed
// are one), else its stem; empty for words of grammar and for the commonest.
std::string_view ReportMaker::telling_word(uint32_t token) const {
  const Text& text = document_.text;
  const Token& word = text.tokens[token];
  if (word.kind == TokenKind::number) return text.normal(token);
  if (word.kind != TokenKind::word) return {};
  const Analysis& analysis = text.analysis(token);
  switch (analysis.pos) {
    case Pos::pronoun:
    case Pos::demonstrative:
    case Pos::relative:
    case Pos::preposition:
    case Pos::conjunction:
    case Pos::particle:
    case Pos::adverb:
    case Pos::punctuation:
      return {};
    default:
      break;
  }
  if (analysis.lemma != kNone) {
    const Lemma lemma = lexicon_.lemma(analysis.lemma);
    if (lemma.rank > kCommonRank) return {};
    return lemma.root.empty() ? lemma.normal : lemma.root;
  }
  const std::string_view normal = text.normal(token);
  if (analysis.stem_end <= analysis.stem_begin || analysis.stem_end > normal.size()) return normal;
  return normal.substr(analysis.stem_begin, analysis.stem_end - analysis.stem_begin);
}

void ReportMaker::set_words(Report& report, const Event& event) const {
  const Text& text = document_.text;
  const Sentence& sentence = text.sentences[event.sentence];
  const uint32_t begin = std::max(sentence.begin, event.head > kAround ? event.head - kAround : 0);
  const uint32_t end = std::min(sentence.end, event.head + kAround + 1);
  std::vector<std::pair<uint32_t, uint32_t>> near;  // distance to the trigger, hash
  for (uint32_t token = begin; token < end; ++token) {
    report.text = hash64(text.normal(token), report.text);
    const std::string_view word = telling_word(token);
    if (word.size() < 2) continue;
    near.emplace_back(token > event.head ? token - event.head : event.head - token,
                      short_hash(word));
  }
  std::sort(near.begin(), near.end());
  for (const auto& [distance, hash] : near) {
    if (report.words.size() == kMostWords) break;
    if (std::find(report.words.begin(), report.words.end(), hash) == report.words.end())
      report.words.push_back(hash);
  }
  std::sort(report.words.begin(), report.words.end());
}

// Threads named in the sentence; the deed is the meeting of the one that its trigger belongs to or
// stands before.
void ReportMaker::set_threads(Report& report, const Event& event) const {
  const Sentence& sentence = document_.text.sentences[event.sentence];
  const uint32_t begin = std::max(sentence.begin, event.head > kAround ? event.head - kAround : 0);
  const uint32_t end = std::min(sentence.end, event.head + kAround + 1);
  std::vector<ThreadName> names = threads_.named(begin, end);
  std::sort(names.begin(), names.end(),
            [](const ThreadName& a, const ThreadName& b) { return a.key < b.key; });
  for (ThreadName& name : names) {
    const bool meets = report.category == "CONSULT" && name.end > event.trigger_begin &&
                       name.begin <= event.trigger_end + 1;
    if (meets && report.convenes == 0) report.convenes = name.key;
    report.threads.push_back(name.key);
    report.thread_names.push_back(std::move(name.text));
  }
  report.questions = threads_.questions(begin, end);
}

Report ReportMaker::make(size_t number) const {
  const Record& record = document_.records[number];
  const Event& event = document_.events[number];
  const Claim& claim = document_.claims[number];
  Report report;
  report.id = report_id(record.id);
  report.article = report.origin = article_;
  report.outlet = outlet_;
  report.published = published_;
  report.line = record.line;
  report.group = event.group;
  report.trigger = record.trigger.text;
  report.category = record.event;
  report.mode = record.mode;
  report.status = claim.status;
  report.negation = claim.negation;
  report.postponed = claim.postponed;
  report.historical = claim.historical;
  set_parties(report, record);
  set_days(report, event);
  set_place_and_topics(report, record);
  set_words(report, event);
  set_threads(report, event);
  return report;
}

void append_parties(std::string& out, std::string_view name, const std::vector<Party>& list) {
  if (list.empty()) return;
  out += " ";
  out += name;
  char separator = ' ';
  for (const Party& party : list) {
    out += separator;
    out += party.code.view();
    if (!party.sector.empty()) out += ":" + std::string(party.sector.view());
    if (party.kind != PartyKind::state) out += "/" + std::string(name_of(party.kind));
    separator = ',';
  }
}

}  // namespace

ReportId report_id(std::string_view hex) {
  ReportId id = 0;
  std::from_chars(hex.data(), hex.data() + hex.size(), id, 16);
  return id;
}

std::string hex_of(ReportId id) {
  char out[20];
  std::snprintf(out, sizeof out, "%016llx", static_cast<unsigned long long>(id));
  return out;
}

std::string_view name_of(PartyKind kind) {
  static constexpr std::string_view kNames[] = {"state", "person", "body", "description"};
  return kNames[static_cast<size_t>(kind)];
}

std::vector<Report> reports_of(const Document& document, const Lexicon& lexicon) {
  std::vector<Report> reports;
  const ReportMaker maker(document, lexicon);
  const size_t count =
      std::min({document.records.size(), document.events.size(), document.claims.size()});
  reports.reserve(count);
  for (size_t i = 0; i < count; ++i) reports.push_back(maker.make(i));
  return reports;
}

std::string dump(const Report& report) {
  std::string out = hex_of(report.id) + " " + report.category;
  if (!report.mode.empty()) out += "." + report.mode;
  out += " " + std::string(name_of(report.status));
  if (report.negation != Negation::none) out += " " + std::string(name_of(report.negation));
  if (report.postponed) out += " postponed";
  append_parties(out, "actor", report.actors);
  append_parties(out, "recipient", report.recipients);
  append_parties(out, "said by", report.speakers);
  if (report.published != kNoDay) out += " published " + Date::from_days(report.published).iso();
  if (report.days.known()) {
    out += " on " + Date::from_days(report.days.first).iso();
    if (report.days.last != report.days.first)
      out += ".." + Date::from_days(report.days.last).iso();
  }
  return out + " [" + report.trigger + "]";
}

}  // namespace rasid
