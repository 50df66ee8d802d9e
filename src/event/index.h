// SPDX-License-Identifier: Apache-2.0
// EventIndex: the Frame, Light and Class entries in compact typed form, and what each lemma is to
// the parser. Built once from a Lexicon, immutable, shared by all threads. Everything wrong in a
// slot or condition is reported as a problem with the entry's file and line.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "base/result.h"
#include "base/word_sketch.h"
#include "lexicon/lexicon.h"
#include "model/event.h"

namespace rasid {

// Where a role's filler is looked for; the words of `slot:` and `needs:`.
enum class ArgumentSource : uint8_t {
  subject,
  object,
  object2,
  genitive,
  agent,
  preposition,
  adjective,
  possessor,
  content_subject,
  speaker,
  content,  // in conditions only: the clause or phrase that fills the content slot
};
std::string_view name_of(ArgumentSource source);

struct SourceSpec {
  ArgumentSource kind = ArgumentSource::subject;
  uint8_t preposition = 0;  // code, see EventIndex::preposition; 0: none
  bool operator==(const SourceSpec&) const = default;
};

enum SlotFilter : uint8_t {
  kOnlyPerson = 1,
  kOnlyState = 2,
  kOnlyGroup = 4,
  kPlaceOf = 8,  // a place stands for its government
  kMany = 16,
};

struct SlotSpec {
  RoleKind role = RoleKind::actor;
  uint8_t filter = 0;
  uint16_t first = 0, count = 0;  // sources, in order of preference
};

enum class Test : uint8_t {
  actor,
  recipient,
  place,
  content,
  object,
  subject,
  passive,
  active,
  plural,
  dual,
  negated,
  headline,
  many_actors,
  preposition,   // such an argument exists
  clause_class,  // a word of the class in its clause
  source_class,  // a word of the class in that argument
  source_state,
  source_person,
  source_event,
};

struct ConditionItem {
  Test test = Test::actor;
  bool denied = false;
  SourceSpec source;
  uint16_t word_class = 0;
};

struct Condition {  // all items must hold
  uint32_t first = 0;
  uint16_t count = 0;
};

struct WhenSpec {
  Condition condition;
  std::string_view category, mode;
};

enum class GenitiveIs : uint8_t { subject, object, both };

struct FrameSpec {
  EntryId entry = kNone;
  std::string_view category, mode;
  uint32_t first_slot = 0;
  uint32_t first_needs = 0, first_unless = 0, first_when = 0;
  uint16_t slots = 0, needs = 0, unless = 0, whens = 0;
  int16_t priority = 0;
  GenitiveIs genitive = GenitiveIs::subject;
  bool light = true;  // light verbs may carry its noun
  bool reciprocal = false;
  uint64_t wants = 0;         // bits of the prepositions its slots and conditions name
  bool takes_object = false;  // some participant is the object
};

enum class LightSubject : uint8_t { actor, recipient, none };

struct LightSpec {
  EntryId entry = kNone;
  LightSubject subject = LightSubject::actor;
  std::array<SourceSpec, 4> carried{};  // where the event noun stands
  uint8_t carries = 0;
  bool place_is_subject = false;  // slot: place subject: who hosts it is where it is
};

enum class ParticleKind : uint8_t {
  none,
  preposition,
  conjunction,
  complementizer,
  relative,
  subordinator,
  condition,
  negation,
  future,
  possibility,
  emphasis,
  question,
  exception,
  contrast,
  demonstrative,
  pronoun,
  adverb,
};

// What a lemma, or the phrase of an entry, is to the parser.
enum WordFact : uint32_t {
  kFrameHead = 1,           // some Frame's verb: or noun:
  kLightHead = 2,           // some Light's verb
  kSpeechHead = 4,          // some Speech verb or noun
  kAuxiliary = 8,           // of class.auxiliary: kana and its sisters
  kTransparent = 16,        // of class.transparent: a noun that only begins, ends or counts a deed
  kRaising = 32,            // of class.control: a verb whose subject also does the deed it governs
  kPeople = 64,             // an Agent noun: people told by a common noun
  kCueHead = 128,           // some Cue's verb or noun
  kDerivedFrame = 512,      // an active participle of a verb that is a Frame's verb
  kDerivedSpeech = 1024,    // ... a Speech verb
  kDerivedLight = 2048,     // a masdar or participle of a Light verb
  kAccord = 4096,           // of class.accord: what is agreed on
  kIncludes = 8192,         // of class.include: the trip includes X and Y, the meeting gathers them
  kEndsInAlef = 16384,      // its own spelling ends in alef: no sign of the accusative
  kMayBeParticle = 32768,   // written like the first word of a particle
  kHasClass = 65536,        // a word of some Class
  kFramePhrase = 131072,    // of a token, not a lemma: a Frame's phrase begins there
  kClassPhrase = 262144,    // likewise a Class's phrase
  kOtherReadings = 524288,  // of a token: its first reading is no lemma, but it has others
  kPlanNoun = 1048576,      // of class.plan: a decision or plan, whose owner does what it is for
  kMannerNoun = 256,        // of class.manner: a noun that makes an adverb of a verb's deed
};

struct ParticleFound {
  ParticleKind kind = ParticleKind::none;
  uint8_t preposition = 0;  // code; 0 where it is none
  uint8_t words = 0;
};

struct HeadFrame {
  uint16_t frame = 0;
  Key key = Key::verb;
};

class EventIndex {
 public:
  EventIndex(const Lexicon& lexicon, std::vector<Error>& problems);

