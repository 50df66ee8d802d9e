// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/hash.h"
#include "base/letters.h"
#include "lexicon/tables.h"
#include "morph/parts.h"

namespace rasid {
namespace morph {
namespace {

struct KindRule {
  std::string_view kind;
  Pos pos;
  Left left;
  Right right;
  bool takes_enclitic;
  bool takes_preposition;
};
constexpr KindRule kKinds[] = {
    {"preposition", Pos::preposition, Left::preposition, Right::preposition, true, false},
    {"conjunction", Pos::conjunction, Left::conjunction, Right::conjunction, false, false},
    {"complementizer", Pos::conjunction, Left::complementizer, Right::anna, true, true},
    {"relative", Pos::relative, Left::relative, Right::relative, false, true},
    {"subordinator", Pos::conjunction, Left::subordinator, Right::subordinator, true, false},
    {"condition", Pos::conjunction, Left::subordinator, Right::subordinator, false, false},
    {"negation", Pos::particle, Left::negation, Right::negation, false, false},
    {"future", Pos::particle, Left::verb_particle, Right::verb_particle, false, false},
    {"possibility", Pos::particle, Left::verb_particle, Right::verb_particle, true, false},
    {"emphasis", Pos::particle, Left::verb_particle, Right::verb_particle, false, false},
    {"question", Pos::particle, Left::subordinator, Right::question, false, true},
    {"exception", Pos::particle, Left::conjunction, Right::other, true, false},
    {"contrast", Pos::conjunction, Left::conjunction, Right::other, true, false},
    {"demonstrative", Pos::demonstrative, Left::demonstrative, Right::demonstrative, false, true},
    {"pronoun", Pos::pronoun, Left::pronoun, Right::pronoun, true, false},
    {"adverb", Pos::adverb, Left::adverb, Right::adverb, false, false},
};

const KindRule* rule_of(std::string_view kind) {
  for (const KindRule& rule : kKinds) {
    if (rule.kind == kind) return &rule;
  }
  return nullptr;
}

void add_particle(const Entry& entry, std::string_view word, std::vector<ParticleWord>& out) {
  const KindRule* rule = rule_of(entry.value(Key::kind));
  if (rule == nullptr || word.find(' ') != std::string_view::npos) return;
  const Folded folded = fold(word);
  if (folded.normal.size() < 2) return;  // single letters are proclitics
  ParticleWord particle{
      folded.normal,        folded.marks,           rule->pos, rule->left, rule->right,
      rule->takes_enclitic, rule->takes_preposition};
  // an, bi-an, alla (a subjunctive follows) are told from anna, inna by the missing shadda and the
  // hamza above; other words of the kind (ka-anna, li-anna) have one letter less to tell them by.
  const bool heavy = (folded.marks & (kShadda | kHamzaBelow)) != 0;
  const std::string& normal = folded.normal;
  const bool light = normal == "An" || normal == "bAn" || normal == "AlA";
  if (rule->right == Right::anna && !heavy && light) {
    particle.right = Right::an;
    particle.takes_enclitic = false;
  }
  const std::string_view negation = entry.value(Key::negation);
  if (negation == "not_happened") particle.right = Right::negation_past;
  if (negation == "will_not") particle.right = Right::negation_future;
  out.push_back(std::move(particle));
}

bool is_name(Type type) {
  return type == Type::state || type == Type::place || type == Type::organization ||
         type == Type::person;
}

void add_given_name(std::string_view text, std::vector<std::pair<std::string, uint32_t>>& out) {
  const std::string normal = fold(text).normal;
  if (normal.size() > 2 && text.find(' ') == std::string_view::npos) out.emplace_back(normal, 0);
}

}  // namespace

constexpr uint64_t kPrint = ~uint64_t{0} << 32;

void WordTable::build(std::vector<std::pair<std::string, uint32_t>> words) {
  words_ = std::move(words);
  size_t size = 16;
  while (size < words_.size() * 2) size *= 2;
  slots_.assign(size, 0);
  for (uint32_t i = 0; i < words_.size(); ++i) {
    const uint64_t hash = hash64(words_[i].first);
    size_t at = hash & (size - 1);
    while (slots_[at] != 0) at = (at + 1) & (size - 1);
    slots_[at] = (hash & kPrint) | (i + 1);
    sketch_.add(words_[i].first);
  }
}

uint32_t WordTable::find(std::string_view normal) const {
  if (!sketch_.may_hold(normal)) return kNone;
  const size_t mask = slots_.size() - 1;
  const uint64_t hash = hash64(normal);
  for (size_t at = hash & mask; slots_[at] != 0; at = (at + 1) & mask) {
    if (((slots_[at] ^ hash) & kPrint) != 0) continue;
    const auto& [word, value] = words_[(slots_[at] & ~kPrint) - 1];
    if (same_bytes(word, normal)) return value;
  }
  return kNone;
}

}  // namespace morph

using morph::LemmaFacts;
using morph::NameKind;
using morph::ParticleWord;

namespace {

void read_particles(const Lexicon& lexicon, Morphology::Parts& out, std::vector<Error>& problems) {
  for (const EntryId id : lexicon.entries_of(Type::particle)) {
    const Entry entry = lexicon.entry(id);
    if (morph::rule_of(entry.value(Key::kind)) == nullptr) {
      problems.push_back({"unknown kind of Particle '" + std::string(entry.value(Key::kind)) + "'",
                          std::string(entry.file()) + ":" + std::to_string(entry.line()),
                          "docs/LEXICON.md lists the kinds"});
    }
    for (const std::string_view word : entry.values(Key::word)) {
      morph::add_particle(entry, word, out.particles);
    }
  }
  std::stable_sort(out.particles.begin(), out.particles.end(),
                   [](const auto& a, const auto& b) { return a.normal < b.normal; });
  std::vector<std::pair<std::string, uint32_t>> firsts;
  for (uint32_t i = 0; i < out.particles.size(); ++i) {
    if (i > 0 && out.particles[i].normal == out.particles[i - 1].normal) continue;
    firsts.emplace_back(out.particles[i].normal, i);
  }
  out.particle_table.build(std::move(firsts));
}

void read_names(const Lexicon& lexicon, Morphology::Parts& out) {
  std::vector<std::pair<std::string, uint32_t>> names;
  for (const EntryId id : lexicon.entries_of(Type::given_name)) {
    for (const std::string_view name : lexicon.entry(id).values(Key::name)) {
      morph::add_given_name(name, names);
    }
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  out.given_names.build(std::move(names));
  out.entries.assign(lexicon.entry_count(), NameKind::none);
  for (EntryId id = 0; id < lexicon.entry_count(); ++id) {
    const Type type = lexicon.entry(id).type();
    if (morph::is_name(type)) out.entries[id] = NameKind::name;
    if (type == Type::title || type == Type::office || type == Type::anaphor ||
        type == Type::epithet || type == Type::agent) {
      out.entries[id] = NameKind::phrase;
    }
  }
}

// A phrase with "~" before an inflected verb declares a lemma of that form; it is no noun.
bool is_verb_form(const Lexicon& lexicon, LemmaId id, const Lemma& lemma) {
  if (lemma.pos != Pos::noun || lexicon.entry(lemma.entry).type() == Type::word) return false;
  for (const Form& form : lexicon.forms(lemma.normal)) {
    const bool basic = form.tense == Tense::perfect && form.person == 3 &&
                       form.number == Number::singular && form.gender == Gender::masculine;
    if (form.lemma != id && form.pos == Pos::verb && !basic && form.tense != Tense::imperative &&
        form.person == 3) {
      return true;
    }
  }
  return false;
}

void read_lemmas(const Lexicon& lexicon, Morphology::Parts& out) {
  const EntryId kana = lexicon.entry_named("class.helper");
  out.lemmas.resize(lexicon.lemma_count());
  for (LemmaId id = 0; id < lexicon.lemma_count(); ++id) {
    const Lemma lemma = lexicon.lemma(id);
    LemmaFacts& facts = out.lemmas[id];
    facts.human = lemma.human;
    int prior = std::clamp<int>(lemma.rank, -8, 15) * 2;
    for (const Term& term : lexicon.terms_of(id)) {
      facts.helper |= term.entry == kana;
      prior = std::max(prior, 8);  // an entry speaks of it: a word of the news
    }
    if (lemma.pos == Pos::verb) {
      const std::string_view form = lexicon.entry(lemma.entry).value(Key::form);
      facts.damma_present = form == "2" || form == "3" || form == "4" || form == "q1";
    }
    if (lemma.pos == Pos::noun || lemma.pos == Pos::masdar) {
      facts.twin = static_cast<uint32_t>(hash64(lemma.normal)) | 1;
    }
    if (is_verb_form(lexicon, id, lemma)) prior = -16;
    facts.prior = static_cast<int8_t>(prior);
  }
}

// Every edge of the trie lies in the image's table.
void read_leads(const Lexicon& lexicon, Morphology::Parts& out) {
  const Lexicon::Tables& tables = lexicon.tables();
  out.leads.assign(tables.node_count(), {});
  for (const Edge& edge : tables.edges) {
    if (edge.child == 0 || edge.node >= out.leads.size()) continue;
    morph::Leads& leads = out.leads[edge.node];
    if ((edge.word & kLemmaEdge) != 0) {
      leads.lemmas |= morph::Leads::lemma_bit(edge.word & ~kLemmaEdge);
    } else if (edge.word < tables.words.count()) {
      leads.words |= morph::Leads::word_bit(tables.words.key(edge.word));
    }
  }
}

// Particles that are a common verb when their hamza is left out.
void mark_rivals(const Lexicon& lexicon, Morphology::Parts& out) {
  constexpr int kCommon = 18;
  for (ParticleWord& particle : out.particles) {
    if ((particle.marks & (kHamzaAbove | kHamzaBelow)) == 0) continue;
    for (const Form& form : lexicon.forms(particle.normal)) {
      const bool common = form.lemma < out.lemmas.size() && out.lemmas[form.lemma].prior >= kCommon;
      particle.needs_hamza |= common && form.pos == Pos::verb;
    }
  }
}

}  // namespace

std::span<const ParticleWord> Morphology::Parts::particles_of(std::string_view normal) const {
  const uint32_t first = particle_table.find(normal);
  if (first == kNone) return {};
  size_t end = first;
  while (end < particles.size() && particles[end].normal == normal) ++end;
  return std::span(particles).subspan(first, end - first);
}

Morphology::Morphology(const Lexicon& lexicon, std::vector<Error>& problems)
    : parts_(std::make_unique<Parts>(lexicon)) {
  read_particles(lexicon, *parts_, problems);
  read_names(lexicon, *parts_);
  read_lemmas(lexicon, *parts_);
  mark_rivals(lexicon, *parts_);
  read_leads(lexicon, *parts_);
}
Morphology::Morphology(Morphology&&) noexcept = default;
Morphology::~Morphology() = default;

}  // namespace rasid
