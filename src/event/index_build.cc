// SPDX-License-Identifier: Apache-2.0
#include "event/index_build.h"

#include <algorithm>
#include <charconv>

#include "base/hash.h"
#include "base/letters.h"

namespace rasid {
namespace {

constexpr std::string_view kPrepositionPrefix = "prep.";

ParticleKind particle_kind(std::string_view name) {
  static constexpr std::string_view kNames[] = {
      "",          "preposition", "conjunction",   "complementizer", "relative", "subordinator",
      "condition", "negation",    "future",        "possibility",    "emphasis", "question",
      "exception", "contrast",    "demonstrative", "pronoun",        "adverb"};
  for (size_t i = 1; i < std::size(kNames); ++i) {
    if (kNames[i] == name) return static_cast<ParticleKind>(i);
  }
  return ParticleKind::none;
}

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// Word lists call many participles adjectives (warning, critical of). One with the letters of a
// passive of form 1 is none.
bool is_active(const Lemma& lemma) {
  const std::string_view word = lemma.normal;
  if (lemma.pos != Pos::adjective || word.size() < 4) return false;
  return word[1] == 'A' || (word[0] == 'm' && word[word.size() - 2] != 'w');
}

}  // namespace

void IndexBuilder::problem(const Entry& entry, std::string what, std::string mend) {
  problems_.push_back({std::string(entry.id()) + ": " + std::move(what),
                       std::string(entry.file()) + ":" + std::to_string(entry.line()),
                       std::move(mend)});
}

void IndexBuilder::problem(const Entry& entry, Key key, const Error& error) {
  problem(entry, std::string(name_of(key)) + ": " + error.what, error.mend);
}

uint8_t IndexBuilder::add_preposition(std::string_view name) {
  if (const uint8_t code = index_.preposition_named(name)) return code;
  if (index_.preposition_names_.size() >= 255) return 0;
  index_.preposition_names_.emplace_back(name);
  return static_cast<uint8_t>(index_.preposition_names_.size() - 1);
}

uint8_t IndexBuilder::preposition(const Entry& entry, std::string_view name) {
  const EntryId id = lexicon_.entry_named(std::string(kPrepositionPrefix) + std::string(name));
  if (id == kNone) {
    problem(entry, "no Particle prep." + std::string(name), "add it or name another");
  }
  return add_preposition(name);
}

SourceSpec IndexBuilder::source(const Entry& entry, const SourceText& text) {
  SourceSpec out{text.kind, 0};
  if (text.kind == ArgumentSource::preposition)
    out.preposition = preposition(entry, text.preposition);
  return out;
}

// The engine speaks of these prepositions itself; they get the first codes so that every one that a
// slot names has a bit in FrameSpec::wants.
void IndexBuilder::add_particles() {
  index_.bi = add_preposition("bi"), index_.li = add_preposition("li");
  index_.ka = add_preposition("ka"), index_.fi = add_preposition("fi");
  index_.min = add_preposition("min"), index_.ila = add_preposition("ila");
  index_.bayna = add_preposition("bayna"), index_.maa = add_preposition("maa");
  for (const std::string_view name : {"min_qibal", "min_janib", "ala_yad", "ala_aydi"}) {
    index_.agent_prepositions_ |= uint64_t{1} << add_preposition(name);
  }
}

void IndexBuilder::add_particle_word(std::string_view text, ParticleKind kind, uint8_t code) {
  EventIndex::ParticleWord word{0, 0, {}, kind, code, 0};
  while (!text.empty()) {
    const size_t space = text.find(' ');
    const std::string normal = fold(text.substr(0, space)).normal;
    if (!normal.empty()) word.words.push_back(normal);
    text = space == std::string_view::npos ? std::string_view{} : text.substr(space + 1);
  }
  if (word.words.empty()) return;
  if (word.words.size() > UINT8_MAX) word.words.resize(UINT8_MAX);
  word.count = static_cast<uint8_t>(word.words.size());
  word.hash = hash64(word.words[0]);
  index_.particle_sketch_.add(word.words[0]);
  if (word.words.size() > 1) word.second = EventIndex::beginning(word.words[1]);
  index_.particles_.push_back(std::move(word));
}

void IndexBuilder::add_particle_words() {
  for (const EntryId id : lexicon_.entries_of(Type::particle)) {
    const Entry entry = lexicon_.entry(id);
    const ParticleKind kind = particle_kind(entry.value(Key::kind));
    uint8_t code = 0;
    if (entry.id().starts_with(kPrepositionPrefix)) {
      code = add_preposition(entry.id().substr(kPrepositionPrefix.size()));
    }
    for (const std::string_view word : entry.values(Key::word)) {
      add_particle_word(word, kind, code);
    }
  }
  auto& particles = index_.particles_;
  std::stable_sort(particles.begin(), particles.end(), [](const auto& a, const auto& b) {
    if (a.hash != b.hash) return a.hash < b.hash;
    return a.words.size() > b.words.size();
  });
  size_t size = 16;
  while (size < particles.size() * 2) size *= 2;
  index_.particle_slots_.assign(size, 0);
  for (uint32_t p = 0; p < particles.size(); ++p) {
    if (p > 0 && particles[p - 1].hash == particles[p].hash) continue;
    size_t slot = particles[p].hash & (size - 1);
    while (index_.particle_slots_[slot] != 0) slot = (slot + 1) & (size - 1);
    index_.particle_slots_[slot] = p + 1;
  }
}

void IndexBuilder::add_categories() {
  for (const EntryId id : lexicon_.entries_of(Type::category)) {
    const Entry entry = lexicon_.entry(id);
    std::string_view name = entry.id();
    const size_t dot = name.find('.');
    const std::string_view mode = dot == std::string_view::npos ? "" : name.substr(dot + 1);
    index_.categories_.push_back({name.substr(0, dot), mode, entry.value(Key::reciprocal) == "yes",
                                  static_cast<int8_t>(number(entry.value(Key::quad)))});
  }
}

void IndexBuilder::add_classes() {
  for (const EntryId id : lexicon_.entries_of(Type::word_class)) {
    index_.entries_[id].number = static_cast<uint16_t>(index_.class_names_.size());
    index_.class_names_.push_back(lexicon_.entry(id).id());
  }
}

Condition IndexBuilder::condition(const Entry& entry, const std::vector<ItemText>& items,
                                  FrameSpec& frame) {
  Condition out{static_cast<uint32_t>(index_.items_.size()), 0};
  for (const ItemText& text : items) {
    ConditionItem item{text.test, text.denied, source(entry, text.source), 0};
    if (!text.word_class.empty()) {
      item.word_class = index_.class_named(text.word_class);
      if (item.word_class == 0) {
        problem(entry, "no Class " + std::string(text.word_class), "add it or name another");
      }
    }
    if (item.source.preposition != 0 && item.source.preposition < 64) {
      frame.wants |= uint64_t{1} << item.source.preposition;
    }
    index_.items_.push_back(item);
    ++out.count;
  }
  return out;
}

void IndexBuilder::read_slots(const Entry& entry, FrameSpec& frame) {
  frame.first_slot = static_cast<uint32_t>(index_.slots_.size());
  for (const std::string_view value : entry.values(Key::slot)) {
    const Result<SlotText> text = parse_slot(value);
    if (!text) {
      problem(entry, Key::slot, text.error());
      continue;
    }
    SlotSpec slot{text->role, text->filter, static_cast<uint16_t>(index_.sources_.size()), 0};
    for (const SourceText& one : text->sources) {
      const SourceSpec spec = source(entry, one);
      if (spec.preposition != 0 && spec.preposition < 64) {
        frame.wants |= uint64_t{1} << spec.preposition;
      }
      if (spec.kind == ArgumentSource::agent) frame.wants |= index_.agent_prepositions_;
      const bool participant = slot.role == RoleKind::actor || slot.role == RoleKind::recipient;
      if (spec.kind == ArgumentSource::object && participant) frame.takes_object = true;
      index_.sources_.push_back(spec);
      ++slot.count;
    }
    index_.slots_.push_back(slot);
    ++frame.slots;
  }
}

void IndexBuilder::read_conditions(const Entry& entry, Key key, FrameSpec& frame) {
  (key == Key::needs ? frame.first_needs : frame.first_unless) =
      static_cast<uint32_t>(index_.conditions_.size());
  for (const std::string_view value : entry.values(key)) {
    const Result<std::vector<ItemText>> items = parse_condition(value);
    if (!items) {
      problem(entry, key, items.error());
      continue;
    }
    const Condition read = condition(entry, *items, frame);
    index_.conditions_.push_back(read);
    ++(key == Key::needs ? frame.needs : frame.unless);
  }
}

void IndexBuilder::read_whens(const Entry& entry, FrameSpec& frame) {
  frame.first_when = static_cast<uint32_t>(index_.whens_.size());
  for (const std::string_view value : entry.values(Key::when)) {
    const Result<WhenText> when = parse_when(value);
    if (!when) {
      problem(entry, Key::when, when.error());
      continue;
    }
    const Condition read = condition(entry, when->items, frame);
    index_.whens_.push_back({read, when->type.category, when->type.mode});
    ++frame.whens;
  }
}

FrameSpec IndexBuilder::frame_of(const Entry& entry) {
  FrameSpec frame;
  frame.entry = entry.number();
  const Result<TypeText> type = parse_type(entry.value(Key::event));
  if (type) {
    frame.category = type->category, frame.mode = type->mode;
  } else {
    problem(entry, Key::event, type.error());
  }
  frame.reciprocal = index_.reciprocal(frame.category, frame.mode);
  frame.priority = static_cast<int16_t>(number(entry.value(Key::priority)));
  frame.light = entry.value(Key::light) != "no";
  const std::string_view genitive = entry.value(Key::genitive);
  if (genitive == "object") {
    frame.genitive = GenitiveIs::object;
  } else if (genitive == "both") {
    frame.genitive = GenitiveIs::both;
  } else if (!genitive.empty() && genitive != "subject") {
    problem(entry, "genitive: unknown value '" + std::string(genitive) + "'",
            "write subject, object or both");
  }
  read_slots(entry, frame);
  read_conditions(entry, Key::needs, frame);
  read_conditions(entry, Key::unless, frame);
  read_whens(entry, frame);
  return frame;
}

void IndexBuilder::add_frames() {
  for (const EntryId id : lexicon_.entries_of(Type::frame)) {
    index_.entries_[id].number = static_cast<uint16_t>(index_.frames_.size());
    const FrameSpec frame = frame_of(lexicon_.entry(id));
    index_.frames_.push_back(frame);
  }
}

// `slot: content SOURCE|SOURCE` says where the event noun stands; by default it is the object, or
// for a carrier without a subject of its own (subject: none) the subject.
LightSpec IndexBuilder::light_of(const Entry& entry) {
  LightSpec light;
  light.entry = entry.number();
  const std::string_view subject = entry.value(Key::subject);
  if (subject == "recipient") light.subject = LightSubject::recipient;
  if (subject == "none") light.subject = LightSubject::none;
  if (!subject.empty() && subject != "none" && subject != "recipient" && subject != "actor") {
    problem(entry, "subject: unknown value '" + std::string(subject) + "'",
            "write actor, recipient or none");
  }
  for (const std::string_view value : entry.values(Key::slot)) {
    const Result<SlotText> slot = parse_slot(value);
    if (!slot) {
      problem(entry, Key::slot, slot.error());
      continue;
    }
    if (slot->role == RoleKind::place) {
      light.place_is_subject = true;
      continue;
    }
    for (const SourceText& one : slot->sources) {
      if (light.carries < light.carried.size()) {
        light.carried[light.carries++] = source(entry, one);
      }
    }
  }
  if (light.carries == 0) {
    light.carried[light.carries++] = {
        light.subject == LightSubject::none ? ArgumentSource::subject : ArgumentSource::object, 0};
  }
  return light;
}

void IndexBuilder::add_lights() {
  for (const EntryId id : lexicon_.entries_of(Type::light)) {
    index_.entries_[id].number = static_cast<uint16_t>(index_.lights_.size());
    const LightSpec light = light_of(lexicon_.entry(id));
    index_.lights_.push_back(light);
  }
}

void IndexBuilder::add_term(LemmaId lemma, const Term& term) {
  const EventIndex::EntryFacts& entry = index_.entries_[term.entry];
  uint32_t& facts = index_.facts_[lemma];
  switch (entry.type) {
    case Type::frame:
      if (term.key != Key::verb && term.key != Key::noun) break;
      heads_.push_back({lemma, {entry.number, term.key}});
      facts |= kFrameHead;
      break;
    case Type::light:
      if (term.key != Key::verb) break;
      lights_.emplace_back(lemma, entry.number);
      facts |= kLightHead;
      break;
    case Type::speech:
      facts |= kSpeechHead;
      break;
    case Type::cue:
      facts |= kCueHead;
      break;
    case Type::agent:
      facts |= kPeople;
      break;
    case Type::word_class:
      classes_.emplace_back(lemma, entry.number);
      break;
    default:
      break;
  }
}

void IndexBuilder::add_lemma(LemmaId id) {
  for (const Term& term : lexicon_.terms_of(id)) add_term(id, term);
}

void IndexBuilder::add_lemmas() {
  index_.words_.assign(lexicon_.lemma_count(), {});
  index_.facts_.assign(lexicon_.lemma_count(), 0);
  for (LemmaId id = 0; id < lexicon_.lemma_count(); ++id) add_lemma(id);
  const auto by_lemma = [](const auto& a, const auto& b) { return a.first < b.first; };
  std::stable_sort(heads_.begin(), heads_.end(), by_lemma);
  std::stable_sort(classes_.begin(), classes_.end(), by_lemma);
  std::stable_sort(lights_.begin(), lights_.end(), by_lemma);
  for (const auto& [lemma, head] : heads_) {
    EventIndex::Word& word = index_.words_[lemma];
    if (word.heads == 0) word.first_head = static_cast<uint32_t>(index_.head_frames_.size());
    index_.head_frames_.push_back(head);
    ++word.heads;
  }
  for (const auto& [lemma, number] : classes_) {
    EventIndex::Word& word = index_.words_[lemma];
    if (word.classes == 0) word.first_class = static_cast<uint32_t>(index_.class_list_.size());
    index_.class_list_.push_back(number);
    index_.facts_[lemma] |= kHasClass;
    ++word.classes;
  }
  for (const auto& [lemma, number] : lights_) {
    EventIndex::Word& word = index_.words_[lemma];
    if (word.light == 0xFFFF) word.light = number;
  }
}

// Lemmas that some particle's first word may be read as: only there is a particle looked for.
void IndexBuilder::mark_particle_lemmas() {
  for (const EventIndex::ParticleWord& particle : index_.particles_) {
    for (const Form& form : lexicon_.forms(particle.words[0])) {
      index_.facts_[form.lemma] |= kMayBeParticle;
    }
  }
}

void IndexBuilder::add_derived() {
  for (LemmaId id = 0; id < lexicon_.lemma_count(); ++id) {
    const Lemma lemma = lexicon_.lemma(id);
    const LemmaId verb = lemma.verb;
    EventIndex::Word& word = index_.words_[id];
    word.verb = verb;
    if (lemma.normal.ends_with('A')) index_.facts_[id] |= kEndsInAlef;
    if (verb >= index_.words_.size()) continue;
    const uint32_t facts = index_.facts_[verb];
    if ((facts & kLightHead) != 0) index_.facts_[id] |= kDerivedLight;
    if (lemma.pos != Pos::active_participle && !is_active(lemma)) continue;
    if ((facts & kSpeechHead) != 0) index_.facts_[id] |= kDerivedSpeech;
    for (const HeadFrame& head : index_.heads(verb)) {
      if (head.key == Key::verb) index_.facts_[id] |= kDerivedFrame;
    }
  }
}

void IndexBuilder::add_own_class(std::string_view id, WordFact fact) {
  const uint16_t number = index_.class_named(id);
  if (number == 0) return;
  for (const auto& [lemma, word_class] : classes_) {
    if (word_class == number) index_.facts_[lemma] |= fact;
  }
}

void IndexBuilder::build() {
  index_.preposition_names_.emplace_back();
  index_.class_names_.emplace_back();
  index_.entries_.resize(lexicon_.entry_count());
  for (EntryId id = 0; id < lexicon_.entry_count(); ++id) {
    index_.entries_[id].type = lexicon_.entry(id).type();
  }
  add_particles();
  add_categories();
  add_classes();
  add_frames();
  add_lights();
  add_particle_words();
  add_lemmas();
  mark_particle_lemmas();
  add_derived();
  add_own_class("class.auxiliary", kAuxiliary);
  add_own_class("class.transparent", kTransparent);
  add_own_class("class.control", kRaising);
  add_own_class("class.manner", kMannerNoun);
  add_own_class("class.accord", kAccord);
  add_own_class("class.plan", kPlanNoun);
  add_own_class("class.include", kIncludes);
  index_.where = index_.class_named("class.where");
}

}  // namespace rasid
