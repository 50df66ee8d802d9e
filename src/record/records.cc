// SPDX-License-Identifier: Apache-2.0
#include "record/records.h"

#include <algorithm>
#include <cstdio>

#include "base/hash.h"
#include "base/utf8.h"

namespace rasid {
namespace {

// Builds the records of one document; holds what all of them need.
class Maker {
 public:
  Maker(Document& document, const RecordIndex& index)
      : document_(document), lexicon_(index.lexicon()), index_(index) {
    points_.reset(document.article.text);
  }
  void make_all();

 private:
  Excerpt excerpt(Span span) const;
  Record make(uint32_t number) const;
  void add_participants(std::vector<RecordActor>& out, uint32_t mention) const;
  RecordActor actor_of(const Participant& participant, const Mention& mention) const;
  void set_date(Record& record, const Event& event) const;
  void set_codes(Record& record, const Event& event, const Claim& claim) const;
  std::optional<RecordPlace> place_of(uint32_t mention) const;
  RecordTopic topic_of(Span words) const;
  void set_roles(Record& record, const Event& event) const;
  std::string id_of(const Event& event) const;
  void set_contexts(Record& record, const Event& event) const;
  std::string group_name(uint32_t group);

  Document& document_;
  const Lexicon& lexicon_;
  const RecordIndex& index_;
  CodePoints points_;
  std::vector<uint32_t> groups_;  // in order of appearance
};

Excerpt Maker::excerpt(Span span) const {
  const uint32_t first = document_.article.first_code_point;
  return {std::string(slice(document_.article.text, span)), first + points_.before(span.begin),
          first + points_.before(span.end), span};
}

std::string Maker::id_of(const Event& event) const {
  const uint32_t first = document_.article.first_code_point;
  uint64_t hash = hash64(document_.article.id);
  hash = hash64(std::to_string(first + points_.before(event.trigger.begin)) + "-" +
                    std::to_string(first + points_.before(event.trigger.end)),
                hash);
  hash = hash64(event.category, hash);
  char out[20];
  std::snprintf(out, sizeof out, "%016llx", static_cast<unsigned long long>(hash));
  return out;
}

RecordActor Maker::actor_of(const Participant& participant, const Mention& mention) const {
  RecordActor out;
  out.code = participant.code.empty() ? "XXX" : std::string(participant.code.view());
  out.sector = participant.sector.view();
  out.name = participant.name_text.empty()
                 ? std::string(slice(document_.article.text, participant.name))
                 : participant.name_text;
  if (participant.entry != kNone) {
    const Entry entry = lexicon_.entry(participant.entry);
    out.name_latin = entry.value(Key::latin);
    out.id = entry.id();
    out.wikidata = entry.value(Key::wikidata);
  }
  if (participant.office != kNone) out.office = lexicon_.entry(participant.office).id();
  out.words = excerpt(mention.span);
  out.how = name_of(mention.kind);
  return out;
}

void Maker::add_participants(std::vector<RecordActor>& out, uint32_t mention_number) const {
  if (mention_number >= document_.mentions.size()) return;
  const Mention& mention = document_.mentions[mention_number];
  for (uint32_t i = 0; i < mention.participants; ++i) {
    const Participant& participant =
        document_.participants[document_.stands_for[mention.first_participant + i]];
    RecordActor actor = actor_of(participant, mention);
    const bool known = std::any_of(out.begin(), out.end(), [&](const RecordActor& other) {
      return other.code == actor.code && other.sector == actor.sector && other.name == actor.name;
    });
    if (!known) out.push_back(std::move(actor));
  }
}

void Maker::set_date(Record& record, const Event& event) const {
  if (event.moment >= document_.moments.size()) return;
  const Moment& moment = document_.moments[event.moment];
  record.date_words = excerpt(moment.span);
  if (moment.basis == Basis::none) {
    record.notes.emplace_back(document_.article.published
                                  ? "date not resolved"
                                  : "date not resolved: the article has no date");
    return;
  }
  record.date = moment.start.iso();
  record.enddate = moment.finish.iso();
  record.date_precision = name_of(moment.precision);
  record.date_basis = name_of(moment.basis);
}

std::optional<RecordPlace> Maker::place_of(uint32_t mention_number) const {
  if (mention_number >= document_.mentions.size()) return std::nullopt;
  const Mention& mention = document_.mentions[mention_number];
  RecordPlace out;
  out.words = excerpt(mention.span);
  if (mention.place == kNone) return out;
  const Entry entry = lexicon_.entry(mention.place);
  out.name = entry.value(Key::latin);
  out.id = entry.id();
  out.code = entry.value(entry.type() == Type::state ? Key::code : Key::country);
  out.lat = number_of(entry.value(Key::lat));
  out.lon = number_of(entry.value(Key::lon));
  return out;
}

void Maker::set_codes(Record& record, const Event& event, const Claim& claim) const {
  const Entry frame = lexicon_.entry(event.frame);
  const bool demand = frame.value(Key::demand) == "yes";
  const EventCodes codes = index_.codes().coded(event.category, event.mode, claim, demand);
  record.event = event.category;
  record.mode = event.mode;
  record.cameo = codes.cameo;
  record.plover_event = codes.plover_event;
  record.plover_mode = codes.plover_mode;
  record.quad_code = codes.quad;
  record.event_scale = codes.scale;
  record.rule = std::string(frame.id()) + " " + std::string(frame.file()) + ":" +
                std::to_string(frame.line());
}

void Maker::set_contexts(Record& record, const Event& event) const {
  uint64_t bits = 0;
  const Text& text = document_.text;
  const Sentence& sentence = text.sentences[event.sentence];
  for (uint32_t token = sentence.begin; token < sentence.end; ++token) {
    bits |= index_.contexts_of_lemma(text.analysis(token).lemma);
    if (token + 1 >= text.first_match.size()) continue;
    for (uint32_t m = text.first_match[token]; m < text.first_match[token + 1]; ++m) {
      bits |= index_.context_bit(text.matches[m].entry);
    }
  }
  for (size_t i = 0; i < index_.contexts().size(); ++i) {
    if ((bits >> i) & 1) record.context.emplace_back(index_.contexts()[i]);
  }
}

RecordTopic Maker::topic_of(Span words) const {
  RecordTopic topic{excerpt(words), ""};
  const Text& text = document_.text;
  for (const Match& match : text.matches) {
    const Span span{text.tokens[match.begin].span.begin, text.tokens[match.end - 1].span.end};
    if (!words.contains(span) || lexicon_.entry(match.entry).type() != Type::nominal) continue;
    topic.id = lexicon_.entry(match.entry).id();
    break;
  }
  return topic;
}

void Maker::set_roles(Record& record, const Event& event) const {
  for (uint32_t i = 0; i < event.roles; ++i) {
    const Role& role = document_.roles[event.first_role + i];
    if (role.kind == RoleKind::actor) add_participants(record.actor, role.mention);
    if (role.kind == RoleKind::recipient) add_participants(record.recipient, role.mention);
    if (role.kind == RoleKind::topic && !role.span.empty())
      record.topics.push_back(topic_of(role.span));
  }
}

Record Maker::make(uint32_t event_number) const {
  const Event& event = document_.events[event_number];
  const Claim& claim = document_.claims[event_number];
  const Sentence& sentence = document_.text.sentences[event.sentence];
  Record record;
  record.id = id_of(event);
  record.article = document_.article.id;
  record.line = document_.article.blocks[sentence.block].line;
  record.sentence = event.sentence + 1;
  record.trigger = excerpt(event.trigger);
  set_codes(record, event, claim);
  record.status = name_of(claim.status);
  record.negation = name_of(claim.negation);
  record.postponed = claim.postponed;
  record.historical = claim.historical;
  if (!claim.cue.empty()) record.status_cue = excerpt(claim.cue);
  set_roles(record, event);
  for (uint32_t i = 0; i < claim.speakers; ++i) {
    add_participants(record.said_by, document_.speakers[claim.first_speaker + i]);
  }
  if (!claim.via.empty()) record.via = excerpt(claim.via);
  set_date(record, event);
  record.place = place_of(event.place);
  if (!event.quote.empty()) record.quote = excerpt(event.quote);
  if (!event.magnitude.empty()) record.magnitude = excerpt(event.magnitude);
  set_contexts(record, event);
  record.lexicon = lexicon_.version();
  return record;
}

std::string Maker::group_name(uint32_t group) {
  auto at = std::find(groups_.begin(), groups_.end(), group);
  if (at == groups_.end()) at = groups_.insert(groups_.end(), group);
  return "e" + std::to_string(at - groups_.begin() + 1);
}

void Maker::make_all() {
  document_.records.clear();
  if (document_.claims.size() < document_.events.size())
    document_.claims.resize(document_.events.size());
  for (uint32_t i = 0; i < document_.events.size(); ++i) {
    document_.records.push_back(make(i));
    document_.records.back().group = group_name(document_.events[i].group);
  }
  for (uint32_t i = 0; i < document_.events.size(); ++i) {
    const Event& event = document_.events[i];
    if (event.governor >= document_.events.size()) continue;
    document_.records[event.governor].relates.push_back(
        {document_.records[i].id, std::string(event.governed_as)});
  }
}

}  // namespace

RecordIndex::RecordIndex(const Lexicon& lexicon, std::vector<Error>& problems)
    : lexicon_(&lexicon), codes_(lexicon, problems) {
  of_lemma_.resize(lexicon.lemma_count());
  for (EntryId id : lexicon.entries_of(Type::context)) {
    if (contexts_.size() == 64) break;
    std::string_view name = lexicon.entry(id).id();
    if (name.starts_with("context.")) name.remove_prefix(8);
    contexts_.push_back(name);
    context_entries_.push_back(id);
  }
  for (LemmaId lemma = 0; lemma < lexicon.lemma_count(); ++lemma) {
    for (const Term& term : lexicon.terms_of(lemma)) of_lemma_[lemma] |= context_bit(term.entry);
  }
}

uint64_t RecordIndex::context_bit(EntryId entry) const {
  const auto at = std::lower_bound(context_entries_.begin(), context_entries_.end(), entry);
  if (at == context_entries_.end() || *at != entry) return 0;
  return uint64_t{1} << (at - context_entries_.begin());
}

void make_records(Document& document, const RecordIndex& index) {
  if (document.events.empty()) {
    document.records.clear();
    return;
  }
  Maker(document, index).make_all();
}

std::string dump_records(const Document& document) {
  std::string out;
  for (const Record& record : document.records) {
    out += record.id + " line " + std::to_string(record.line) + " " + record.event +
           (record.mode.empty() ? "" : "." + record.mode) + " " + record.status + " [" +
           record.trigger.text + "]";
    for (const RecordActor& actor : record.actor)
      out += " actor " + actor.code + ":" + actor.sector + "/" + actor.name;
    for (const RecordActor& actor : record.recipient)
      out += " recipient " + actor.code + ":" + actor.sector + "/" + actor.name;
    out += " date " + (record.date.empty() ? "-" : record.date) + " group " + record.group + "\n";
  }
  return out;
}

}  // namespace rasid
