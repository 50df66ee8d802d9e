// SPDX-License-Identifier: Apache-2.0
#include "store/packed.h"

#include "base/utf8.h"

namespace rasid {

namespace {

constexpr uint64_t kLastByte = UINT32_MAX;
// What one of these takes at least, packed: so that a count can't ask for more memory than the
// bytes are worth.
constexpr size_t kLeastActor = 10, kLeastParty = 3, kLeastTopic = 3, kLeastRelation = 9;

}  // namespace

void pack(Packer& out, Span span) { out.number(span.begin).number(span.size()); }

Span unpack_span(Unpacker& in) {
  const uint64_t begin = in.number(), size = in.number();
  if (begin > kLastByte || size > kLastByte - begin) {
    in.fail();
    return {};
  }
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + size)};
}

namespace {

void pack_optional(Packer& out, const std::optional<Excerpt>& excerpt) {
  out.number(excerpt ? 1 : 0);
  if (excerpt) pack(out, excerpt->bytes);
}

void unpack_optional(Unpacker& in, std::optional<Excerpt>& out) {
  if (in.number() == 0) return;
  out.emplace();
  out->bytes = unpack_span(in);
}

void pack_actors(Packer& out, const std::vector<RecordActor>& actors) {
  out.number(actors.size());
  for (const RecordActor& actor : actors) {
    out.text(actor.code).text(actor.sector).text(actor.name).text(actor.name_latin);
    out.text(actor.id).text(actor.wikidata).text(actor.office).text(actor.how);
    pack(out, actor.words.bytes);
  }
}

std::vector<RecordActor> unpack_actors(Unpacker& in) {
  std::vector<RecordActor> out(in.count(kLeastActor));
  for (RecordActor& actor : out) {
    actor.code = in.text();
    actor.sector = in.text();
    actor.name = in.text();
    actor.name_latin = in.text();
    actor.id = in.text();
    actor.wikidata = in.text();
    actor.office = in.text();
    actor.how = in.text();
    actor.words.bytes = unpack_span(in);
  }
  return out;
}

void pack_real(Packer& out, const std::optional<double>& value) {
  out.number(value ? 1 : 0);
  if (value) out.real(*value);
}

std::optional<double> unpack_real(Unpacker& in) {
  if (in.number() == 0) return std::nullopt;
  return in.real();
}

void pack_place(Packer& out, const std::optional<RecordPlace>& place) {
  out.number(place ? 1 : 0);
  if (!place) return;
  pack(out, place->words.bytes);
  out.text(place->name).text(place->id).text(place->code);
  pack_real(out, place->lat);
  pack_real(out, place->lon);
}

std::optional<RecordPlace> unpack_place(Unpacker& in) {
  if (in.number() == 0) return std::nullopt;
  RecordPlace out;
  out.words.bytes = unpack_span(in);
  out.name = in.text();
  out.id = in.text();
  out.code = in.text();
  out.lat = unpack_real(in);
  out.lon = unpack_real(in);
  return out;
}

void pack_texts(Packer& out, const std::vector<std::string>& texts) {
  out.number(texts.size());
  for (const std::string& text : texts) out.text(text);
}

void unpack_texts(Unpacker& in, std::vector<std::string>& out) {
  out.resize(in.count());
  for (std::string& text : out) text = in.text();
}

void pack_parties(Packer& out, const std::vector<Party>& parties) {
  out.number(parties.size());
  for (const Party& party : parties) {
    out.text(party.code.view()).text(party.sector.view());
    const bool named = party.name != std::array<uint32_t, 3>{};
    out.number(static_cast<uint64_t>(party.kind) | (party.entity ? 4U : 0U) |
               (party.office ? 8U : 0U) | (named ? 16U : 0U));
    if (party.entity) out.fixed64(party.entity);
    if (party.office) out.fixed64(party.office);
    if (!named) continue;
    for (const uint32_t word : party.name) out.fixed32(word);
  }
}

std::vector<Party> unpack_parties(Unpacker& in) {
  std::vector<Party> out(in.count(kLeastParty));
  for (Party& party : out) {
    party.code = Code::from(in.text());
    party.sector = Code::from(in.text());
    const uint64_t flags = in.number();
    party.kind = static_cast<PartyKind>(flags & 3);
    if (flags & 4) party.entity = in.fixed64();
    if (flags & 8) party.office = in.fixed64();
    if ((flags & 16) == 0) continue;
    for (uint32_t& word : party.name) word = in.fixed32();
  }
  return out;
}

void pack_hashes(Packer& out, const std::vector<uint64_t>& hashes) {
  out.number(hashes.size());
  for (const uint64_t hash : hashes) out.fixed64(hash);
}

std::vector<uint64_t> unpack_hashes(Unpacker& in) {
  std::vector<uint64_t> out(in.count(8));
  for (uint64_t& hash : out) hash = in.fixed64();
  return out;
}

void pack_day(Packer& out, int32_t day) {
  out.number(day == kNoDay ? 0 : 1 + uint32_t(day + 0x100000));
}

int32_t unpack_day(Unpacker& in) {
  constexpr uint64_t kLastDay = 0x400000;
  const uint64_t value = in.number();
  if (value > kLastDay) in.fail();
  return value == 0 || value > kLastDay ? kNoDay : static_cast<int32_t>(value - 1) - 0x100000;
}

template <typename Enum>
Enum one_of_first(Unpacker& in, uint64_t number, Enum last) {
  if (number <= static_cast<uint64_t>(last)) return static_cast<Enum>(number);
  in.fail();
  return Enum{};
}

struct Filler {
  std::string_view text;
  uint32_t first;
  CodePoints points;

