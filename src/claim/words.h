// SPDX-License-Identifier: Apache-2.0
// Words: the Cue and Speech entries (and the Light verbs with a status) in compact form, asked by
// the entry of a phrase match or by the lemma of a word. Built once from the lexicon.
// Example: the lemma of "denied" is the cue {negated, denied, scope complement} and a speech verb.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "lexicon/lexicon.h"
#include "model/document.h"

namespace rasid::claim {

enum class Scope : uint8_t {
  none,
  verb,        // the next verb
  complement,  // its an-clause or its masdar
  object,      // the event noun that is its object or subject
  clause,      // all of its clause
  noun,        // the noun it describes
  next,        // the event noun right after it, or its an-clause
};

struct Cue {
  Scope scope = Scope::none;
  Status status = Status::held;
  Negation negation = Negation::none;
  bool postponed = false;
  Tense tense = Tense::none;  // of the cue verb itself, else of the verb in scope
  EntryId entry = kNone;
};

enum class SpeechKind : uint8_t { none, verb, relay, according, passive, noun, own, end };

struct Speech {
  SpeechKind kind = SpeechKind::none;
  bool only_bi = false;     // its clause opens with bi-an ("testified that")
  bool takes_noun = false;  // a masdar will do for its content: "announced the start of talks"
  uint8_t source = 0;       // of relay: which preposition leads in the speaker, see Words
  EntryId entry = kNone;
};

class Words {
 public:
  Words(const Lexicon& lexicon, std::vector<Error>& problems);

  const Cue* cue(EntryId phrase) const { return at(cues_, phrase, first_); }
  const Cue* cue_of(LemmaId lemma) const {
    return is(lemma, kCues) ? at(lemma_cues_, lemma, 0) : nullptr;
  }
  const Speech* speech(EntryId phrase) const { return at(speeches_, phrase, first_); }
  const Speech* speech_of(LemmaId lemma) const {
    return is(lemma, kSays) ? at(lemma_speeches_, lemma, 0) : nullptr;
  }
  // Whether a lemma, or the verb it comes from, is a word of saying: most are not.
  bool may_say(LemmaId lemma) const { return is(lemma, kMaySay); }
  // The verb that a participle or masdar comes from.
  LemmaId verb_of(LemmaId lemma) const { return lemma < verbs_.size() ? verbs_[lemma] : kNone; }
  bool is_auxiliary(LemmaId lemma) const {  // kana and its sisters
    return lemma < auxiliaries_.size() && auxiliaries_[lemma] != 0;
  }
  bool is_complementizer(const Text& text, uint32_t token) const;
  // "from" whom something is quoted
  bool is_preposition_of_source(const Text& text, uint32_t token, const Speech& relay) const;
  // "in", "during": what stands after it is only the occasion of the deed before
  bool is_preposition_of_occasion(const Text& text, uint32_t token) const;
  bool is_preposition_of_origin(const Text& text, uint32_t token) const;  // "from"
  bool is_exception(const Text& text, uint32_t token) const;              // "except"
  // A frame that asks for a denied verb ("will not accept": a refusal): the denial is its own.
  bool needs_negation(EntryId frame) const;
  // Whether a word names the outlet: the one word of its name, or the one after "channel".
  bool is_outlet(std::string_view normal, std::string_view outlet) const;

 private:
  // What a lemma is here, in a byte that stays near: most are nothing.
  enum LemmaBit : uint8_t { kCues = 1, kSays = 2, kMaySay = 4 };
  bool is(LemmaId lemma, LemmaBit bit) const {
    return lemma < lemma_bits_.size() && (lemma_bits_[lemma] & bit) != 0;
  }
  template <typename T>
  static const T* at(const std::vector<T>& table, uint32_t key, uint32_t first) {
    const uint32_t place = key - first;
    if (place >= table.size() || table[place].entry == kNone) return nullptr;
    return &table[place];
  }
  void add_cue(const Entry& entry, std::vector<Error>& problems);
  void add_speech(const Entry& entry, std::vector<Error>& problems);
  void add_lemmas(const Lexicon& lexicon);
  void add_particles(const Lexicon& lexicon);
  bool holds(const std::vector<std::string>& normals, const Text& text, uint32_t token) const;

  void add_outlets(const Lexicon& lexicon);
  void add_frames(const Lexicon& lexicon);

  EntryId first_ = 0;
  std::vector<Cue> cues_, lemma_cues_;
  std::vector<Speech> speeches_, lemma_speeches_;
  std::vector<LemmaId> verbs_;
  std::vector<uint8_t> auxiliaries_, lemma_bits_;
  std::vector<std::pair<std::string, std::string>> outlets_;  // normal form, bare Latin name
  std::vector<EntryId> denied_frames_;                        // sorted
  // Sorted normal forms.
  std::vector<std::string> complementizers_, occasions_, origins_, exceptions_;
  std::vector<std::string> sources_[2];  // "from" (prep.an), "to" (prep.ila)
};

}  // namespace rasid::claim
