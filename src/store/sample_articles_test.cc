// SPDX-License-Identifier: Apache-2.0
#include "store/sample_articles.h"

#include <algorithm>

#include "base/hash.h"
#include "join/sample_reports.h"
#include "store/packed.h"

namespace rasid {
namespace {

constexpr int32_t kFirstOfAugust = 16'648;

RecordActor actor_of(std::string_view text) {
  RecordActor out;
  const size_t slash = text.find('/');
  const std::string_view codes = text.substr(0, slash);
  const size_t colon = codes.find(':');
  out.code = codes.substr(0, colon);
  if (colon != std::string_view::npos) out.sector = codes.substr(colon + 1);
  if (slash != std::string_view::npos) {
    out.name = text.substr(slash + 1);
    out.id = "person." + out.name;
  }
  out.how = "name";
  return out;
}

std::vector<SearchToken> plain_tokens(std::string_view text) {
  std::vector<SearchToken> out;
  for (uint32_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find_first_of(" \n.", at), text.size());
    if (end > at) out.push_back({{at, static_cast<uint32_t>(end)}, 0, 0, false});
    at = static_cast<uint32_t>(end) + 1;
  }
  return out;
}

Report report_of(const Record& record, const SampleDeed& deed, int32_t published, uint64_t article,
                 const std::string& sentence) {
  Report out;
  out.id = report_id(record.id);
  out.article = article;
  out.published = published;
  out.line = record.line;
  out.trigger = record.trigger.text;
  out.category = record.event;
  out.mode = record.mode;
  if (deed.status == "planned") out.status = Status::planned;
  if (deed.status == "possible") out.status = Status::possible;
  if (deed.status == "negated") {
    out.status = Status::negated;
    out.negation = Negation::denied;
  }
  if (!deed.actor.empty()) out.actors = {sample_party(deed.actor)};
  if (!deed.recipient.empty()) out.recipients = {sample_party(deed.recipient)};
  if (deed.on != 0) {
    out.days = {kFirstOfAugust + deed.on - 1, kFirstOfAugust + deed.on - 1};
    out.precision = Precision::day;
    out.basis = Basis::explicit_;
  }
  out.text = hash64(sentence);
  return out;
}

Record record_of(const SampleDeed& deed, const Content& content, Span line, uint32_t number) {
  Record out;
  const size_t dot = deed.category.find('.');
  out.event = deed.category.substr(0, dot);
  if (dot != std::string::npos) out.mode = deed.category.substr(dot + 1);
  const size_t first = content.text.find(' ', line.begin) + 1;
  const size_t end = std::min(content.text.find_first_of(" \n", first), size_t{line.end});
  out.trigger.bytes = {static_cast<uint32_t>(first), static_cast<uint32_t>(end)};
  out.trigger.text = slice(content.text, out.trigger.bytes);
  out.id = hex_of(hash64(content.key + out.event + std::to_string(first)));
  out.line = number + 2;
  out.sentence = number + 2;
  out.status = deed.status;
  if (deed.status == "negated") out.negation = "denied";
  if (!deed.actor.empty()) out.actor = {actor_of(deed.actor)};
  if (!deed.recipient.empty()) out.recipient = {actor_of(deed.recipient)};
  if (deed.on != 0) {
    out.date = Date::from_days(kFirstOfAugust + deed.on - 1).iso();
    out.date_precision = "day";
    out.date_basis = "explicit";
  }
  out.group = "e" + std::to_string(number + 1);
  out.rule = "sample.rule sample.rec:1";
  out.quad_code = 1;
  return out;
}

}  // namespace

CodedArticle sample_article(const std::string& url, const std::string& outlet, int day,
                            const std::vector<SampleDeed>& deeds, const std::string& headline) {
  Content content;
  content.key = content.url = content.id = url;
  content.outlet = outlet;
  content.lexicon = "sample";
  content.text = headline + "\n";
  content.headline = {0, static_cast<uint32_t>(headline.size())};
  CodedArticle out;
  out.key = hash64(content.key);
  out.outlet = outlet;
  out.outlet_hash = hash64(outlet);
  out.published = kFirstOfAugust + day - 1;
  out.lexicon = content.lexicon;
  std::vector<Span> lines;
  std::vector<std::string> sentences;
  for (const SampleDeed& deed : deeds) {
    sentences.push_back(deed.sentence.empty() ? "Then " + deed.category + " by " + deed.actor +
                                                    " with " + deed.recipient + " " + deed.status
                                              : deed.sentence);
    const auto begin = static_cast<uint32_t>(content.text.size());
    content.text += sentences.back() + "\n";
    lines.push_back({begin, static_cast<uint32_t>(content.text.size() - 1)});
  }
  for (uint32_t i = 0; i < deeds.size(); ++i) {
    content.records.push_back(record_of(deeds[i], content, lines[i], i));
    content.records.back().article = content.id;
    Report report =
        report_of(content.records.back(), deeds[i], out.published, out.key, sentences[i]);
    out.reports.push_back({std::move(report), tags_of(content.records.back()), false});
  }
  content.tokens = plain_tokens(content.text);
  out.hash = hash64(content.text);
  out.search_line = search_line(content.text, content.tokens);
  out.sketch = sketch_of(out.search_line);
  out.content = packed(content);
  return out;
}

}  // namespace rasid
