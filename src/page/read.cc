// SPDX-License-Identifier: Apache-2.0
#include "page/read.h"

#include <algorithm>

#include "page/decode.h"
#include "page/html_page.h"
#include "page/lines.h"
#include "page/openings.h"
#include "page/parts.h"

namespace rasid {
namespace {

constexpr std::string_view kHeader = "@article";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f'; }

// The value of NAME=VALUE in a header line; a value may be quoted. False for a date that is none.
bool read_field(std::string_view field, Article& article) {
  const size_t equals = field.find('=');
  if (equals == std::string_view::npos) {
    if (article.id.empty()) article.id = field;
    return true;
  }
  const std::string_view name = field.substr(0, equals);
  std::string_view value = field.substr(equals + 1);
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
    value = value.substr(1, value.size() - 2);
  }
  if (name == "outlet") article.outlet = value;
  if (name == "url") article.url = value;
  if (name == "date") {
    article.published = Date::from(value);
    if (!article.published) return false;
    article.published_basis = "header";
  }
  return true;
}

// Reads the header line, if the text has one; answers how many bytes it takes.
Result<size_t> read_header(std::string_view text, Article& article) {
  if (!text.starts_with(kHeader)) return size_t{0};
  if (text.size() > kHeader.size() && !is_space(text[kHeader.size()])) return size_t{0};
  size_t end = text.find_first_of("\r\n");
  if (end == std::string_view::npos) end = text.size();
  for (size_t at = kHeader.size(); at < end;) {
    if (is_space(text[at])) {
      ++at;
      continue;
    }
    size_t stop = at;
    bool quoted = false;
    while (stop < end && (quoted || !is_space(text[stop]))) quoted ^= text[stop++] == '"';
    const std::string_view field = text.substr(at, stop - at);
    if (!read_field(field, article)) {
      return Error{"'" + std::string(field) + "' is no day", "", "write date=YYYY-MM-DD"};
    }
    at = stop;
  }
  if (end < text.size()) end += text.substr(end).starts_with("\r\n") ? 2 : 1;
  return end;
}

// The source map without the first `bytes` bytes of the text.
void drop_front(std::vector<SourcePiece>& source, uint32_t bytes) {
  if (bytes == 0) return;
  if (source.empty()) source.push_back({0, 0, true});
  size_t first = 0;
  while (first + 1 < source.size() && source[first + 1].text_begin <= bytes) ++first;
  source.erase(source.begin(), source.begin() + static_cast<std::ptrdiff_t>(first));
  SourcePiece& piece = source.front();
  if (piece.verbatim) piece.source_begin += bytes - piece.text_begin;
  piece.text_begin = bytes;
  for (SourcePiece& p : source) p.text_begin -= bytes;
}

void fill_defaults(const PageInput& input, Article& article) {
  if (article.id.empty()) article.id = input.id;
  if (article.outlet.empty()) article.outlet = input.outlet;
  if (article.url.empty()) article.url = input.url;
  if (!article.published && input.date) {
    article.published = input.date;
    article.published_basis = input.date_basis.empty() ? "option" : input.date_basis;
  }
}

Result<Done> read_text(const PageInput& input, Decoded decoded, const PageIndex& index,
                       Article& article) {
  const Result<size_t> told = read_header(decoded.text, article);
  if (!told) return told.error();
  const size_t header = *told;
  if (header > 0) {
    drop_front(decoded.source, static_cast<uint32_t>(header));
    decoded.text.erase(0, header);
  }
  article.text = std::move(decoded.text);
  article.source = std::move(decoded.source);
  const std::vector<Line> lines =
      lines_of(article.text, header > 0 ? 2 : 1, article.repairs.long_lines);
  TextParts parts = parts_of_text(article.text, lines, index);
  article.blocks = std::move(parts.blocks);
  fill_defaults(input, article);
  if (!article.published && parts.date) {
    article.published = parts.date;
    article.published_basis = "dateline";
  }
  return Done{};
}

bool begins_with_word(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  return std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) {
    return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b | 0x20) : b);
  });
}

// Markup at the very beginning: a doctype, a comment, a processing instruction or a known element.
bool looks_like_html(std::string_view text) {
  size_t at = 0;
  while (at < text.size() && is_space(text[at])) ++at;
  text.remove_prefix(at);
  for (const std::string_view word :
       {"<!doctype", "<html", "<head", "<body", "<!--", "<?xml", "<meta", "<div", "<article", "<p>",
        "<p ", "<h1", "<title", "<section", "<main", "<span", "<table", "<script", "<style"}) {
    if (begins_with_word(text, word)) return true;
  }
  return false;
}

Error named(Error error, const PageInput& input) {
  if (error.where.empty()) error.where = input.name.empty() ? input.id : input.name;
  return error;
}

}  // namespace

Result<Article> read_page(const PageInput& input, const PageIndex& index) {
  if (input.bytes.size() > kLongestPage) {
    return named(Error{"the page is longer than 1 GiB", "", "split it"}, input);
  }
  const bool may_be_html = input.format != PageFormat::text;
  std::string charset = input.charset;
  const bool markup =
      may_be_html && input.bytes.substr(0, 4096).find('<') != std::string_view::npos;
  if (charset.empty() && markup) charset = charset_of_html(input.bytes);
  Result<Decoded> text = decoded(input.bytes, charset);
  if (!text) return named(text.error(), input);
  Article article;
  article.repairs.broken_utf8 = text->broken;
  article.repairs.null_bytes = text->nulls;
  if (input.format == PageFormat::html || (may_be_html && looks_like_html(text->text))) {
    fill_defaults(input, article);
    read_html(*text, index, article);
    if (article.blocks.empty()) {
      return named(Error{"no text: the page has no words outside its markup", "", ""}, input);
    }
  } else if (const Result<Done> done = read_text(input, std::move(*text), index, article); !done) {
    return named(done.error(), input);
  }
  return article;
}

std::vector<Block> parts_of_line(std::string_view line, const PageIndex& index) {
  const Span span = trimmed(line, {0, static_cast<uint32_t>(line.size())});
  if (span.empty()) return {};
  return parts_of_text(line, {line_of(line, span, 1)}, index).blocks;
}

}  // namespace rasid
