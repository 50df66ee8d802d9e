// SPDX-License-Identifier: Apache-2.0
// Stable text of chunks, clauses and events.
#include "event/events.h"

namespace rasid {
namespace {

std::string words(const Document& document, uint32_t begin, uint32_t end) {
  if (begin >= end || end > document.text.tokens.size()) return {};
  const Span span{document.text.tokens[begin].span.begin, document.text.tokens[end - 1].span.end};
  return std::string(slice(document.article.text, span));
}

void append_participants(const Document& document, const Mention& mention, std::string& out) {
  for (uint32_t i = 0; i < mention.participants; ++i) {
    const Participant& one =
        document.participants[document.stands_for[mention.first_participant + i]];
    out += i == 0 ? " " : "+";
    out += one.code.empty() ? std::string_view("XXX") : one.code.view();
    if (!one.sector.empty()) out += ":" + std::string(one.sector.view());
  }
}

void append_roles(const Document& document, const Event& event, std::string& out) {
  for (uint32_t i = 0; i < event.roles; ++i) {
    const Role& role = document.roles[event.first_role + i];
    out += "\n  " + std::string(name_of(role.kind)) + " = " +
           std::string(slice(document.article.text, role.span));
    if (role.mention != kNone) {
      append_participants(document, document.mentions[role.mention], out);
    }
    out += " (" + std::string(role.rule) + ")";
  }
}

std::string of_event(const Document& document, const Lexicon& lexicon, const Event& event) {
  std::string out = std::string(event.category);
  if (!event.mode.empty()) out += "." + std::string(event.mode);
  out += " [" + std::string(slice(document.article.text, event.trigger)) + "]";
  if (event.frame != kNone) out += " " + std::string(lexicon.entry(event.frame).id());
  out += " e" + std::to_string(event.group + 1);
  append_roles(document, event, out);
  if (event.place != kNone) {
    const Span span = document.mentions[event.place].span;
    out += "\n  place = " + std::string(slice(document.article.text, span));
  }
  if (event.moment != kNone) {
    const Moment& moment = document.moments[event.moment];
    out += "\n  date = " + moment.start.iso();
    if (moment.finish.known()) out += "/" + moment.finish.iso();
  }
  if (!event.magnitude.empty()) {
    out += "\n  magnitude = " + std::string(slice(document.article.text, event.magnitude));
  }
  if (event.governor != kNone) {
    out += "\n  " + std::string(event.governed_as) + " of " + std::to_string(event.governor + 1);
  }
  return out + "\n";
}

std::string of_clause(const Document& document, const Clause& clause) {
  std::string out = std::string(name_of(clause.kind));
  if (clause.quoted) out += " quoted";
  if (clause.predicate != kNone) {
    out += " [" + words(document, clause.predicate, clause.predicate + 1) + "]";
  }
  for (uint32_t i = 0; i < clause.subjects; ++i) {
    const Mention& mention = document.mentions[document.clause_subjects[clause.first_subject + i]];
    out += " <" + std::string(slice(document.article.text, mention.span)) + ">";
    if (mention.span.empty()) append_participants(document, mention, out);
  }
  return out + ": " + words(document, clause.begin, clause.end) + "\n";
}

}  // namespace

std::string_view name_of(ChunkKind kind) {
  static constexpr std::string_view kNames[] = {
      "noun",        "verb",        "participle",     "time",          "adjective",
      "adverb",      "preposition", "complementizer", "relative",      "subordinator",
      "conjunction", "particle",    "comma",          "stop",          "colon",
      "open_quote",  "close_quote", "open_bracket",   "close_bracket", "other"};
  return kNames[static_cast<size_t>(kind)];
}

std::string dump_chunks(const Document& document, const EventIndex& index,
                        const std::vector<Chunk>& chunks) {
  std::string out;
  for (uint32_t at = 0; at < chunks.size(); ++at) {
    const Chunk& chunk = chunks[at];
    out += std::to_string(at) + " " + std::string(name_of(chunk.kind)) + " [" +
           words(document, chunk.begin, chunk.end) + "]";
    if (chunk.preposition != 0) out += " " + std::string(index.preposition_name(chunk.preposition));
    if (chunk.mention != kNone) out += " mention";
    if (chunk.suffix != kNone) out += " suffix";
    if (chunk.conjoined) out += " and";
    if (chunk.link == ChunkLink::genitive) out += " genitive";
    if (chunk.link == ChunkLink::coordinated) out += " coordinated";
    if (chunk.link == ChunkLink::apposition) out += " apposition";
    if (chunk.linked != kNone) out += " " + std::to_string(chunk.linked);
    if (chunk.clause != kNone) out += " c" + std::to_string(chunk.clause);
    out += "\n";
  }
  return out;
}

std::string dump_clauses(const Document& document, const std::vector<Chunk>& chunks,
                         const std::vector<ClauseDraft>& clauses) {
  std::string out;
  const auto piece = [&](uint32_t chunk) {
    return chunk == kNone ? std::string("-")
                          : words(document, chunks[chunk].begin, chunks[chunk].end);
  };
  for (uint32_t at = 0; at < clauses.size(); ++at) {
    const ClauseDraft& clause = clauses[at];
    out += "c" + std::to_string(at) + " " + std::string(name_of(clause.kind));
    if (clause.parent != kNone) out += " in c" + std::to_string(clause.parent);
    if (clause.quoted) out += " quoted";
    if (clause.passive) out += " passive";
    out += " verb [" + piece(clause.predicate) + "] subject [" + piece(clause.subject) + "]";
    if (clause.subject == kNone && clause.subject_mention != kNone) out += " implied";
    if (clause.object != kNone) out += " object [" + piece(clause.object) + "]";
    if (clause.object2 != kNone) out += " object2 [" + piece(clause.object2) + "]";
    out += "\n";
  }
  return out;
}

std::string dump_events(const Document& document, const Lexicon& lexicon) {
  std::string out;
  for (const Clause& clause : document.clauses) out += of_clause(document, clause);
  for (const Event& event : document.events) out += of_event(document, lexicon, event);
  return out;
}

}  // namespace rasid
