// SPDX-License-Identifier: Apache-2.0
// IndexBuilder: reads the entries of a Lexicon into an EventIndex. Used by its constructor only.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "event/index.h"
#include "event/syntax.h"

namespace rasid {

class IndexBuilder {
 public:
  IndexBuilder(EventIndex& index, const Lexicon& lexicon, std::vector<Error>& problems)
      : index_(index), lexicon_(lexicon), problems_(problems) {}
  void build();

 private:
  void add_categories();
  void add_classes();
  void add_particles();
  void add_particle_words();
  void add_particle_word(std::string_view text, ParticleKind kind, uint8_t code);
  void add_frames();
  void add_lights();
  void add_lemmas();
  void add_lemma(LemmaId lemma);
  void add_derived();
  void mark_particle_lemmas();
  void add_term(LemmaId lemma, const Term& term);
  void add_own_class(std::string_view id, WordFact fact);

  FrameSpec frame_of(const Entry& entry);
  void read_slots(const Entry& entry, FrameSpec& frame);
  void read_conditions(const Entry& entry, Key key, FrameSpec& frame);
  void read_whens(const Entry& entry, FrameSpec& frame);
  Condition condition(const Entry& entry, const std::vector<ItemText>& items, FrameSpec& frame);
  SourceSpec source(const Entry& entry, const SourceText& text);
  uint8_t preposition(const Entry& entry, std::string_view name);
  uint8_t add_preposition(std::string_view name);
  LightSpec light_of(const Entry& entry);
  void problem(const Entry& entry, std::string what, std::string mend);
  void problem(const Entry& entry, Key key, const Error& error);

  EventIndex& index_;
  const Lexicon& lexicon_;
  std::vector<Error>& problems_;
  std::vector<std::pair<LemmaId, HeadFrame>> heads_;
  std::vector<std::pair<LemmaId, uint16_t>> classes_;
  std::vector<std::pair<LemmaId, uint16_t>> lights_;
};

}  // namespace rasid
