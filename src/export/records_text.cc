// SPDX-License-Identifier: Apache-2.0
#include "export/records_text.h"

#include <algorithm>

namespace rasid {
namespace {

class Painter {
 public:
  Painter(std::string& out, bool colour) : out_(out), colour_(colour) {}
  void plain(std::string_view text) { out_ += text; }
  void bold(std::string_view text) { paint("\x1b[1m", text); }
  void dim(std::string_view text) { paint("\x1b[2m", text); }
  void status(std::string_view status) {
    paint(status == "held"       ? "\x1b[32m"
          : status == "planned"  ? "\x1b[36m"
          : status == "possible" ? "\x1b[33m"
                                 : "\x1b[31m",
          status);
  }
  // Arabic inside a line of codes: isolated, first-strong.
  void arabic(std::string_view text) {
    out_ += "\xE2\x81\xA8";
    out_ += text;
    out_ += "\xE2\x81\xA9";
  }

 private:
  void paint(std::string_view code, std::string_view text) {
    if (colour_) out_ += code;
    out_ += text;
    if (colour_) out_ += "\x1b[0m";
  }
  std::string& out_;
  bool colour_;
};

void actors(Painter& paint, const std::vector<RecordActor>& list) {
  for (const RecordActor& actor : list) {
    if (&actor != &list.front()) paint.plain(" + ");
    paint.bold(actor.sector.empty() ? actor.code : actor.code + ":" + actor.sector);
    if (actor.name.empty()) continue;
    paint.plain(" ");
    paint.arabic(actor.name);
  }
}

void event_line(Painter& paint, const Record& record) {
  paint.plain("  line " + std::to_string(record.line) + "  ");
  paint.bold(record.mode.empty() ? record.event : record.event + "." + record.mode);
  paint.plain("  ");
  paint.status(record.status);
  if (!record.negation.empty()) paint.plain(" (" + record.negation + ")");
  if (record.postponed) paint.plain(" (postponed)");
  paint.plain("  ");
  actors(paint, record.actor);
  if (!record.recipient.empty()) {
    paint.plain(record.actor.empty() ? "-> " : " -> ");
    actors(paint, record.recipient);
  }
  if (!record.date.empty()) {
    paint.plain("  on " + record.date + (record.enddate.empty() ? "" : ".." + record.enddate));
  } else if (record.date_words) {
    paint.plain("  on ");
    paint.arabic(record.date_words->text);
    paint.plain(" (not resolved)");
  }
  if (record.place) {
    paint.plain("  in ");
    paint.arabic(record.place->words.text);
  }
  if (!record.said_by.empty()) {
    paint.plain("  according to ");
    actors(paint, record.said_by);
  }
  if (record.via) {
    paint.plain("  via ");
    paint.arabic(record.via->text);
  }
  paint.plain("\n");
}

// The sentence's words around the trigger, cut to what a line can show.
void evidence(Painter& paint, const Document& document, const Record& record) {
  const Sentence& sentence = document.text.sentences[record.sentence - 1];
  const auto& tokens = document.text.tokens;
  constexpr uint32_t kAround = 9;  // tokens on each side
  uint32_t at = sentence.begin;
  while (at + 1 < sentence.end && tokens[at].span.end <= record.trigger.bytes.begin) ++at;
  const uint32_t from = at > sentence.begin + kAround ? at - kAround : sentence.begin;
  uint32_t to = at;
  while (to + 1 < sentence.end && to < at + kAround) ++to;
  const Span window{tokens[from].span.begin,
                    std::max(tokens[to].span.end, record.trigger.bytes.end)};
  const std::string_view text = document.article.text;
  std::string line = from > sentence.begin ? "... " : "";
  line += slice(text, {window.begin, record.trigger.bytes.begin});
  line += "[" + record.trigger.text + "]";
  line += slice(text, {record.trigger.bytes.end, window.end});
  if (to + 1 < sentence.end) line += " ...";
  std::replace(line.begin(), line.end(), '\n', ' ');
  paint.plain("      ");
  paint.arabic(line);
  paint.plain("\n");
  paint.dim("      " + record.id + "  " + record.rule +
            (record.cameo.empty() ? "" : "  CAMEO " + record.cameo));
  paint.plain("\n");
}

}  // namespace

void append_text(std::string& out, const Document& document, const TextStyle& style) {
  Painter paint(out, style.colour);
  const Article& article = document.article;
  paint.bold(article.id);
  paint.plain(article.published ? "  " + article.published->iso() : "  (no date)");
  if (!article.outlet.empty()) paint.plain("  " + article.outlet);
  for (const Span span : spans_of(article, Part::headline)) {
    paint.plain("  ");
    paint.arabic(slice(article.text, span));
  }
  const size_t count = document.records.size();
  paint.plain("\n  " + std::to_string(count) + (count == 1 ? " event\n" : " events\n"));
  for (const Record& record : document.records) {
    event_line(paint, record);
    evidence(paint, document, record);
  }
}

void append_article_text(std::string& out, const Article& article, const TextStyle& style) {
  Painter paint(out, style.colour);
  paint.bold(article.id);
  if (!article.url.empty()) paint.plain("  " + article.url);
  if (!article.outlet.empty()) paint.plain("  " + article.outlet);
  paint.plain(article.published
                  ? "  " + article.published->iso() + " (" + article.published_basis + ")"
                  : "  (no date)");
  paint.plain("\n");
  for (const Block& block : article.blocks) {
    std::string label(name_of(block.part));
    label.resize(12, ' ');
    block.part == Part::furniture ? paint.dim(label) : paint.bold(label);
    paint.plain(" " + std::to_string(block.line) + "\t");
    std::string line(slice(article.text, block.span));
    std::replace(line.begin(), line.end(), '\n', ' ');
    paint.arabic(line);
    paint.plain("\n");
  }
}

}  // namespace rasid
