// SPDX-License-Identifier: Apache-2.0
#include "event/index.h"

#include <algorithm>

#include "base/hash.h"
#include "event/index_build.h"
#include "event/syntax.h"

namespace rasid {
namespace {

// Which parts of speech a particle of a kind may have been analysed as.
bool fits(ParticleKind kind, Pos pos) {
  switch (pos) {
    case Pos::verb:
    case Pos::proper:
    case Pos::masdar:
      return false;
    case Pos::noun:
    case Pos::adjective:
      return kind == ParticleKind::preposition || kind == ParticleKind::adverb ||
             kind == ParticleKind::subordinator;
    case Pos::preposition:
      return kind == ParticleKind::preposition;
    case Pos::relative:
      return kind == ParticleKind::relative;
    default:
      return true;
  }
}

}  // namespace

ParticleFound EventIndex::particle_of(const Text& text, uint32_t token, uint32_t end,
                                      std::string_view first, Pos pos) const {
  if (particle_slots_.empty() || !particle_sketch_.may_hold(first)) return {};
  const uint64_t hash = hash64(first);
  const size_t mask = particle_slots_.size() - 1;
  size_t slot = hash & mask;
  while (particle_slots_[slot] != 0 && particles_[particle_slots_[slot] - 1].hash != hash) {
    slot = (slot + 1) & mask;
  }
  if (particle_slots_[slot] == 0) return {};
  const uint64_t next = token + 1 < end ? beginning(text.normal(token + 1)) : 0;
  const ParticleWord* fallback = nullptr;
  for (size_t p = particle_slots_[slot] - 1; p < particles_.size(); ++p) {
    const ParticleWord& particle = particles_[p];
    if (particle.hash != hash) break;
    const uint8_t words = particle.count;
    if (words > 1 && particle.second != next) continue;
    bool same = token + words <= end && same_bytes(particle.words[0], first);
    for (size_t w = 1; w < words && same; ++w) {
      same = text.normal(token + static_cast<uint32_t>(w)) == particle.words[w];
    }
    if (!same) continue;
    if (words > 1 || fits(particle.kind, pos)) {
      return {particle.kind, particle.preposition, static_cast<uint8_t>(words)};
    }
    if (!fallback) fallback = &particle;
  }
  // A word that is a particle and nothing else keeps its kind, whatever the analysis says.
  const bool loose = fallback && (pos == Pos::preposition || pos == Pos::relative);
  if (loose) return {fallback->kind, fallback->preposition, 1};
  return {};
}

ParticleFound EventIndex::particle_at(const Text& text, uint32_t token, uint32_t end,
                                      uint32_t facts) const {
  const Analysis& word = text.analysis(token);
  if (word.lemma != kNone && (facts & kMayBeParticle) == 0) return {};
  const bool deed = word.pos == Pos::noun && (facts & kFrameHead) != 0;
  if (deed) return {};  // a noun that may also be a preposition (a meeting; in return for)
  const std::string_view normal = text.normal(token);
  const ParticleFound whole = particle_of(text, token, end, normal, word.pos);
  if (whole.kind != ParticleKind::none) return whole;
  if (word.stem_end > word.stem_begin && word.stem_end <= normal.size() &&
      word.stem_end - word.stem_begin < static_cast<int>(normal.size())) {
    const std::string_view stem = normal.substr(word.stem_begin, word.stem_end - word.stem_begin);
    const ParticleFound found = particle_of(text, token, end, stem, word.pos);
    if (found.kind != ParticleKind::none) return found;
  }
  const bool joined = normal.size() > 2 && (normal[0] == 'w' || normal[0] == 'f') &&
                      (word.pos == Pos::unknown || (word.proclitics & (kWa | kFa)) != 0);
  return joined ? particle_of(text, token, end, normal.substr(1), word.pos) : ParticleFound{};
}

EventIndex::EventIndex(const Lexicon& lexicon, std::vector<Error>& problems) : lexicon_(&lexicon) {
  IndexBuilder(*this, lexicon, problems).build();
}

std::span<const HeadFrame> EventIndex::heads(LemmaId lemma) const {
  if (lemma >= words_.size()) return {};
  return std::span(head_frames_).subspan(words_[lemma].first_head, words_[lemma].heads);
}

const LightSpec* EventIndex::light(LemmaId lemma) const {
  if (lemma >= words_.size() || words_[lemma].light >= lights_.size()) return nullptr;
  return &lights_[words_[lemma].light];
}

std::span<const uint16_t> EventIndex::classes(LemmaId lemma) const {
  if (lemma >= words_.size()) return {};
  return std::span(class_list_).subspan(words_[lemma].first_class, words_[lemma].classes);
}

LemmaId EventIndex::verb_of(LemmaId lemma) const {
  return lemma < words_.size() ? words_[lemma].verb : kNone;
}

Type EventIndex::type_of(EntryId entry) const {
  return entry < entries_.size() ? entries_[entry].type : Type::word;
}

const FrameSpec* EventIndex::frame_of_entry(EntryId entry) const {
  if (type_of(entry) != Type::frame || entries_[entry].number >= frames_.size()) return nullptr;
  return &frames_[entries_[entry].number];
}

uint16_t EventIndex::class_of_entry(EntryId entry) const {
  return type_of(entry) == Type::word_class ? entries_[entry].number : 0;
}

uint8_t EventIndex::preposition_named(std::string_view name) const {
  for (size_t i = 1; i < preposition_names_.size(); ++i) {
    if (preposition_names_[i] == name) return static_cast<uint8_t>(i);
  }
  return 0;
}

std::string_view EventIndex::preposition_name(uint8_t code) const {
  return code < preposition_names_.size() ? std::string_view(preposition_names_[code]) : "";
}

std::string EventIndex::text_of(const Condition& condition) const {
  std::string out;
  for (const ConditionItem& item : items(condition)) {
    if (!out.empty()) out += " & ";
    if (item.denied) out += "!";
    const bool sourced = item.test >= Test::source_class;
    if (item.test == Test::preposition || (sourced && item.source.preposition != 0)) {
      out += "prep." + std::string(preposition_name(item.source.preposition));
    } else if (sourced) {
      out += name_of(item.source.kind);
    }
    if (sourced) out += ":";
    if (item.word_class != 0) {
      out += class_names_[item.word_class];
    } else {
      out += name_of(item.test);
    }
  }
  return out;
}

uint16_t EventIndex::class_named(std::string_view id) const {
  for (size_t i = 1; i < class_names_.size(); ++i) {
    if (class_names_[i] == id) return static_cast<uint16_t>(i);
  }
  return 0;
}

// A mode the ontology does not list is as its category; visit, letter and mediate say no
// themselves.
bool EventIndex::reciprocal(std::string_view category, std::string_view mode) const {
  bool of_category = false;
  for (const CategoryFacts& facts : categories_) {
    if (facts.category != category) continue;
    if (facts.mode == mode) return facts.reciprocal;
    if (facts.mode.empty()) of_category = facts.reciprocal;
  }
  return of_category;
}

int EventIndex::quad(std::string_view category) const {
  for (const CategoryFacts& facts : categories_) {
    if (facts.category == category) return facts.quad;
  }
  return -1;
}

}  // namespace rasid