  const Lexicon& lexicon() const { return *lexicon_; }
  uint32_t facts(LemmaId lemma) const { return lemma < facts_.size() ? facts_[lemma] : 0; }
  // The longest particle, of one or more words, that begins at a token; kind none where there is
  // none. A wa or fa written onto it does not hide it; an analysis as verb or name does.
  ParticleFound particle_at(const Text& text, uint32_t token, uint32_t end, uint32_t facts) const;
  std::span<const HeadFrame> heads(LemmaId lemma) const;
  bool is_accord(LemmaId lemma) const { return (facts(lemma) & kAccord) != 0; }
  const LightSpec* light(LemmaId lemma) const;
  std::span<const uint16_t> classes(LemmaId lemma) const;
  LemmaId verb_of(LemmaId lemma) const;  // of a masdar or participle

  // The same for the entry of a phrase match.
  Type type_of(EntryId entry) const;
  const FrameSpec* frame_of_entry(EntryId entry) const;
  uint16_t class_of_entry(EntryId entry) const;  // 0: none; classes count from 1

  const FrameSpec& frame(uint16_t number) const { return frames_[number]; }
  uint16_t frame_number(const FrameSpec& frame) const {
    return static_cast<uint16_t>(&frame - frames_.data());
  }
  std::span<const FrameSpec> frames() const { return frames_; }
  std::span<const SlotSpec> slots(const FrameSpec& frame) const {
    return std::span(slots_).subspan(frame.first_slot, frame.slots);
  }
  std::span<const SourceSpec> sources(const SlotSpec& slot) const {
    return std::span(sources_).subspan(slot.first, slot.count);
  }
  std::span<const Condition> needs(const FrameSpec& frame) const {
    return std::span(conditions_).subspan(frame.first_needs, frame.needs);
  }
  std::span<const Condition> unless(const FrameSpec& frame) const {
    return std::span(conditions_).subspan(frame.first_unless, frame.unless);
  }
  std::span<const WhenSpec> whens(const FrameSpec& frame) const {
    return std::span(whens_).subspan(frame.first_when, frame.whens);
  }
  std::span<const ConditionItem> items(const Condition& condition) const {
    return std::span(items_).subspan(condition.first, condition.count);
  }

  std::string text_of(const Condition& condition) const;  // as an entry writes it

  // Codes of prepositions by the name after "prep."; 0 where the lexicon has none of that name.
  uint8_t preposition_named(std::string_view name) const;
  std::string_view preposition_name(uint8_t code) const;
  uint16_t class_named(std::string_view id) const;
  size_t class_count() const { return class_names_.size(); }
  bool is_agent_preposition(uint8_t code) const {
    return code < 64 && ((agent_prepositions_ >> code) & 1) != 0;
  }
  uint64_t agent_prepositions() const { return agent_prepositions_; }
  bool reciprocal(std::string_view category, std::string_view mode) const;
  int quad(std::string_view category) const;  // 0 to 4, or -1

  uint16_t where = 0;  // class of the word for where; 0: none
  // Prepositions the parser itself speaks of.
  uint8_t bi = 0, li = 0, ka = 0, fi = 0, min = 0, ila = 0, bayna = 0, maa = 0;

 private:
  friend class IndexBuilder;
  struct Word {  // by lemma
    LemmaId verb = kNone;
    uint32_t first_head = 0, first_class = 0;
    uint16_t heads = 0, classes = 0;
    uint16_t light = 0xFFFF;
  };
  struct ParticleWord {
    uint64_t hash;                   // of the first word's normal form
    uint64_t second = 0;             // beginning() of the second word, where there is one
    std::vector<std::string> words;  // normal forms; longer phrases first
    ParticleKind kind;
    uint8_t preposition;
    uint8_t count = 0;  // of words
  };
  static uint64_t beginning(std::string_view normal) { return short_word(normal.substr(0, 7)); }
  ParticleFound particle_of(const Text& text, uint32_t token, uint32_t end, std::string_view first,
                            Pos pos) const;
  const Lexicon* lexicon_;
  std::vector<uint32_t> facts_;  // by lemma: asked for each token, so kept apart from words_
  std::vector<Word> words_;
  WordSketch particle_sketch_;            // of their first words
  std::vector<ParticleWord> particles_;   // sorted by hash, then longest first
  std::vector<uint32_t> particle_slots_;  // open addressing by hash: first of its particles + 1
  std::vector<HeadFrame> head_frames_;
  std::vector<uint16_t> class_list_;
  std::vector<LightSpec> lights_;
  std::vector<FrameSpec> frames_;
  std::vector<SlotSpec> slots_;
  std::vector<SourceSpec> sources_;
  std::vector<Condition> conditions_;
  std::vector<WhenSpec> whens_;
  std::vector<ConditionItem> items_;
  std::vector<std::string> preposition_names_;  // by code; [0] is empty
  std::vector<std::string_view> class_names_;   // by number; [0] is empty
  struct EntryFacts {
    Type type;
    uint16_t number = 0xFFFF;  // of its frame, or class number
  };
  std::vector<EntryFacts> entries_;
  struct CategoryFacts {
    std::string_view category, mode;
    bool reciprocal;
    int8_t quad;
  };
  std::vector<CategoryFacts> categories_;
  uint64_t agent_prepositions_ = 0;
};

}  // namespace rasid
