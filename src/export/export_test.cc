// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "export/json.h"
#include "export/records_csv.h"
#include "export/records_json.h"

namespace rasid {
namespace {

Record visit() {
  Record record;
  record.id = "00ff";
  record.article = "a";
  record.line = 2;
  record.sentence = 1;
  record.event = "CONSULT";
  record.mode = "visit";
  record.cameo = "042";
  record.plover_event = "CONSULT";
  record.plover_mode = "visit";
  record.status = "held";
  record.trigger = {"زار", 0, 3, {0, 6}};
  record.actor.push_back({"RUS",
                          "GOV",
                          "سيرغي لافروف",
                          "Sergey Lavrov",
                          "person.x",
                          "",
                          "",
                          {"لافروف", 4, 10, {}},
                          "name"});
  record.quad_code = 1;
  record.event_scale = 4.0;
  return record;
}

TEST(Json, escapes_what_would_break_a_line) {
  std::string out;
  append_json_string(out, "a\"b\\c\nd\x01\xE2\x80\xA8");
  EXPECT_EQ(out, "\"a\\\"b\\\\c\\nd\\u0001\\u2028\"");
}

TEST(RecordsJson, one_line_with_every_field) {
  std::string out;
  append_json(out, visit());
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 1);
  for (const char* field :
       {"id",          "article", "line",      "sentence",       "event",      "mode",
        "cameo",       "plover",  "status",    "status_cue",     "negation",   "postponed",
        "historical",  "trigger", "actor",     "recipient",      "said_by",    "via",
        "date",        "enddate", "date_text", "date_precision", "date_basis", "place",
        "topics",      "relates", "quote",     "magnitude",      "context",    "quad_code",
        "event_scale", "group",   "rule",      "lexicon"}) {
    EXPECT_NE(out.find("\"" + std::string(field) + "\":"), std::string::npos) << field;
  }
}

TEST(RecordsJson, plover_leaves_out_what_it_has_no_row_for) {
  std::string out;
  Record possible = visit();
  possible.plover_event.clear();
  EXPECT_FALSE(append_plover(out, possible));
  EXPECT_TRUE(append_plover(out, visit()));
}

TEST(RecordsCsv, defuses_formulas_and_quotes) {
  std::string out;
  Record record = visit();
  record.article = "=cmd()";
  record.actor[0].name = "a,\"b\"";
  append_csv(out, record);
  EXPECT_NE(out.find("\"'=cmd()\""), std::string::npos);
  EXPECT_NE(out.find("\"a,\"\"b\"\"\""), std::string::npos);
  const std::string_view header = csv_header();
  EXPECT_EQ(std::count(header.begin(), header.end(), ','), 17);
}

}  // namespace
}  // namespace rasid
