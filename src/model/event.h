// SPDX-License-Identifier: Apache-2.0
// Clause, Event, Claim: what happened, as told. event/ makes clauses and events, claim/ one claim
// for each event.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/mention.h"
#include "model/text.h"

namespace rasid {

enum class ClauseKind : uint8_t {
  main,
  content,    // content: after anna, inna, an, or a colon and quotation
  relative,   // alladhi, allati ... or a finite verb straight after an indefinite noun
  adverbial,  // haythu, baynama, baad an, idha ...
  nominal,    // no finite verb: a verbal sentence's noun phrase, many headlines
};
std::string_view name_of(ClauseKind kind);

struct Clause {
  uint32_t begin = 0, end = 0;  // tokens; clauses nest: a content clause lies within its parent
  uint32_t sentence = 0;
  uint32_t parent = kNone;
  uint32_t predicate = kNone;  // the finite verb's token
  uint32_t opener = kNone;     // the conjunction or relative that opens it
  ClauseKind kind = ClauseKind::main;
  uint32_t subject = kNone;  // Mention index of the subject (the first, where coordinated)
  uint16_t subjects = 0;     // Mentions in Document::clause_subjects from first_subject
  uint32_t first_subject = 0;
  bool quoted = false;  // inside quotation marks
};

enum class RoleKind : uint8_t { actor, recipient, place, topic, content, third_party };
std::string_view name_of(RoleKind kind);

struct Role {
  RoleKind kind = RoleKind::actor;
  uint32_t mention =
      kNone;  // index into Document::mentions; kNone for a topic or content that is only words
  Span span;
  const char* rule = "";  // how it was found: "subject after verb", "genitive of masdar" ...
};

struct Event {
  uint32_t frame = kNone;     // Frame entry
  std::string_view category;  // CONSULT ...; points into the lexicon
  std::string_view mode;      // phone ..., or empty
  Span trigger;
  uint32_t trigger_begin = 0, trigger_end = 0;  // tokens
  uint32_t head = 0;                            // the predicate token: the verb, or the masdar
  uint32_t verb = kNone;  // the finite verb that governs it: itself, or its light verb
  uint32_t sentence = 0;
  uint32_t clause = kNone;
  uint32_t first_role = 0, roles = 0;  // into Document::roles
  uint32_t place = kNone;              // Mention
  uint32_t moment = kNone;             // Moment
  Span quote;                          // the quoted words that carry it, if any
  Span magnitude;                      // numbers tied to it
  uint32_t group = 0;                  // events of one deed in this article share it
  uint32_t governor = kNone;           // the event whose content, answer or object this one is
  std::string_view governed_as;        // content, answer, condition, invites, cancels, prepares
};

enum class Status : uint8_t { held, planned, possible, negated };
std::string_view name_of(Status status);
enum class Negation : uint8_t { none, not_happened, will_not, cancelled, denied };
std::string_view name_of(Negation negation);

struct Claim {
  Status status = Status::held;
  Span cue;  // the words that say so; empty where only the tense does
  uint32_t cue_entry = kNone;
  Negation negation = Negation::none;
  bool postponed = false;
  bool historical = false;
  uint32_t first_speaker = 0, speakers = 0;  // Mention indices, in Document::speakers
  Span via;                                  // the medium: agency, statement, channel
  uint32_t via_mention = kNone;
  uint32_t speech_entry = kNone;  // the reporting word's entry
  const char* status_rule = "";
  const char* speaker_rule = "";
};

}  // namespace rasid
