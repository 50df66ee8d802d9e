// SPDX-License-Identifier: Apache-2.0
#include "event/clauses.h"

#include <algorithm>

namespace rasid {
namespace {

class TreeBuilder {
 public:
  TreeBuilder(const Document& document, const EventIndex& index, std::vector<Chunk>& chunks,
              std::vector<ClauseDraft>& clauses)
      : text_(document.text), index_(index), chunks_(chunks), clauses_(clauses) {}
  void run();

 private:
  void read(uint32_t at);
  bool describes_noun(uint32_t at) const;
  void on_verb(uint32_t at);
  void on_participle(uint32_t at);
  void on_complementizer(uint32_t at);
  void on_relative(uint32_t at);
  void on_subordinator(uint32_t at);
  void on_comma(uint32_t at);
  void on_stop(uint32_t at);
  void on_colon(uint32_t at);
  void on_open(uint32_t at);
  void on_close(uint32_t at);
  void conjoined_verb(uint32_t at);
  void bare_verb(uint32_t at);
  uint32_t push(ClauseKind kind, uint32_t opener);
  uint32_t sister(uint32_t at);
  void pop_speech();
  void pop_relatives();
  uint32_t antecedent(uint32_t at) const;
  uint32_t previous_significant(uint32_t at) const;
  bool holds_verb(uint32_t open, ChunkKind close) const;
  bool is_speech(uint32_t at) const;
  bool is_verbal_deed(uint32_t at) const;
  bool nested_in_content() const;
  bool begins_main(uint32_t at) const;
  bool tense_of_outer(uint32_t at) const;
  ClauseDraft& top() { return clauses_[stack_.back()]; }
  bool has_predicate(uint32_t clause) const { return clauses_[clause].predicate != kNone; }
  uint32_t verb_facts(uint32_t at) const;
  uint32_t base() const { return marks_.empty() ? 1 : marks_.back(); }

