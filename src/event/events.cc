// SPDX-License-Identifier: Apache-2.0
#include "event/events.h"

#include "event/context.h"
#include "event/implied.h"

namespace rasid {
namespace {

// The clauses of one sentence, from drafts (chunks) to the document's (tokens).
void keep_clauses(Document& document, const SentenceParse& parse) {
  const uint32_t base = static_cast<uint32_t>(document.clauses.size());
  const std::vector<Chunk>& chunks = parse.chunks;
  std::vector<uint32_t> mentions;
  for (const ClauseDraft& draft : parse.clauses) {
    Clause clause;
    clause.sentence = parse.sentence;
    clause.kind = draft.kind;
    clause.quoted = draft.quoted;
    clause.begin = chunks[draft.first].begin;
    clause.end = chunks[draft.last].end;
    if (draft.parent != kNone) clause.parent = base + draft.parent;
    if (draft.predicate != kNone) clause.predicate = chunks[draft.predicate].head;
    if (draft.opener != kNone) clause.opener = chunks[draft.opener].head;
    clause.first_subject = static_cast<uint32_t>(document.clause_subjects.size());
    mentions.clear();
    const bool own =
        draft.subject != kNone && chunks[draft.subject].mention == draft.subject_mention;
    if (own) {
      mentions_under(parse, draft.subject, true, mentions);
    } else if (draft.subject_mention != kNone) {
      mentions.push_back(draft.subject_mention);
    }
    for (const uint32_t mention : mentions) document.clause_subjects.push_back(mention);
    clause.subjects = static_cast<uint16_t>(mentions.size());
    if (!mentions.empty()) clause.subject = mentions[0];
    document.clauses.push_back(clause);
  }
}

void keep_events(Document& document, DraftList& drafts) {
  std::vector<uint32_t> number(drafts.size(), kNone);
  uint32_t kept = 0;
  for (uint32_t at = 0; at < drafts.size(); ++at) {
    if (!drafts[at].dropped) number[at] = kept++;
  }
  for (uint32_t at = 0; at < drafts.size(); ++at) {
    EventDraft& draft = drafts[at];
    if (draft.dropped) continue;
    Event event = draft.event;
    event.first_role = static_cast<uint32_t>(document.roles.size());
    event.roles = static_cast<uint32_t>(draft.roles.size());
    document.roles.insert(document.roles.end(), draft.roles.begin(), draft.roles.end());
    if (event.governor != kNone) event.governor = number[event.governor];
    if (event.governor == kNone) event.governed_as = {};
    document.events.push_back(event);
  }
}

}  // namespace

void find_events(Document& document, const EventIndex& index, EventScratch& scratch) {
  document.clauses.clear(), document.clause_subjects.clear();
  document.events.clear(), document.roles.clear();
  const Text& text = document.text;
  if (text.first_match.size() <= text.tokens.size()) return;  // morph/ has not run
  scratch.drafts.clear();
  scratch.maps.reset(document, index);
  SentenceParse& parse = scratch.parse;
  for (uint32_t number = 0; number < text.sentences.size(); ++number) {
    const Sentence& sentence = text.sentences[number];
    if (sentence.begin >= sentence.end || !holds_head(scratch.maps, sentence)) continue;
    parse.sentence = number;
    cut_chunks(document, index, scratch.maps, number, parse.chunks);
    if (parse.chunks.empty()) continue;
    build_clauses(document, index, parse.chunks, parse.clauses);
    find_subjects(document, index, scratch.maps, parse.chunks, parse.clauses);
    find_heads(document, index, scratch.maps, parse);
    const uint32_t first = scratch.drafts.size();
    const uint32_t base = static_cast<uint32_t>(document.clauses.size());
    if (!parse.heads.empty()) {  // else it is a sentence of speech only
      find_classes(text, index, scratch.maps, parse);
      match_frames(document, index, parse, scratch.frames, scratch.drafts);
    }
    keep_clauses(document, parse);
    for (uint32_t at = first; at < scratch.drafts.size(); ++at) {
      scratch.drafts[at].event.clause += base;
    }
  }
  imply_crowds(document, scratch.drafts);
  lend_sides(document, scratch.drafts);
  group_drafts(document, scratch.drafts);
  keep_events(document, scratch.drafts);
}

}  // namespace rasid
