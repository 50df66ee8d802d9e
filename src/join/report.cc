// SPDX-License-Identifier: Apache-2.0
#include "join/report.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <numeric>

#include "base/date.h"
#include "base/hash.h"
#include "base/letters.h"
#include "join/threads_named.h"
#include "lexicon/lexicon.h"
#include "model/document.h"

namespace rasid {
namespace {

constexpr uint32_t kAround = 20;    // tokens each side of the trigger whose words tell the deed
constexpr size_t kMostWords = 32;   // kept of them
constexpr size_t kMostAbout = 24;   // of the headline and the lead
constexpr uint32_t kLead = 60;      // tokens of headline and lead that are looked at
constexpr int16_t kCommonRank = 9;  // lemmas commoner than this (2-logarithm) tell nothing
constexpr uint32_t kRarest = 3;     // names, places and words that the lexicon does not know

uint32_t short_hash(std::string_view bytes) {
  const auto hash = static_cast<uint32_t>(hash64(bytes) >> 32);
  return hash == 0 ? 1 : hash;
}

uint32_t rare_hash(std::string_view bytes, uint32_t rarity) {
  return (short_hash(bytes) & ~3U) | rarity;
}

uint64_t hash_of_words(std::string_view text) {
  uint64_t hash = 0;
  for (const std::string& word : words_without_article(text)) hash = hash64(word, hash);
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
  const std::vector<std::string> words = words_without_article(actor.name);
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
    by_head_.resize(document.mentions.size());
    std::iota(by_head_.begin(), by_head_.end(), 0);
    std::stable_sort(by_head_.begin(), by_head_.end(), [&](uint32_t a, uint32_t b) {
      return document.mentions[a].head < document.mentions[b].head;
    });
    set_about();
  }
  Report make(size_t number) const;

 private:
  void set_parties(Report& report, const Record& record) const;
  void set_days(Report& report, const Event& event) const;
  void set_place_and_topics(Report& report, const Record& record) const;
  void set_words(Report& report, const Event& event) const;
  void set_threads(Report& report, const Event& event) const;
  void set_about();
  uint32_t telling_word(uint32_t token) const;
  uint32_t entry_hash(uint32_t number) const;
  void keep_names(std::vector<uint32_t>& list, uint32_t begin, uint32_t end, size_t most) const;
  const Participant* participant_named(const RecordActor& actor) const;

