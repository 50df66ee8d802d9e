// SPDX-License-Identifier: Apache-2.0
#include "export/records_json.h"

#include "base/utf8.h"
#include "export/json.h"

namespace rasid {
namespace {

void excerpt_fields(Json& json, const Excerpt& excerpt) {
  json.field("text", excerpt.text)
      .field("start", int64_t{excerpt.start})
      .field("end", int64_t{excerpt.end});
}

void excerpt(Json& json, std::string_view name, const std::optional<Excerpt>& value) {
  json.key(name);
  if (!value) {
    json.null();
    return;
  }
  json.begin();
  excerpt_fields(json, *value);
  json.end();
}

void actors(Json& json, std::string_view name, const std::vector<RecordActor>& list) {
  json.key(name).begin_list();
  for (const RecordActor& actor : list) {
    json.begin().field("code", actor.code).field("sector", actor.sector).field("name", actor.name);
    json.text_or_null("name_latin", actor.name_latin).text_or_null("id", actor.id);
    json.text_or_null("wikidata", actor.wikidata).text_or_null("office", actor.office);
    excerpt_fields(json, actor.words);
    json.field("how", actor.how).end();
  }
  json.end_list();
}

void place(Json& json, const std::optional<RecordPlace>& place) {
  json.key("place");
  if (!place) {
    json.null();
    return;
  }
  json.begin()
      .field("text", place->words.text)
      .text_or_null("name", place->name)
      .text_or_null("id", place->id);
  json.text_or_null("code", place->code);
  for (const auto& [name, value] : {std::pair{"lat", place->lat}, std::pair{"lon", place->lon}}) {
    json.key(name);
    value ? json.number(*value) : json.null();
  }
  json.field("start", int64_t{place->words.start}).field("end", int64_t{place->words.end}).end();
}

void dates(Json& json, const Record& record) {
  json.text_or_null("date", record.date).text_or_null("enddate", record.enddate);
  excerpt(json, "date_text", record.date_words);
  json.text_or_null("date_precision", record.date_precision)
      .text_or_null("date_basis", record.date_basis);
}

void texts(Json& json, std::string_view name, const std::vector<std::string>& list) {
  json.key(name).begin_list();
  for (const std::string& item : list) json.text(item);
  json.end_list();
}

void topics_and_relations(Json& json, const Record& record) {
  json.key("topics").begin_list();
  for (const RecordTopic& topic : record.topics) {
    json.begin();
    excerpt_fields(json, topic.words);
    json.text_or_null("id", topic.id).end();
  }
  json.end_list().key("relates").begin_list();
  for (const Relation& relation : record.relates) {
    json.begin().field("id", relation.id).field("as", relation.as).end();
  }
  json.end_list();
}

// The scheme's sectors of one side, as a PLOVER entity.
void plover_entities(Json& json, std::string_view name, const std::vector<RecordActor>& list) {
  json.key(name).begin_list();
  for (const RecordActor& actor : list) {
    json.begin().field("code", actor.code).key("sector").begin_list();
    if (!actor.sector.empty()) json.text(actor.sector);
    json.end_list().field("entity_text", actor.words.text);
    if (!actor.wikidata.empty()) json.field("identifier_id", actor.wikidata);
    if (!actor.name.empty()) json.field("identifier_text", actor.name);
    if (!actor.office.empty()) json.field("office", actor.office);
    json.end();
  }
  json.end_list();
}

std::string joined(const Article& article, Part part) {
  std::string out;
  for (const Span span : spans_of(article, part)) {
    if (!out.empty()) out += '\n';
    out += slice(article.text, span);
  }
  return out;
}

std::string body_of(const Article& article) {
  std::string out;
  for (const Block& block : article.blocks) {
    if (block.part != Part::paragraph && block.part != Part::subheading &&
        block.part != Part::list_item)
      continue;
    if (!out.empty()) out += '\n';
    out += slice(article.text, block.span);
  }
  return out;
}

}  // namespace

void append_json(std::string& out, const Record& record) {
  Json json(out);
  json.begin().field("id", record.id).field("article", record.article);
  json.field("line", int64_t{record.line}).field("sentence", int64_t{record.sentence});
  json.field("event", record.event)
      .field("mode", record.mode)
      .text_or_null("cameo", record.cameo)
      .key("plover");
  if (record.plover_event.empty()) {
    json.null();
  } else {
    json.begin().field("event", record.plover_event).text_or_null("mode", record.plover_mode).end();
  }
  json.field("status", record.status);
  excerpt(json, "status_cue", record.status_cue);
  json.text_or_null("negation", record.negation);
  json.flag("postponed", record.postponed).flag("historical", record.historical);
  excerpt(json, "trigger", record.trigger);
  actors(json, "actor", record.actor);
  actors(json, "recipient", record.recipient);
  actors(json, "said_by", record.said_by);
  excerpt(json, "via", record.via);
  dates(json, record);
  place(json, record.place);
  topics_and_relations(json, record);
  excerpt(json, "quote", record.quote);
  excerpt(json, "magnitude", record.magnitude);
  texts(json, "context", record.context);
  json.field("quad_code", int64_t{record.quad_code}).key("event_scale");
  record.event_scale ? json.number(*record.event_scale) : json.null();
  json.field("group", record.group).field("rule", record.rule).field("lexicon", record.lexicon);
  texts(json, "notes", record.notes);
  json.end();
  out += '\n';
}

bool append_plover(std::string& out, const Record& record) {
  if (record.plover_event.empty()) return false;
  Json json(out);
  json.begin()
      .field("id", record.id)
      .text_or_null("date", record.date)
      .text_or_null("enddate", record.enddate);
  plover_entities(json, "actor", record.actor);
  plover_entities(json, "recipient", record.recipient);
  json.field("event", record.plover_event).key("mode").begin_list();
  if (!record.plover_mode.empty()) json.text(record.plover_mode);
  json.end_list();
  texts(json, "context", record.context);
  json.field("quad_code", int64_t{record.quad_code}).key("event_scale");
  record.event_scale ? json.number(*record.event_scale) : json.null();
  json.text_or_null("event_loc", record.place ? record.place->words.text : "")
      .field("event_text", record.trigger.text);
  json.key("text_info").begin().field("sequence", int64_t{record.sentence});
  json.field("start", int64_t{record.trigger.start})
      .field("end", int64_t{record.trigger.end})
      .end();
  json.field("cite_info", record.article).field("coder", "rasid " + record.lexicon);
  // Our extension: what PLOVER has no field for.
  json.field("status", record.status)
      .field("cameo", record.cameo)
      .field("native_event", record.event);
  json.field("native_mode", record.mode);
  plover_entities(json, "said_by", record.said_by);
  json.end();
  out += '\n';
  return true;
}

void append_article_json(std::string& out, const Article& article) {
  Json json(out);
  json.begin()
      .field("id", article.id)
      .text_or_null("url", article.url)
      .text_or_null("outlet", article.outlet);
  for (const Part part :
       {Part::section, Part::kicker, Part::headline, Part::standfirst, Part::byline}) {
    json.text_or_null(name_of(part), joined(article, part));
  }
  json.text_or_null("published", article.published ? article.published->iso() : "");
  json.text_or_null("published_basis", article.published_basis).field("body", body_of(article));
  json.text_or_null("dateline", joined(article, Part::dateline)).key("furniture").begin_list();
  CodePoints points;
  points.reset(article.text);
  for (const Block& block : article.blocks) {
    if (block.part != Part::furniture) continue;
    json.begin().field("text", slice(article.text, block.span)).field("line", int64_t{block.line});
    json.field("start", int64_t{points.before(block.span.begin)})
        .field("end", int64_t{points.before(block.span.end)});
    json.end();
  }
  json.end_list().end();
  out += '\n';
}

}  // namespace rasid