  const Text& text_;
  const EventIndex& index_;
  std::vector<Chunk>& chunks_;
  std::vector<ClauseDraft>& clauses_;
  std::vector<uint32_t> stack_;
  std::vector<uint32_t> marks_;  // size of the stack at each open quotation or bracket
  uint32_t quotes_ = 0;
};

uint32_t TreeBuilder::verb_facts(uint32_t at) const {
  return index_.facts(text_.analysis(chunks_[at].head).lemma);
}

bool TreeBuilder::is_speech(uint32_t at) const {
  const uint32_t facts = verb_facts(at);
  if (chunks_[at].kind == ChunkKind::participle) return (facts & kDerivedSpeech) != 0;
  return (facts & kSpeechHead) != 0;
}

// A verb of saying, or a deed done in words: its doer is the one who speaks in the outer clause.
bool TreeBuilder::is_verbal_deed(uint32_t at) const {
  if (is_speech(at)) return true;
  const LemmaId lemma = text_.analysis(chunks_[at].head).lemma;
  for (const LemmaId one : {lemma, index_.verb_of(lemma)}) {
    for (const HeadFrame& head : index_.heads(one)) {
      const int quad = index_.quad(index_.frame(head.frame).category);
      if (quad == 0 || quad == 1 || quad == 3) return true;
    }
  }
  return false;
}

uint32_t TreeBuilder::push(ClauseKind kind, uint32_t opener) {
  ClauseDraft clause;
  clause.kind = kind;
  clause.parent = stack_.empty() ? kNone : stack_.back();
  clause.opener = opener;
  clause.first = clause.last = opener == kNone ? 0 : opener;
  clause.quoted = quotes_ > 0;
  clauses_.push_back(clause);
  stack_.push_back(static_cast<uint32_t>(clauses_.size() - 1));
  return stack_.back();
}

// Ends the innermost clause and begins one of the same kind beside it.
uint32_t TreeBuilder::sister(uint32_t at) {
  const uint32_t before = stack_.back();
  const ClauseDraft model = top();
  if (stack_.size() > 1) {
    stack_.pop_back();
  } else {
    stack_.clear();
  }
  const uint32_t made = push(model.kind, kNone);
  clauses_[made].parent = model.parent;
  clauses_[made].first = clauses_[made].last = at;
  clauses_[made].sister = before;
  clauses_[made].antecedent = model.antecedent;
  return made;
}

uint32_t TreeBuilder::previous_significant(uint32_t at) const {
  while (at > 0) {
    --at;
    const ChunkKind kind = chunks_[at].kind;
    if (kind != ChunkKind::comma && kind != ChunkKind::open_quote &&
        kind != ChunkKind::close_quote && kind != ChunkKind::adverb) {
      return at;
    }
  }
  return kNone;
}

bool TreeBuilder::nested_in_content() const {
  for (size_t i = base(); i < stack_.size(); ++i) {
    if (clauses_[stack_[i]].kind == ClauseKind::content && !clauses_[stack_[i]].quoted) return true;
  }
  return false;
}

// Back to the clause of the one who speaks: out of all content clauses of this quotation level.
void TreeBuilder::pop_speech() {
  size_t keep = stack_.size();
  for (size_t i = base(); i < stack_.size(); ++i) {
    if (clauses_[stack_[i]].kind == ClauseKind::content && !clauses_[stack_[i]].quoted) {
      keep = i;
      break;
    }
  }
  stack_.resize(std::max<size_t>(keep, 1));
  pop_relatives();
}

void TreeBuilder::pop_relatives() {
  while (stack_.size() > base() &&
         (top().kind == ClauseKind::relative || top().kind == ClauseKind::adverbial)) {
    stack_.pop_back();
  }
}

// The nearest noun phrase before that agrees with the relative pronoun.
uint32_t TreeBuilder::antecedent(uint32_t at) const {
  const Analysis& relative = text_.analysis(chunks_[at].head);
  uint32_t nearest = kNone;
  for (uint32_t back = 1; back <= 8 && back <= at; ++back) {
    const Chunk& chunk = chunks_[at - back];
    if (chunk.kind == ChunkKind::verb || chunk.kind == ChunkKind::stop) break;
    if (chunk.kind != ChunkKind::noun) continue;
    if (nearest == kNone) nearest = at - back;
    const Analysis& head = text_.analysis(chunk.head);
    const bool plural = head.number == Number::plural;
    if (relative.gender == Gender::unknown || head.gender == Gender::unknown || plural ||
        relative.gender == head.gender) {
      return at - back;
    }
  }
  return nearest;
}

void TreeBuilder::on_complementizer(uint32_t at) {
  const uint32_t before = previous_significant(at);
  const bool opening = before == kNone || chunks_[before].kind == ChunkKind::colon ||
                       chunks_[before].kind == ChunkKind::stop;
  if (opening) return;  // inna at the head of a sentence only stresses it
  if (chunks_[at].conjoined) {
    for (size_t i = stack_.size(); i > base(); --i) {
      const ClauseDraft& clause = clauses_[stack_[i - 1]];
      if (clause.kind == ClauseKind::content && !clause.quoted && clause.opener != kNone &&
          chunks_[clause.opener].kind == ChunkKind::complementizer) {
        stack_.resize(i - 1);
        break;
      }
    }
  }
  push(ClauseKind::content, at);
}

void TreeBuilder::on_relative(uint32_t at) {
  uint32_t describes = kNone;
  if (chunks_[at].conjoined && stack_.size() > base() && top().kind == ClauseKind::relative) {
    describes = top().antecedent;
    stack_.pop_back();
  }
  if (describes == kNone) describes = antecedent(at);
  push(ClauseKind::relative, at);
  top().antecedent = describes;
}

void TreeBuilder::on_subordinator(uint32_t at) {
  if (chunks_[at].after_comma) pop_relatives();
  push(ClauseKind::adverbial, at);
}

// Whether what follows the comma behind an opening adverbial clause is the main clause.
bool TreeBuilder::begins_main(uint32_t at) const {
  if (at >= chunks_.size()) return false;
  const Chunk& next = chunks_[at];
  if (next.kind == ChunkKind::verb || next.kind == ChunkKind::particle) return true;
  return next.kind == ChunkKind::noun && next.preposition == 0 && next.link == ChunkLink::none;
}

void TreeBuilder::on_comma(uint32_t at) {
  while (stack_.size() > base()) {
    const ClauseDraft& clause = top();
    const bool relative = clause.kind == ClauseKind::relative;
    const bool before_main = clause.kind == ClauseKind::adverbial && clause.predicate != kNone &&
                             clause.parent != kNone && !has_predicate(clause.parent);
    if (!relative && !before_main) return;
    if (relative && clause.predicate == kNone) return;
    if (!relative && !begins_main(at + 1)) return;
    if (at + 1 < chunks_.size()) {
      const Chunk& next = chunks_[at + 1];
      const bool listed = next.link == ChunkLink::coordinated && next.linked != kNone &&
                          chunks_[next.linked].clause == stack_.back();
      if (listed) return;
    }
    stack_.pop_back();
    if (relative) return;  // one comma closes one clause
  }
}

void TreeBuilder::on_stop(uint32_t at) {
  stack_.resize(std::max<size_t>(1, std::min<size_t>(stack_.size(), base() + !marks_.empty())));
  if (at + 1 < chunks_.size() && has_predicate(stack_.back())) {
    const uint32_t made = sister(at + 1);
    clauses_[made].sister = kNone;
  }
}

void TreeBuilder::on_colon(uint32_t at) {
  if (at == 0 || at + 1 >= chunks_.size()) return;
  push(ClauseKind::content, at);
}

bool TreeBuilder::holds_verb(uint32_t open, ChunkKind close) const {
  for (uint32_t at = open + 1; at < chunks_.size() && chunks_[at].kind != close; ++at) {
    if (chunks_[at].kind == ChunkKind::verb) return true;
  }
  return false;
}

void TreeBuilder::on_open(uint32_t at) {
  const bool quote = chunks_[at].kind == ChunkKind::open_quote;
  marks_.push_back(static_cast<uint32_t>(stack_.size()));
  if (quote) ++quotes_;
  const bool verb = holds_verb(at, quote ? ChunkKind::close_quote : ChunkKind::close_bracket);
  if (!verb) return;
  if (!quote) {
    push(ClauseKind::adverbial, at);
    return;
  }
  const uint32_t before = previous_significant(at);
  const bool just_opened =
      top().opener != kNone && before == top().opener && top().kind == ClauseKind::content;
  if (just_opened) {
    top().quoted = true;
  } else if (top().predicate != kNone) {
    push(ClauseKind::content, at);
  }
}

void TreeBuilder::on_close(uint32_t at) {
  if (marks_.empty()) return;
  if (chunks_[at].kind == ChunkKind::close_quote && quotes_ > 0) --quotes_;
  stack_.resize(std::max<size_t>(1, std::min<size_t>(stack_.size(), marks_.back())));
  marks_.pop_back();
}

// Whether a conjoined verb goes on with the outer clause: it has that one's tense, not the inner's.
bool TreeBuilder::tense_of_outer(uint32_t at) const {
  const ClauseDraft& inner = clauses_[stack_.back()];
  if (inner.predicate == kNone || inner.parent == kNone) return false;
  const uint32_t outer = clauses_[inner.parent].predicate;
  if (outer == kNone) return false;
  const Tense tense = text_.analysis(chunks_[at].head).tense;
  return text_.analysis(chunks_[outer].head).tense == tense &&
         text_.analysis(chunks_[inner.predicate].head).tense != tense;
}

void TreeBuilder::conjoined_verb(uint32_t at) {
  if (is_speech(at) && nested_in_content()) {
    pop_speech();
  } else if (chunks_[at].after_comma) {
    pop_relatives();
    if (stack_.size() > base() && tense_of_outer(at)) pop_speech();
  } else if (top().kind == ClauseKind::relative && tense_of_outer(at) && stack_.size() > base()) {
    stack_.pop_back();
  }
  if (has_predicate(stack_.back())) sister(at);
  top().predicate = at;
}

// A verb with no conjunction in a clause that has its predicate.
void TreeBuilder::bare_verb(uint32_t at) {
  while (stack_.size() > base() && top().predicate != kNone && top().parent != kNone &&
         !has_predicate(top().parent)) {
    stack_.pop_back();  // the relative or adverbial clause is over: the outer one's verb
  }
  if (!has_predicate(stack_.back())) {
    top().predicate = at;
    return;
  }
  const uint32_t before = previous_significant(at);
  const bool noun = before != kNone && chunks_[before].kind == ChunkKind::noun;
  // A verb straight after an indefinite noun describes it; one with a pronoun for it too.
  const bool resumes = text_.analysis(chunks_[at].head).enclitic.person == 3;
  if (noun && (!chunks_[before].definite || resumes) && !chunks_[at].after_comma) {
    push(ClauseKind::relative, kNone);
    top().antecedent = before;
  } else if (chunks_[at].after_comma) {
    pop_relatives();
    if (is_speech(at)) pop_speech();
    if (has_predicate(stack_.back())) sister(at);
  } else if (before != kNone && before == top().predicate) {
    push(ClauseKind::content, kNone);
  } else {
    push(ClauseKind::adverbial, kNone);
    top().participle = true;  // a state of the outer subject
  }
  top().first = top().last = at;
  top().predicate = at;
}

// Straight after an indefinite noun that is no participant: it will be a visit | that he makes.
bool TreeBuilder::describes_noun(uint32_t at) const {
  const uint32_t before = previous_significant(at);
  return before != kNone && chunks_[before].kind == ChunkKind::noun && !chunks_[before].definite &&
         chunks_[before].mention == kNone && chunks_[before].clause == stack_.back();
}

void TreeBuilder::on_verb(uint32_t at) {
  ClauseDraft& clause = top();
  const bool only_participle = clause.predicate != kNone && !clause.participle &&
                               chunks_[clause.predicate].kind == ChunkKind::participle;
  if (clause.predicate == kNone || (only_participle && !chunks_[at].conjoined)) {
    clause.predicate = at;
    return;
  }
  const bool auxiliary = (verb_facts(clause.predicate) & kAuxiliary) != 0;
  if (auxiliary && clause.auxiliary == kNone && !chunks_[at].conjoined && !describes_noun(at)) {
    clause.auxiliary = clause.predicate;
    clause.predicate = at;
  } else if (chunks_[at].conjoined) {
    conjoined_verb(at);
  } else {
    bare_verb(at);
  }
}

void TreeBuilder::on_participle(uint32_t at) {
  const bool leaves = (chunks_[at].after_comma || chunks_[at].conjoined) && is_verbal_deed(at);
  if (leaves && nested_in_content()) pop_speech();
  if (leaves) pop_relatives();
  if (!has_predicate(stack_.back()) && !leaves) {
    top().predicate = at;  // "X is ready to": replaced where a verb follows
    return;
  }
  push(ClauseKind::adverbial, at);
  top().participle = true;
  top().predicate = at;
}

void TreeBuilder::read(uint32_t at) {
  switch (chunks_[at].kind) {
    case ChunkKind::verb:
      on_verb(at);
      break;
    case ChunkKind::participle:
      on_participle(at);
      break;
    case ChunkKind::complementizer:
      on_complementizer(at);
      break;
    case ChunkKind::relative:
      on_relative(at);
      break;
    case ChunkKind::subordinator:
      on_subordinator(at);
      break;
    case ChunkKind::comma:
      on_comma(at);
      break;
    case ChunkKind::stop:
      on_stop(at);
      break;
    case ChunkKind::colon:
      on_colon(at);
      break;
    case ChunkKind::open_quote:
    case ChunkKind::open_bracket:
      on_open(at);
      break;
    case ChunkKind::close_quote:
    case ChunkKind::close_bracket:
      on_close(at);
      break;
    default:
      break;
  }
  chunks_[at].clause = stack_.back();
}

void TreeBuilder::run() {
  clauses_.clear();
  push(ClauseKind::main, kNone);
  for (uint32_t at = 0; at < chunks_.size(); ++at) {
    read(at);
    for (uint32_t clause = chunks_[at].clause; clause != kNone; clause = clauses_[clause].parent) {
      clauses_[clause].last = std::max(clauses_[clause].last, at);
    }
  }
  for (ClauseDraft& clause : clauses_) {
    if (clause.kind == ClauseKind::main && clause.predicate == kNone) {
      clause.kind = ClauseKind::nominal;
    }
  }
}

}  // namespace

void build_clauses(const Document& document, const EventIndex& index, std::vector<Chunk>& chunks,
                   std::vector<ClauseDraft>& out) {
  TreeBuilder(document, index, chunks, out).run();
}

}  // namespace rasid