  const Document& document_;
  const Lexicon& lexicon_;
  ThreadFinder threads_;
  uint64_t article_ = 0, outlet_ = 0;
  int32_t published_ = kNoDay;
  std::vector<uint32_t> by_head_;  // mentions, by their head token
  std::vector<uint32_t> about_;
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

// What a word says about the deed, as a hash with its rarity: of its root where the lexicon knows
// one (a killing and the killed are one), else of its stem; 0 for words of grammar and for the
// commonest.
uint32_t ReportMaker::telling_word(uint32_t token) const {
  const Text& text = document_.text;
  const Token& word = text.tokens[token];
  const std::string_view normal = text.normal(token);
  if (word.kind == TokenKind::number) return rare_hash(normal, 2);
  if (word.kind != TokenKind::word || normal.size() < 2) return 0;
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
      return 0;
    default:
      break;
  }
  if (analysis.lemma != kNone) {
    const Lemma lemma = lexicon_.lemma(analysis.lemma);
    if (lemma.rank > kCommonRank) return 0;
    const uint32_t rarity = lemma.pos == Pos::proper ? kRarest
                            : lemma.rank <= 2        ? 2
                            : lemma.rank <= 5        ? 1
                                                     : 0;
    return rare_hash(lemma.root.empty() ? lemma.normal : lemma.root, rarity);
  }
  if (analysis.stem_end <= analysis.stem_begin || analysis.stem_end > normal.size())
    return rare_hash(normal, kRarest);
  return rare_hash(normal.substr(analysis.stem_begin, analysis.stem_end - analysis.stem_begin),
                   kRarest);
}

void keep(std::vector<uint32_t>& list, uint32_t hash, size_t most) {
  if (hash == 0 || list.size() == most) return;
  if (std::find(list.begin(), list.end(), hash) == list.end()) list.push_back(hash);
}

// Who and what place is named in the tokens, by the lexicon's ids.
void ReportMaker::keep_names(std::vector<uint32_t>& list, uint32_t begin, uint32_t end,
                             size_t most) const {
  auto at = std::lower_bound(
      by_head_.begin(), by_head_.end(), begin,
      [&](uint32_t mention, uint32_t token) { return document_.mentions[mention].head < token; });
  for (; at != by_head_.end() && document_.mentions[*at].head < end; ++at) {
    const Mention& mention = document_.mentions[*at];
    if (mention.kind == MentionKind::elided || mention.kind == MentionKind::pronoun) continue;
    if (mention.place != kNone) keep(list, entry_hash(mention.place), most);
    for (uint32_t i = 0; i < mention.participants; ++i) {
      const Participant& one =
          document_.participants[document_.stands_for[mention.first_participant + i]];
      if (one.entry != kNone) keep(list, entry_hash(one.entry), most);
    }
  }
}

uint32_t ReportMaker::entry_hash(uint32_t number) const {
  const Entry entry = lexicon_.entry(number);
  return rare_hash(entry.id(), entry.type() == Type::state ? 0 : kRarest);
}

void ReportMaker::set_words(Report& report, const Event& event) const {
  const Text& text = document_.text;
  const Sentence& sentence = text.sentences[event.sentence];
  const uint32_t begin = std::max(sentence.begin, event.head > kAround ? event.head - kAround : 0);
  const uint32_t end = std::min(sentence.end, event.head + kAround + 1);
  for (uint32_t token = begin; token < end; ++token)
    report.text = hash64(text.normal(token), report.text);
  keep_names(report.words, begin, end, kMostWords / 2);
  for (uint32_t step = 0; step <= kAround; ++step) {  // the nearest first
    if (event.head >= begin + step) keep(report.words, telling_word(event.head - step), kMostWords);
    if (event.head + step < end) keep(report.words, telling_word(event.head + step), kMostWords);
  }
  std::sort(report.words.begin(), report.words.end());
  report.about = about_;
}

// Words of the headline and the lead: what the article is about.
void ReportMaker::set_about() {
  const uint32_t end =
      std::min<uint32_t>(kLead, static_cast<uint32_t>(document_.text.tokens.size()));
  keep_names(about_, 0, end, kMostAbout / 2);
  for (const uint32_t rarity : {kRarest, 2U, 1U}) {
    for (uint32_t token = 0; token < end; ++token) {
      const uint32_t hash = telling_word(token);
      if ((hash & 3) == rarity) keep(about_, hash, kMostAbout);
    }
  }
  std::sort(about_.begin(), about_.end());
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
  if (document.records.empty()) return reports;
  const ReportMaker maker(document, lexicon);
  const size_t count =
      std::min({document.records.size(), document.events.size(), document.claims.size()});
  reports.reserve(count);
  for (size_t i = 0; i < count; ++i) reports.push_back(maker.make(i));
  return reports;
}

std::vector<std::string> words_without_article(std::string_view text) {
  std::vector<std::string> words;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    std::string word = fold(text.substr(at, end - at)).normal;
    if (word.size() > 4 && begins_with_article(word)) word.erase(0, 2);
    if (!word.empty()) words.push_back(std::move(word));
    at = end + 1;
  }
  return words;
}

std::string text_of(const Party& party) {
  std::string out(party.code.view());
  if (!party.sector.empty()) out += ":" + std::string(party.sector.view());
  return out;
}

std::string text_of(const DayRange& days) {
  std::string out = Date::from_days(days.first).iso();
  if (days.last != days.first) out += ".." + Date::from_days(days.last).iso();
  return out;
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
  if (report.days.known()) out += " on " + text_of(report.days);
  return out + " [" + report.trigger + "]";
}

}  // namespace rasid