  void fill(Excerpt& excerpt) const {
    const auto size = static_cast<uint32_t>(text.size());
    excerpt.bytes = {std::min(excerpt.bytes.begin, size), std::min(excerpt.bytes.end, size)};
    excerpt.text = slice(text, excerpt.bytes);
    excerpt.start = first + points.before(excerpt.bytes.begin);
    excerpt.end = first + points.before(excerpt.bytes.end);
  }
  void fill(std::optional<Excerpt>& excerpt) const {
    if (excerpt) fill(*excerpt);
  }
  void fill(std::vector<RecordActor>& actors) const {
    for (RecordActor& actor : actors) fill(actor.words);
  }
};

}  // namespace

void pack(Packer& out, const Record& record) {
  out.fixed64(report_id(record.id)).number(record.line).number(record.sentence);
  out.text(record.event).text(record.mode).text(record.cameo);
  out.text(record.plover_event).text(record.plover_mode);
  out.text(record.status).text(record.negation);
  out.number((record.postponed ? 1U : 0U) | (record.historical ? 2U : 0U));
  pack_optional(out, record.status_cue);
  pack(out, record.trigger.bytes);
  pack_actors(out, record.actor);
  pack_actors(out, record.recipient);
  pack_actors(out, record.said_by);
  for (const auto* excerpt : {&record.via, &record.quote, &record.magnitude, &record.date_words})
    pack_optional(out, *excerpt);
  out.text(record.date).text(record.enddate).text(record.date_precision).text(record.date_basis);
  pack_place(out, record.place);
  out.number(record.topics.size());
  for (const RecordTopic& topic : record.topics) {
    pack(out, topic.words.bytes);
    out.text(topic.id);
  }
  out.number(record.relates.size());
  for (const Relation& relation : record.relates)
    out.fixed64(report_id(relation.id)).text(relation.as);
  pack_texts(out, record.context);
  out.signed_number(record.quad_code);
  pack_real(out, record.event_scale);
  out.text(record.group).text(record.rule);
  pack_texts(out, record.notes);
}

Record unpack_record(Unpacker& in) {
  Record out;
  out.id = hex_of(in.fixed64());
  out.line = static_cast<uint32_t>(in.number());
  out.sentence = static_cast<uint32_t>(in.number());
  for (std::string* text : {&out.event, &out.mode, &out.cameo, &out.plover_event, &out.plover_mode,
                            &out.status, &out.negation})
    *text = in.text();
  const uint64_t flags = in.number();
  out.postponed = flags & 1;
  out.historical = flags & 2;
  unpack_optional(in, out.status_cue);
  out.trigger.bytes = unpack_span(in);
  out.actor = unpack_actors(in);
  out.recipient = unpack_actors(in);
  out.said_by = unpack_actors(in);
  for (auto* excerpt : {&out.via, &out.quote, &out.magnitude, &out.date_words})
    unpack_optional(in, *excerpt);
  for (std::string* text : {&out.date, &out.enddate, &out.date_precision, &out.date_basis})
    *text = in.text();
  out.place = unpack_place(in);
  out.topics.resize(in.count(kLeastTopic));
  for (RecordTopic& topic : out.topics) {
    topic.words.bytes = unpack_span(in);
    topic.id = in.text();
  }
  out.relates.resize(in.count(kLeastRelation));
  for (Relation& relation : out.relates) {
    relation.id = hex_of(in.fixed64());
    relation.as = in.text();
  }
  unpack_texts(in, out.context);
  out.quad_code = static_cast<int>(in.signed_number());
  out.event_scale = unpack_real(in);
  out.group = in.text();
  out.rule = in.text();
  unpack_texts(in, out.notes);
  return out;
}

void fill_excerpts(std::vector<Record>& records, std::string_view text, uint32_t first_code_point) {
  Filler filler{text, first_code_point, {}};
  filler.points.reset(text);
  for (Record& record : records) {
    filler.fill(record.status_cue);
    filler.fill(record.trigger);
    filler.fill(record.actor);
    filler.fill(record.recipient);
    filler.fill(record.said_by);
    for (auto* excerpt : {&record.via, &record.quote, &record.magnitude, &record.date_words})
      filler.fill(*excerpt);
    if (record.place) filler.fill(record.place->words);
    for (RecordTopic& topic : record.topics) filler.fill(topic.words);
  }
}

