// SPDX-License-Identifier: Apache-2.0
#include "export/records_csv.h"

namespace rasid {
namespace {

void cell(std::string& out, std::string_view text) {
  const bool formula =
      !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
  const bool quoted = formula || text.find_first_of(",\"\n\r") != std::string_view::npos;
  if (quoted) out += '"';
  if (formula) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  if (quoted) out += '"';
}

std::string codes(const std::vector<RecordActor>& actors) {
  std::string out;
  for (const RecordActor& actor : actors) {
    if (!out.empty()) out += ';';
    out += actor.code;
    if (!actor.sector.empty()) out += ":" + actor.sector;
  }
  return out;
}

std::string names(const std::vector<RecordActor>& actors) {
  std::string out;
  for (const RecordActor& actor : actors) {
    if (&actor != &actors.front()) out += ';';
    out += actor.name;
  }
  return out;
}

}  // namespace

std::string_view csv_header() {
  return "id,article,line,event,mode,cameo,status,actor,actor_names,recipient,recipient_names,said_"
         "by,date,enddate,"
         "date_precision,place,trigger,confidence\n";
}

void append_csv_row(std::string& out, const std::vector<std::string>& cells) {
  for (size_t i = 0; i < cells.size(); ++i) {
    if (i != 0) out += ',';
    cell(out, cells[i]);
  }
  out += '\n';
}

void append_csv(std::string& out, const Record& record) {
  const std::string cells[] = {record.id,
                               record.article,
                               std::to_string(record.line),
                               record.event,
                               record.mode,
                               record.cameo,
                               record.status,
                               codes(record.actor),
                               names(record.actor),
                               codes(record.recipient),
                               names(record.recipient),
                               codes(record.said_by),
                               record.date,
                               record.enddate,
                               record.date_precision,
                               record.place ? record.place->words.text : "",
                               record.trigger.text,
                               ""};  // no confidence until there is data to calibrate it on
  for (const std::string& text : cells) {
    if (&text != cells) out += ',';
    cell(out, text);
  }
  out += '\n';
}

}  // namespace rasid
