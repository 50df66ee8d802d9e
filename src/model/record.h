// SPDX-License-Identifier: Apache-2.0
// Record: one coded event as it leaves the house (ARCHITECTURE.md, "A record"). Made by record/,
// printed by export/. Strings are UTF-8; offsets are code points into Article::text, half-open.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace rasid {

struct Excerpt {  // words of the text and where they stand
  std::string text;
  uint32_t start = 0, end = 0;
  Span bytes;  // the same in bytes
};

struct RecordActor {
  std::string code, sector, name, name_latin, id, wikidata, office;
  Excerpt words;
  std::string how;  // name, title, pronoun, description, elided
};

struct RecordPlace {
  Excerpt words;
  std::string name, id, code;
  std::optional<double> lat, lon;
};

struct RecordTopic {
  Excerpt words;
  std::string id;
};

struct Relation {
  std::string id;  // another record's id
  std::string as;  // content, answer, condition, invites, cancels, prepares
};

struct Record {
  std::string id, article;
  uint32_t line = 0, sentence = 0;
  std::string event, mode, cameo, plover_event, plover_mode;
  std::string status, negation;
  std::optional<Excerpt> status_cue;
  bool postponed = false, historical = false;
  Excerpt trigger;
  std::vector<RecordActor> actor, recipient, said_by;
  std::optional<Excerpt> via, quote, magnitude, date_words;
  std::string date, enddate, date_precision, date_basis;
  std::optional<RecordPlace> place;
  std::vector<RecordTopic> topics;
  std::vector<Relation> relates;
  std::vector<std::string> context;
  int quad_code = 0;  // 0 neutral (STATEMENT), 1 verbal cooperation, 2 material cooperation, 3
                      // verbal conflict, 4 material conflict
  std::optional<double> event_scale;
  std::string group, rule, lexicon;
  std::vector<std::string> notes;  // doubts: what could not be resolved, and why
};

}  // namespace rasid
