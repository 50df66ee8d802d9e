// SPDX-License-Identifier: Apache-2.0
#include "model/document.h"

#include <algorithm>
#include <cstdio>

namespace rasid {

std::string_view name_of(Part part) {
  static constexpr std::string_view kNames[] = {"section", "kicker",    "headline",   "standfirst",
                                                "byline",  "dateline",  "subheading", "paragraph",
                                                "caption", "list_item", "furniture"};
  return kNames[static_cast<size_t>(part)];
}

std::string_view name_of(Pos pos) {
  static constexpr std::string_view kNames[] = {"unknown",
                                                "noun",
                                                "masdar",
                                                "adjective",
                                                "active_participle",
                                                "passive_participle",
                                                "proper",
                                                "verb",
                                                "pronoun",
                                                "demonstrative",
                                                "relative",
                                                "preposition",
                                                "conjunction",
                                                "particle",
                                                "adverb",
                                                "number",
                                                "punctuation"};
  return kNames[static_cast<size_t>(pos)];
}

std::string_view name_of(MentionKind kind) {
  static constexpr std::string_view kNames[] = {"name", "title", "pronoun", "description",
                                                "elided"};
  return kNames[static_cast<size_t>(kind)];
}

std::string_view name_of(Precision precision) {
  static constexpr std::string_view kNames[] = {"",      "hour",   "day",  "week",
                                                "month", "season", "year", "range"};
  return kNames[static_cast<size_t>(precision)];
}

std::string_view name_of(Basis basis) {
  static constexpr std::string_view kNames[] = {"", "explicit", "relative", "inferred"};
  return kNames[static_cast<size_t>(basis)];
}

std::string_view name_of(ClauseKind kind) {
  static constexpr std::string_view kNames[] = {"main", "content", "relative", "adverbial",
                                                "nominal"};
  return kNames[static_cast<size_t>(kind)];
}

std::string_view name_of(RoleKind kind) {
  static constexpr std::string_view kNames[] = {"actor", "recipient", "place",
                                                "topic", "content",   "third_party"};
  return kNames[static_cast<size_t>(kind)];
}

std::string_view name_of(Status status) {
  static constexpr std::string_view kNames[] = {"held", "planned", "possible", "negated"};
  return kNames[static_cast<size_t>(status)];
}

std::string_view name_of(Negation negation) {
  static constexpr std::string_view kNames[] = {"", "not_happened", "will_not", "cancelled",
                                                "denied"};
  return kNames[static_cast<size_t>(negation)];
}

Code Code::from(std::string_view text) {
  Code code;
  std::copy_n(text.begin(), std::min<size_t>(text.size(), 3), code.letters.begin());
  return code;
}

std::string PartialDate::iso() const {
  char out[32] = "";
  if (year != 0 && month != 0 && day != 0) {
    std::snprintf(out, sizeof out, "%04d-%02d-%02d", year, month, day);
  } else if (year != 0 && month != 0) {
    std::snprintf(out, sizeof out, "%04d-%02d", year, month);
  } else if (year != 0) {
    std::snprintf(out, sizeof out, "%04d", year);
  }
  return out;
}

void Article::clear() {
  id.clear(), url.clear(), outlet.clear(), text.clear(), published_basis.clear();
  published.reset();
  blocks.clear(), source.clear();
  repairs = {};
  first_code_point = 0;
}

std::vector<Span> spans_of(const Article& article, Part part) {
  std::vector<Span> out;
  for (const Block& block : article.blocks) {
    if (block.part == part) out.push_back(block.span);
  }
  return out;
}

void Text::clear() {
  // The analyses stay: only of_token says which are this text's, and making their places anew for
  // each article would cost more than filling them.
  normals.clear(), tokens.clear(), sentences.clear(), of_token.clear(), chosen.clear(),
      matches.clear(), first_match.clear();
}

void Document::clear() {
  article.clear();
  clear_findings();
}

void Document::clear_findings() {
  text.clear();
  participants.clear(), mentions.clear(), stands_for.clear(), moments.clear(), clauses.clear(),
      clause_subjects.clear(), events.clear(), roles.clear(), claims.clear(), speakers.clear(),
      records.clear();
}

}  // namespace rasid
