// SPDX-License-Identifier: Apache-2.0
#include "event/links.h"

#include "base/letters.h"

namespace rasid {
namespace {

constexpr uint32_t kBack = 6;  // how many chunks back a coordinated phrase looks for its first part

class Linker {
 public:
  Linker(const Document& document, const EventIndex& index, std::vector<Chunk>& chunks)
      : document_(document), text_(document.text), index_(index), chunks_(chunks) {}
  void run() {
    for (uint32_t at = 1; at < chunks_.size(); ++at) {
      if (chunks_[at].kind == ChunkKind::noun) link(at);
    }
  }

 private:
  void link(uint32_t at);
  bool is_genitive(uint32_t previous, uint32_t at) const;
  bool indefinite_accusative(uint32_t token) const;
  bool coordinate(uint32_t at);
  bool list_goes_on(uint32_t at) const;
  bool is_apposition(uint32_t previous, uint32_t at) const;
  bool same_sort(const Chunk& first, const Chunk& second) const;
  bool starts_clause(uint32_t at) const;

  const Document& document_;
  const Text& text_;
  const EventIndex& index_;
  std::vector<Chunk>& chunks_;
};

// An indefinite accusative is written with a final alef that its lemma has not.
bool Linker::indefinite_accusative(uint32_t token) const {
  if (text_.tokens[token].marks & kTanwin) return true;
  const std::string_view normal = text_.normal(token);
  if (!normal.ends_with('A')) return false;
  const Analysis& word = text_.analysis(token);
  if (word.lemma == kNone || word.construct) return false;
  return (index_.facts(word.lemma) & kEndsInAlef) == 0;
}

bool Linker::is_genitive(uint32_t previous, uint32_t at) const {
  const Chunk& first = chunks_[previous];
  const Chunk& second = chunks_[at];
  if (first.kind != ChunkKind::noun || first.mention != kNone) return false;
  if (second.conjoined || second.preposition != 0) return false;
  if (first.end != first.head + 1) return false;  // adjectives close a noun phrase
  const Analysis& head = text_.analysis(first.head);
  if (head.proclitics & kAl || head.enclitic.person != 0) return false;
  if (head.pos == Pos::number || head.pos == Pos::pronoun) return false;
  return !indefinite_accusative(first.head);
}

bool Linker::is_apposition(uint32_t previous, uint32_t at) const {
  const Chunk& first = chunks_[previous];
  const Chunk& second = chunks_[at];
  if (first.mention == kNone || second.mention == kNone) return false;
  if (same_participant(document_, first.mention, second.mention)) return true;
  if (!second.after_comma) return false;
  const MentionKind kind = document_.mentions[second.mention].kind;
  const MentionKind before = document_.mentions[first.mention].kind;
  return kind != before && kind != MentionKind::pronoun && before != MentionKind::pronoun &&
         (kind == MentionKind::title || kind == MentionKind::description);
}

bool Linker::same_sort(const Chunk& first, const Chunk& second) const {
  const bool name = text_.analysis(second.head).pos == Pos::proper;  // one that no entry knows
  if ((first.mention == kNone) != (second.mention == kNone)) return first.mention != kNone && name;
  if (first.mention == kNone) return true;
  return document_.mentions[first.mention].place_only ==
         document_.mentions[second.mention].place_only;
}

// A noun phrase with a finite verb just after it, behind a comma, begins a clause of its own.
bool Linker::starts_clause(uint32_t at) const {
  return chunks_[at].after_comma && at + 1 < chunks_.size() &&
         chunks_[at + 1].kind == ChunkKind::verb && !chunks_[at + 1].conjoined;
}

// A list with commas ends in an "and"; without one, a phrase after a comma is no part of a list.
bool Linker::list_goes_on(uint32_t at) const {
  for (uint32_t next = at + 1; next < chunks_.size(); ++next) {
    const ChunkKind kind = chunks_[next].kind;
    if (kind == ChunkKind::noun && chunks_[next].conjoined) return true;
    const bool part =
        kind == ChunkKind::comma || kind == ChunkKind::noun || kind == ChunkKind::adjective;
    if (!part || (kind == ChunkKind::noun && chunks_[next].preposition != 0)) return false;
  }
  return false;
}

bool Linker::coordinate(uint32_t at) {
  Chunk& chunk = chunks_[at];
  const bool list = chunk.conjoined || (chunk.after_comma && list_goes_on(at));
  if (!list || starts_clause(at)) return false;
  for (uint32_t back = 1; back <= kBack && back <= at; ++back) {
    Chunk& other = chunks_[at - back];
    if (other.kind == ChunkKind::verb || other.kind == ChunkKind::stop ||
        other.kind == ChunkKind::complementizer || other.kind == ChunkKind::relative ||
        other.kind == ChunkKind::subordinator || other.kind == ChunkKind::colon) {
      return false;
    }
    if (other.kind != ChunkKind::noun) continue;
    if (chunk.preposition != 0 && chunk.preposition != other.preposition) continue;
    if (!same_sort(other, chunk)) continue;
    // Without a conjunction only a run of names is a list.
    if (!chunk.conjoined && (chunk.mention == kNone || back > 2)) return false;
    chunk.link = ChunkLink::coordinated;
    chunk.linked = at - back;
    if (chunk.preposition == 0) chunk.preposition = other.preposition;
    return true;
  }
  return false;
}

void Linker::link(uint32_t at) {
  Chunk& chunk = chunks_[at];
  uint32_t previous = at - 1;
  // A comma, a quotation mark or a bracketed word does not part a phrase from its apposition.
  while (previous > 0 && (chunks_[previous].kind == ChunkKind::comma ||
                          chunks_[previous].kind == ChunkKind::open_quote ||
                          chunks_[previous].kind == ChunkKind::close_quote)) {
    --previous;
  }
  uint32_t before = at - 1;
  while (before > 0 && (chunks_[before].kind == ChunkKind::open_quote ||
                        chunks_[before].kind == ChunkKind::close_quote)) {
    --before;
  }
  if (is_genitive(before, at)) {
    chunk.link = ChunkLink::genitive;
    chunk.linked = before;
    return;
  }
  if (chunk.preposition == 0 && !chunk.conjoined && chunks_[previous].kind == ChunkKind::noun &&
      is_apposition(previous, at)) {
    chunk.link = ChunkLink::apposition;
    chunk.linked = previous;
    return;
  }
  coordinate(at);
}

}  // namespace

bool same_participant(const Document& document, uint32_t a, uint32_t b) {
  if (a >= document.mentions.size() || b >= document.mentions.size()) return false;
  const Mention& first = document.mentions[a];
  const Mention& second = document.mentions[b];
  if (first.participants == 0 || second.participants == 0) return false;
  return document.stands_for[first.first_participant] ==
         document.stands_for[second.first_participant];
}

void link_chunks(const Document& document, const EventIndex& index, std::vector<Chunk>& chunks) {
  Linker(document, index, chunks).run();
}

}  // namespace rasid
