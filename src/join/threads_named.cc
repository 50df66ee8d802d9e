// SPDX-License-Identifier: Apache-2.0
#include "join/threads_named.h"

#include <algorithm>

#include "base/hash.h"
#include "join/report.h"
#include "lexicon/lexicon.h"
#include "model/document.h"

namespace rasid {
namespace {

constexpr std::string_view kThreadClass = "class.thread.";
constexpr uint32_t kMostDescriptions = 3;

uint8_t question_of(std::string_view entry) {
  if (entry == "class.open.date") return kDateOpen;
  if (entry == "class.open.place") return kPlaceOpen;
  if (entry == "class.open.attendance") return kAttendanceOpen;
  if (entry == "class.open.agenda") return kAgendaOpen;
  return 0;
}

bool is_process(std::string_view kind) { return kind != "file" && kind != "war"; }

}  // namespace

ThreadFinder::ThreadFinder(const Document& document, const Lexicon& lexicon)
    : document_(document), lexicon_(lexicon) {
  if (document.records.empty()) return;
  find_known();
  for (uint32_t token = 0; token < document.text.tokens.size(); ++token) find_formed(token);
  std::sort(names_.begin(), names_.end(), [](const ThreadName& a, const ThreadName& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.key < b.key;
  });
}

void ThreadFinder::find_known() {
  for (const Match& match : document_.text.matches) {
    const Entry entry = lexicon_.entry(match.entry);
    if (entry.type() == Type::nominal && is_process(entry.value(Key::kind))) {
      names_.push_back(
          {hash64(entry.id()), std::string(entry.value(Key::phrase)), match.begin, match.end});
    } else if (entry.type() == Type::word_class) {
      const uint8_t bit = question_of(entry.id());
      if (bit != 0) questions_.emplace_back(match.begin, bit);
    }
  }
}

std::string_view ThreadFinder::class_of(uint32_t token) const {
  const LemmaId lemma = document_.text.analysis(token).lemma;
  if (lemma == kNone) return {};
  for (const Term& term : lexicon_.terms_of(lemma)) {
    const Entry entry = lexicon_.entry(term.entry);
    if (entry.type() == Type::word_class && entry.id().starts_with(kThreadClass)) return entry.id();
  }
  return {};
}

// A state told by its adjective, or a place that owns the noun before it.
uint64_t ThreadFinder::described_by(uint32_t token, bool definite) const {
  const Text& text = document_.text;
  const Analysis& analysis = text.analysis(token);
  const bool article = (analysis.proclitics & kAl) != 0;
  if (analysis.proclitics & ~kAl) return 0;
  if (analysis.lemma != kNone && article == definite) {
    for (const Term& term : lexicon_.terms_of(analysis.lemma)) {
      const Type type = lexicon_.entry(term.entry).type();
      if (term.key == Key::adjective && (type == Type::state || type == Type::place))
        return hash64(lexicon_.entry(term.entry).id());
    }
  }
  if (definite || token + 1 >= text.first_match.size()) return 0;
  for (uint32_t m = text.first_match[token]; m < text.first_match[token + 1]; ++m) {
    const Entry entry = lexicon_.entry(text.matches[m].entry);
    if (entry.type() == Type::place || entry.type() == Type::state) return hash64(entry.id());
  }
  return 0;
}

void ThreadFinder::find_formed(uint32_t token) {
  const std::string_view thread_class = class_of(token);
  if (thread_class.empty()) return;
  const Text& text = document_.text;
  const bool definite = (text.analysis(token).proclitics & kAl) != 0;
  std::vector<uint64_t> descriptions;
  uint32_t end = token + 1;
  for (uint32_t at = token + 1; at < text.tokens.size() && at <= token + kMostDescriptions; ++at) {
    if (text.tokens[at].kind == TokenKind::punctuation && text.tokens[at].mark == Mark::dash)
      continue;
    if (text.tokens[at].kind != TokenKind::word) break;
    const uint64_t description = described_by(at, definite);
    if (description != 0) {
      descriptions.push_back(description);
      end = at + 1;
    } else if (text.analysis(at).pos != Pos::adjective) {
      break;  // an adjective may stand between: the strategic Egyptian dialogue
    }
  }
  if (descriptions.empty()) return;
  std::sort(descriptions.begin(), descriptions.end());
  uint64_t key = hash64(thread_class);
  for (const uint64_t one : descriptions) key = mix64(key ^ one);
  std::string name(lexicon_.lemma(text.analysis(token).lemma).text);
  const Span rest{text.tokens[token + 1].span.begin, text.tokens[end - 1].span.end};
  name = (definite ? std::string(slice(document_.article.text, text.tokens[token].span)) : name) +
         " " + std::string(slice(document_.article.text, rest));
  names_.push_back({key, std::move(name), token, end});
}

std::vector<ThreadName> ThreadFinder::named(uint32_t begin, uint32_t end) const {
  std::vector<ThreadName> out;
  for (const ThreadName& name : names_) {
    if (name.begin < begin || name.begin >= end) continue;
    const bool known = std::any_of(out.begin(), out.end(),
                                   [&](const ThreadName& other) { return other.key == name.key; });
    if (!known) out.push_back(name);
  }
  return out;
}

uint8_t ThreadFinder::questions(uint32_t begin, uint32_t end) const {
  uint8_t bits = 0;
  for (const auto& [token, bit] : questions_) {
    if (token >= begin && token < end) bits |= bit;
  }
  return bits;
}

}  // namespace rasid