std::string packed(const Report& report) {
  Packer out;
  out.number(report.line).number(report.group).text(report.trigger);
  out.text(report.category).text(report.mode);
  out.number(static_cast<uint64_t>(report.status) | static_cast<uint64_t>(report.negation) << 2 |
             (report.postponed ? 32U : 0U) | (report.historical ? 64U : 0U));
  pack_parties(out, report.actors);
  pack_parties(out, report.recipients);
  pack_parties(out, report.speakers);
  pack_day(out, report.days.first);
  if (report.days.known()) pack_day(out, report.days.last);
  out.number(static_cast<uint64_t>(report.precision) | static_cast<uint64_t>(report.basis) << 4);
  out.number(report.place ? 1 : 0);
  if (report.place) out.fixed64(report.place);
  out.text(report.country.view());
  pack_hashes(out, report.topics);
  pack_hashes(out, report.threads);
  out.number(report.words.size());
  for (const uint32_t word : report.words) out.fixed32(word);
  out.number(report.relates.size());
  for (const Related& related : report.relates) out.fixed64(related.report).text(related.as);
  out.fixed64(report.text);
  // What was added later comes last: rows without it read as 0 and empty.
  out.number(report.questions).number(report.convenes != 0 ? 1 : 0);
  if (report.convenes != 0) out.fixed64(report.convenes);
  pack_texts(out, report.thread_names);
  return out.take();
}

std::optional<Report> unpack_report(std::string_view bytes) {
  Unpacker in(bytes);
  Report out;
  out.line = static_cast<uint32_t>(in.number());
  out.group = static_cast<uint32_t>(in.number());
  out.trigger = in.text();
  out.category = in.text();
  out.mode = in.text();
  const uint64_t flags = in.number();
  out.status = static_cast<Status>(flags & 3);
  out.negation = one_of_first<Negation>(in, (flags >> 2) & 7, Negation::denied);
  out.postponed = flags & 32;
  out.historical = flags & 64;
  out.actors = unpack_parties(in);
  out.recipients = unpack_parties(in);
  out.speakers = unpack_parties(in);
  out.days.first = unpack_day(in);
  if (out.days.known()) out.days.last = unpack_day(in);
  const uint64_t told = in.number();
  out.precision = one_of_first<Precision>(in, told & 15, Precision::range);
  out.basis = static_cast<Basis>((told >> 4) & 3);
  if (in.number() != 0) out.place = in.fixed64();
  out.country = Code::from(in.text());
  out.topics = unpack_hashes(in);
  out.threads = unpack_hashes(in);
  out.words.resize(in.count(4));
  for (uint32_t& word : out.words) word = in.fixed32();
  out.relates.resize(in.count(kLeastRelation));
  for (Related& related : out.relates) {
    related.report = in.fixed64();
    related.as = in.text();
  }
  out.text = in.fixed64();
  if (in.ok() && in.at_end()) return out;
  out.questions = static_cast<uint8_t>(in.number());
  if (in.number() != 0) out.convenes = in.fixed64();
  unpack_texts(in, out.thread_names);
  if (!in.ok() || !in.at_end()) return std::nullopt;
  return out;
}

std::optional<Report> report_in(std::string_view row) {
  const std::optional<std::string_view> bytes = unsealed(row);
  return bytes ? unpack_report(*bytes) : std::nullopt;
}

std::string packed_words(const std::vector<uint32_t>& hashes) {
  Packer out;
  for (const uint32_t hash : hashes) out.fixed32(hash);
  return out.take();
}

std::vector<uint32_t> unpack_words(std::string_view bytes) {
  std::vector<uint32_t> out(bytes.size() / 4);
  Unpacker in(bytes);
  for (uint32_t& hash : out) hash = in.fixed32();
  return out;
}

// Gap to the token before and length, then how the stem lies in the normal form.
void pack(Packer& out, const std::vector<SearchToken>& tokens) {
  out.number(tokens.size());
  uint32_t at = 0;
  for (const SearchToken& token : tokens) {
    out.number(token.span.begin - at).number(token.span.size());
    out.number(static_cast<uint64_t>(token.cut_front) | static_cast<uint64_t>(token.cut_back) << 4 |
               (token.open_end ? 256U : 0U));
    at = token.span.end;
  }
}

std::vector<SearchToken> unpack_tokens(Unpacker& in) {
  std::vector<SearchToken> out(in.count(3));
  uint32_t at = 0;
  for (SearchToken& token : out) {
    const uint64_t gap = in.number(), size = in.number();
    if (gap > kLastByte - at || size > kLastByte - at - gap) {
      in.fail();
      return {};
    }
    token.span.begin = at + static_cast<uint32_t>(gap);
    token.span.end = token.span.begin + static_cast<uint32_t>(size);
    const uint64_t cut = in.number();
    token.cut_front = cut & 15;
    token.cut_back = (cut >> 4) & 15;
    token.open_end = cut & 256;
    at = token.span.end;
  }
  return out;
}

}  // namespace rasid
