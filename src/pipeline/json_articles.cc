// SPDX-License-Identifier: Apache-2.0
// The only file that knows simdjson.
#include <simdjson.h>

#include <iterator>

#include "pipeline/inputs.h"

namespace rasid {

struct JsonArticles::Parser {
  simdjson::dom::parser parser{kLineLimit + 64};
};

JsonArticles::JsonArticles() : parser_(std::make_unique<Parser>()) {}
JsonArticles::~JsonArticles() = default;

namespace {

// The string of a field; empty where it is missing or null; an Error where it is something else.
Result<std::string_view> string_field(const simdjson::dom::object& object, const char* name) {
  simdjson::dom::element element;
  if (object[name].get(element) != simdjson::SUCCESS || element.is_null())
    return std::string_view{};
  std::string_view text;
  if (element.get(text) != simdjson::SUCCESS)
    return Error{std::string("'") + name + "' is no string", "", ""};
  return text;
}

}  // namespace

Result<Done> JsonArticles::parse(RawArticle& article) {
  const std::string where = article.name;
  simdjson::dom::object object;
  const auto error = parser_->parser.parse(article.bytes).get(object);
  if (error != simdjson::SUCCESS) {
    return Error{std::string("not a JSON object: ") + simdjson::error_message(error), where, ""};
  }
  std::string_view fields[9];
  // The last three as SaudiNewsNet names them (its "date_extracted" and "source" below).
  static constexpr const char* kNames[] = {"id",  "text",  "html",    "date",          "outlet",
                                           "url", "title", "content", "date_extracted"};
  for (size_t i = 0; i < std::size(kNames); ++i) {
    const Result<std::string_view> field = string_field(object, kNames[i]);
    if (!field) return Error{field.error().what, where, ""};
    fields[i] = *field;
  }
  auto [id, text, html, date, outlet, url, title, content, extracted] = fields;
  std::string joined;
  if (text.empty() && html.empty() && !content.empty()) {
    joined = std::string(title) + "\n" + std::string(content);
    text = joined;
    if (date.empty()) date = extracted;
    if (outlet.empty()) {
      const Result<std::string_view> source = string_field(object, "source");
      if (source) outlet = *source;
    }
    if (id.empty()) id = url;
  }
  if (text.empty() && html.empty()) return Error{"neither 'text' nor 'html'", where, ""};
  if (!date.empty()) {
    article.date = Date::from(date.substr(0, 10));
    if (!article.date)
      return Error{"date '" + std::string(date.substr(0, 40)) + "' is no YYYY-MM-DD", where, ""};
    article.date_basis = "json";
  }
  article.id = id.empty() ? where : std::string(id);
  article.outlet = outlet;
  article.url = url;
  article.kind = text.empty() ? InputKind::html : InputKind::text;
  std::string bytes(text.empty() ? html : text);
  article.bytes = std::move(bytes);
  article.json = false;
  return Done{};
}

}  // namespace rasid
