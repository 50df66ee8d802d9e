// SPDX-License-Identifier: Apache-2.0
#include "entity/mentions.h"

#include "entity/coreference.h"
#include "entity/parse.h"
#include "entity/resolve.h"

namespace rasid {

void find_mentions(Document& document, const EntityIndex& index, EntityScratch& scratch) {
  document.participants.clear(), document.mentions.clear(), document.stands_for.clear();
  scratch.clear();
  const size_t tokens = document.text.tokens.size();
  if (document.text.of_token.size() < tokens || document.text.first_match.size() <= tokens) return;
  Parser(document, index, scratch).run();
  Resolver(document, index, scratch).run();
  Coreference(document, index, scratch).run();
}

std::string participant_text(const Document& document, uint32_t participant) {
  if (participant >= document.participants.size()) return "?";
  const Participant& who = document.participants[participant];
  std::string out(who.code.view());
  if (!who.sector.empty()) out += ":" + std::string(who.sector.view());
  const std::string name =
      who.name_text.empty() ? std::string(slice(document.article.text, who.name)) : who.name_text;
  if (!name.empty()) out += "/" + name;
  return out;
}

std::string dump_mentions(const Document& document, const Lexicon& lexicon) {
  std::string out;
  for (const Mention& mention : document.mentions) {
    const Span words = mention.kind == MentionKind::elided ? document.text.tokens[mention.head].span
                                                           : mention.span;
    out += std::string(slice(document.article.text, words)) + " | ";
    out += name_of(mention.kind);
    if (mention.pronoun_suffix) out += " suffix";
    out += " | ";
    for (uint32_t i = 0; i < mention.participants; ++i) {
      if (i > 0) out += ", ";
      out += participant_text(document, document.stands_for[mention.first_participant + i]);
    }
    if (mention.place != kNone && mention.place < lexicon.entry_count()) {
      out += " | place " + std::string(lexicon.entry(mention.place).id());
    }
    if (mention.place_only) out += " only";
    if (mention.adjective) out += " | adjective";
    out += " | " + std::string(mention.rule) + "\n";
  }
  return out;
}

}  // namespace rasid
