// SPDX-License-Identifier: Apache-2.0
// Arguments: what stands round a head, by source (subject, object, genitive, prep.X ...), before
// any frame is chosen. In: a parse and a head. Out: arguments in order of preference.
#pragma once
#include <cstdint>
#include <vector>

#include "event/heads.h"

namespace rasid {

// The rules of arguments that others ask for.
inline constexpr char kBetween[] = "named with between";
inline constexpr char kSubjectOfLight[] = "subject of light verb";

struct Argument {
  ArgumentSource source = ArgumentSource::subject;
  uint8_t preposition = 0;
  uint32_t chunk = kNone;
  uint32_t mention = kNone;  // of the chunk, or a pronoun without a chunk of its own
  const char* rule = "";
  bool also = false;  // a further filler beside the one before it
};

struct Arguments {
  std::vector<Argument> list;
  uint32_t content = kNone;  // the clause that is its content
  bool passive = false;
  bool negated = false;
  void clear() { list.clear(), content = kNone, passive = negated = false; }
};

// `genitive` says what the noun after a masdar is; frames of one head may differ in it.
void find_arguments(const Document& document, const EventIndex& index, const SentenceParse& parse,
                    const Head& head, GenitiveIs genitive, Arguments& out);

// The mentions in or under a noun phrase: its own, else those of its genitives, nisba, suffix.
// `chain` takes the coordinated ones too.
void mentions_under(const SentenceParse& parse, uint32_t chunk, bool chain,
                    std::vector<uint32_t>& out);

}  // namespace rasid
