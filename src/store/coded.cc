// SPDX-License-Identifier: Apache-2.0
#include "store/coded.h"

#include <algorithm>

#include "base/hash.h"
#include "base/letters.h"
#include "lexicon/lexicon.h"
#include "model/document.h"
#include "store/packed.h"

namespace rasid {
namespace {

void add(std::vector<Tag>& tags, TagKind kind, std::string name, std::string_view shown) {
  Tag tag{kind, std::move(name), std::string(shown)};
  const bool known = std::any_of(tags.begin(), tags.end(), [&](const Tag& other) {
    return other.kind == tag.kind && other.name == tag.name;
  });
  if (!known) tags.push_back(std::move(tag));
}

// A name's normal form, word by word: what names without an entry are found by.
std::string folded_name(std::string_view name) {
  std::string out = "=";
  for (size_t at = 0; at < name.size();) {
    const size_t end = std::min(name.find(' ', at), name.size());
    const std::string word = fold(name.substr(at, end - at)).normal;
    if (!word.empty()) out += (out.size() > 1 ? " " : "") + word;
    at = end + 1;
  }
  return out;
}

void add_actor(std::vector<Tag>& tags, TagKind kind, const RecordActor& actor) {
  if (actor.code != "XXX") {
    add(tags, kind, actor.code, "");
    if (!actor.sector.empty()) add(tags, kind, actor.code + ":" + actor.sector, "");
  }
  if (!actor.office.empty()) add(tags, kind, actor.office, "");
  if (!actor.id.empty()) return add(tags, kind, actor.id, actor.name);
  const std::string name = folded_name(actor.name);
  if (name.size() > 1) add(tags, kind, name, actor.name);
}

void add_dyad(std::vector<Tag>& tags, const RecordActor& from, const RecordActor& to) {
  if (from.code == "XXX" || to.code == "XXX" || from.code == to.code) return;
  add(tags, TagKind::dyad, from.code + ">" + to.code, "");
}

void add_dyads(std::vector<Tag>& tags, const Record& record) {
  for (const RecordActor& actor : record.actor) {
    for (const RecordActor& other : record.recipient) add_dyad(tags, actor, other);
    if (!record.recipient.empty()) continue;
    for (const RecordActor& other : record.actor) add_dyad(tags, actor, other);
  }
}

}  // namespace

std::string key_of(const Article& article) {
  std::string key = article.url.empty() ? article.id : article.url;
  if (article.first_code_point != 0) key += "#" + std::to_string(article.first_code_point);
  return key;
}

std::vector<Tag> tags_of(const Record& record) {
  std::vector<Tag> out;
  add(out, TagKind::category, record.event, "");
  if (!record.mode.empty()) add(out, TagKind::category, record.event + "." + record.mode, "");
  for (const RecordActor& actor : record.actor) add_actor(out, TagKind::party, actor);
  for (const RecordActor& actor : record.recipient) add_actor(out, TagKind::party, actor);
  for (const RecordActor& actor : record.said_by) add_actor(out, TagKind::speaker, actor);
  add_dyads(out, record);
  if (record.place) {
    const RecordPlace& place = *record.place;
    if (!place.code.empty()) add(out, TagKind::place, place.code, "");
    const std::string name = place.id.empty() ? folded_name(place.words.text) : place.id;
    if (name.size() > 1) add(out, TagKind::place, name, place.words.text);
  }
  return out;
}

void add_thread_tags(std::vector<Tag>& tags, const Report& report) {
  for (size_t i = 0; i < report.threads.size(); ++i) {
    const bool named = i < report.thread_names.size();
    add(tags, TagKind::thread, hex_of(report.threads[i]), named ? report.thread_names[i] : "");
  }
}

std::string packed(const Content& content) {
  Packer out;
  out.text(content.text);  // first: what follows repeats pieces of it, which compresses them
  out.text(content.key).text(content.id).text(content.url == content.key ? "=" : content.url);
  out.text(content.outlet).text(content.published_basis).text(content.lexicon);
  pack(out, content.headline);
  out.number(content.first_code_point);
  out.number(content.blocks.size());
  for (const Block& block : content.blocks) {
    out.number(static_cast<uint64_t>(block.part)).number(block.line);
    pack(out, block.span);
  }
  pack(out, content.tokens);
  out.number(content.records.size());
  for (const Record& record : content.records) pack(out, record);
  return out.take();
}

namespace {

constexpr size_t kLeastBlock = 4;  // bytes, packed

void unpack_blocks(Unpacker& in, std::vector<Block>& out) {
  out.resize(in.count(kLeastBlock));
  for (Block& block : out) {
    block.part = static_cast<Part>(std::min<uint64_t>(in.number(), uint64_t(Part::furniture)));
    block.line = static_cast<uint32_t>(in.number());
    block.span = unpack_span(in);
  }
}

void unpack_records(Unpacker& in, Content& out) {
  const size_t count = in.count();
  if (count > kMostReports) in.fail();
  for (size_t i = 0; i < count && in.ok(); ++i) {
    Record record = unpack_record(in);
    record.article = out.id;
    record.lexicon = out.lexicon;
    out.records.push_back(std::move(record));
  }
}

// Whether all that points into the text stays in it.
bool lies_within(const Content& content) {
  const size_t size = content.text.size();
  const auto within = [&](Span span) { return span.begin <= span.end && span.end <= size; };
  return within(content.headline) &&
         std::all_of(content.blocks.begin(), content.blocks.end(),
                     [&](const Block& block) { return within(block.span); }) &&
         std::all_of(content.tokens.begin(), content.tokens.end(),
                     [&](const SearchToken& token) { return within(token.span); });
}

}  // namespace

std::optional<Content> unpacked(std::string_view bytes) {
  Unpacker in(bytes);
  Content out;
  out.text = in.text();
  out.key = in.text();
  out.id = in.text();
  out.url = in.text();
  if (out.url == "=") out.url = out.key;
  out.outlet = in.text();
  out.published_basis = in.text();
  out.lexicon = in.text();
  out.headline = unpack_span(in);
  out.first_code_point = static_cast<uint32_t>(in.number());
  unpack_blocks(in, out.blocks);
  out.tokens = unpack_tokens(in);
  unpack_records(in, out);
  if (!in.ok() || !in.at_end() || !lies_within(out)) return std::nullopt;
  fill_excerpts(out.records, out.text, out.first_code_point);
  return out;
}

Article article_of(const Content& content, std::optional<int32_t> published) {
  Article out;
  out.id = content.id;
  out.url = content.url;
  out.outlet = content.outlet;
  out.text = content.text;
  out.published_basis = content.published_basis;
  if (published) out.published = Date::from_days(*published);
  out.first_code_point = content.first_code_point;
  const auto size = static_cast<uint32_t>(content.text.size());
  for (Block block : content.blocks) {
    block.span = {std::min(block.span.begin, size), std::min(block.span.end, size)};
    out.blocks.push_back(block);
  }
  return out;
}

Span line_around(std::string_view text, Span span) {
  const auto size = static_cast<uint32_t>(text.size());
  Span out{std::min(span.begin, size), std::min(span.end, size)};
  while (out.begin > 0 && text[out.begin - 1] != '\n') --out.begin;
  while (out.end < size && text[out.end] != '\n') ++out.end;
  const auto space = [&](uint32_t at) {
    return text[at] == ' ' || text[at] == '\r' || text[at] == '\t';
  };
  while (out.begin < out.end && space(out.begin)) ++out.begin;
  while (out.end > out.begin && space(out.end - 1)) --out.end;
  return out;
}

CodedArticle coded(const Document& document, const Lexicon& lexicon) {
  const Article& article = document.article;
  Content content;
  content.key = key_of(article);
  content.id = article.id;
  content.url = article.url;
  content.outlet = article.outlet;
  content.published_basis = article.published_basis;
  content.lexicon = lexicon.version();
  const std::vector<Span> headlines = spans_of(article, Part::headline);
  if (!headlines.empty()) content.headline = headlines.front();
  content.first_code_point = article.first_code_point;
  content.text = article.text;
  content.blocks = article.blocks;
  content.tokens = search_tokens(document, lexicon);
  content.records = document.records;
  if (content.records.size() > kMostReports) content.records.resize(kMostReports);

  CodedArticle out;
  out.key = hash64(content.key);
  out.hash = hash64(content.text);
  out.outlet_hash = hash64(article.outlet);
  if (article.published) out.published = static_cast<int32_t>(article.published->days());
  out.outlet = article.outlet;
  out.lexicon = content.lexicon;
  out.search_line = search_line(content.text, content.tokens);
  out.sketch = sketch_of(out.search_line);
  std::vector<Report> reports = reports_of(document, lexicon);
  reports.resize(std::min(reports.size(), content.records.size()));
  for (size_t i = 0; i < reports.size(); ++i) {
    std::vector<Tag> tags = tags_of(content.records[i]);
    add_thread_tags(tags, reports[i]);
    out.reports.push_back({std::move(reports[i]), std::move(tags)});
  }
  out.content = packed(content);
  return out;
}

}  // namespace rasid
