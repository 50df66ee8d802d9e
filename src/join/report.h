// SPDX-License-Identifier: Apache-2.0
// Report: one coded event in one article, reduced to what joining, life lines and threads need. The
// store keeps it (docs/STORE.md) and hands it back; join/ neither reads files nor knows SQL.
// In: a Document after record/ (reports_of). Out: one Report a record, in the record's order.
// Hashes are hash64 of base/hash.h, so they are the same on every machine and in every order.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/event.h"
#include "model/mention.h"
#include "model/moment.h"
#include "model/record.h"

namespace rasid {

struct Document;
class Lexicon;

using ReportId = uint64_t;  // the record's id as a number: report_id("00ff...") (16 hex digits)
inline constexpr int32_t kNoDay = INT32_MIN;  // days are days since 1970-01-01 (base/date.h)

ReportId report_id(std::string_view hex);
std::string hex_of(ReportId id);

enum class PartyKind : uint8_t { state, person, body, description };
std::string_view name_of(PartyKind kind);

struct Party {
  Code code, sector;  // as in the record: SAU, GOV; XXX where unknown
  PartyKind kind = PartyKind::state;
  uint64_t entity = 0;  // hash of the lexicon's id (person, body, state); 0 where it has none
  uint64_t office = 0;  // hash of the office's id
  std::array<uint32_t, 3> name{};  // hashes of the last words of the name, the last first; 0: none
  bool operator==(const Party&) const = default;
};

// Days the deed may lie on, both ends included. Unknown: kNoDay twice.
struct DayRange {
  int32_t first = kNoDay, last = kNoDay;
  bool known() const { return first != kNoDay; }
  bool operator==(const DayRange&) const = default;
};

struct Related {  // another report of the same article, and how it hangs on this one
  ReportId report = 0;
  std::string as;  // content, answer, condition, invites, cancels, prepares
  bool operator==(const Related&) const = default;
};

enum OpenQuestion : uint8_t { kDateOpen = 1, kPlaceOpen = 2, kAttendanceOpen = 4, kAgendaOpen = 8 };

struct Report {
  ReportId id = 0;
  uint64_t article = 0;  // hash of the article's id (its url where it has one)
  uint64_t outlet = 0;   // hash of the outlet's name
  uint64_t origin = 0;   // the article that near copies go back to; the article itself if none.
                         // Told by the store; used to count sources, never to join
  int32_t published = kNoDay;
  uint32_t line = 0;
  uint32_t group = 0;  // reports of one deed in one article share it (as the coder sees it)
  std::string trigger;
  std::string category, mode;  // CONSULT, visit
  Status status = Status::held;
  Negation negation = Negation::none;
  bool postponed = false, historical = false;
  std::vector<Party> actors, recipients, speakers;
  DayRange days;
  Precision precision = Precision::none;
  Basis basis = Basis::none;
  uint64_t place = 0;             // hash of the place's id, or of its normal form
  Code country;                   // of the place
  std::vector<uint64_t> topics;   // hashes of topic ids or normal forms, sorted
  std::vector<uint64_t> threads;  // keys of the threads named near its trigger, sorted
  // What is told around the trigger, and what the article is about (its headline and lead): hashes
  // of words, names and places, sorted, at most 32 and 24. Their two low bits are how rare the word
  // is, 0 to 3.
  std::vector<uint32_t> words, about;
  std::vector<Related> relates;
  uint64_t text = 0;      // hash of the words around the trigger: equal in copies
  uint64_t convenes = 0;  // the thread that this very deed is the meeting of (holding it)
  uint8_t questions = 0;  // OpenQuestion bits that the words around it leave open
  std::vector<std::string> thread_names;  // as the text or the lexicon names them, one a thread
};

// The reports of one coded article. `source` is the article's lasting key: its url, else its id.
std::vector<Report> reports_of(const Document& document, const Lexicon& lexicon);

// The words of a text in normal form, each without its article.
std::vector<std::string> words_without_article(std::string_view text);

std::string text_of(const Party& party);    // SAU:GOV
std::string text_of(const DayRange& days);  // 2015-08-03 or 2015-08-03..2015-08-05; of known days

// One line of text a report, for tests and `rasid trace`.
std::string dump(const Report& report);

}  // namespace rasid
