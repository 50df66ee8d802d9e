// SPDX-License-Identifier: Apache-2.0
#include "pipeline/check_examples.h"

#include <algorithm>

#include "base/letters.h"
#include "page/read.h"

namespace rasid {
namespace {

// One example's sentence, coded, and the questions that its lines ask of it.
class Case {
 public:
  Case(Coder& coder, const Example& example)
      : example_(example), lexicon_(coder.engine().lexicon()), document_(coder.document()) {
    entry_ = lexicon_.entry_named(example.entry);
    code(coder);
  }
  bool fires() const;
  // The first role line that does not hold, said in words; empty where all hold.
  std::string unmet() const;

 private:
  void code(Coder& coder);
  bool fires_in_words(Span within) const;
  bool fires_as_particle() const;
  bool fires_in_mention() const;
  bool fires_in_moment() const;
  bool fires_in_event() const;
  bool of_this_entry(const Event& event) const;
  bool holds(std::string_view role, std::string_view words) const;
  bool participant_has(std::string_view role, std::string_view words) const;
  bool record_has(const Record& record, std::string_view role, std::string_view words) const;
  bool words_overlap(const std::vector<RecordActor>& actors, std::string_view words) const;
  bool overlaps(const Excerpt& excerpt, std::string_view words) const;

  const Example& example_;
  const Lexicon& lexicon_;
  const Document& document_;
  EntryId entry_ = kNone;
};

void Case::code(Coder& coder) {
  PageInput input;
  input.bytes = example_.sentence;
  input.id = "example";
  input.name = example_.file;
  input.format = PageFormat::text;
  input.outlet = example_.role("outlet");
  if (const auto on = Date::from(example_.role("on"))) input.date = on, input.date_basis = "option";
  Result<Article> article = coder.engine().read(input);
  coder.document().article = article ? std::move(*article) : Article{};
  coder.run();
}

Span span_of(const Text& text, uint32_t begin, uint32_t end) {
  return {text.tokens[begin].span.begin, text.tokens[end - 1].span.end};
}

// A word or phrase of the entry stands in these bytes.
bool Case::fires_in_words(Span within) const {
  const Text& text = document_.text;
  for (const Match& match : text.matches) {
    if (match.entry == entry_ && within.overlaps(span_of(text, match.begin, match.end)))
      return true;
  }
  for (uint32_t token = 0; token < text.tokens.size(); ++token) {
    const LemmaId lemma = text.analysis(token).lemma;
    if (lemma == kNone || !within.overlaps(text.tokens[token].span)) continue;
    if (lexicon_.lemma(lemma).entry == entry_) return true;
    for (const Term& term : lexicon_.terms_of(lemma)) {
      if (term.entry == entry_) return true;
    }
  }
  return false;
}

// The clitic that a one-letter particle is written as; 0 for other words.
uint16_t clitic_of(std::string_view normal) {
  static constexpr std::pair<char, uint16_t> kClitics[] = {
      {'w', kWa},       {'f', kFa}, {'b', kBi},           {'k', kKa},
      {'l', kLi | kLa}, {'s', kSa}, {'A', kHamzaQuestion}};
  for (const auto& [letter, bit] : kClitics) {
    if (normal.size() == 1 && normal[0] == letter) return bit;
  }
  return 0;
}

// Some token is the particle's first word, without its clitics, or bears it as a clitic.
bool Case::fires_as_particle() const {
  const Text& text = document_.text;
  for (const std::string_view word : lexicon_.entry(entry_).values(Key::word)) {
    const std::string normal = fold(word.substr(0, word.find(' '))).normal;
    for (uint32_t token = 0; token < text.tokens.size(); ++token) {
      const Analysis& analysis = text.analysis(token);
      const std::string_view whole = text.normal(token);
      const std::string_view stem =
          whole.substr(analysis.stem_begin, analysis.stem_end - analysis.stem_begin);
      if (stem == normal || whole == normal || (analysis.proclitics & clitic_of(normal)) != 0)
        return true;
    }
  }
  return false;
}

bool Case::fires_in_mention() const {
  for (const Participant& participant : document_.participants) {
    if (participant.entry == entry_ || participant.office == entry_) return true;
  }
  for (const Mention& mention : document_.mentions) {
    if (mention.entry == entry_ || mention.place == entry_) return true;
    // A yes may stand within a longer mention; a no may too, where another entry made that mention.
    const bool denied = example_.kind == ExampleKind::no || example_.role("fires") == "no";
    if (!denied && fires_in_words(mention.span)) return true;
  }
  return false;
}

bool Case::fires_in_moment() const {
  return std::any_of(document_.moments.begin(), document_.moments.end(), [&](const Moment& moment) {
    return moment.entry == entry_ || fires_in_words(moment.span);
  });
}

bool Case::fires_in_event() const {
  for (const Event& event : document_.events) {
    if (event.frame == entry_ || fires_in_words(event.trigger)) return true;
    if (event.verb < document_.text.tokens.size() &&
        fires_in_words(document_.text.tokens[event.verb].span))
      return true;
  }
  return false;
}

std::string joined(std::string_view first, std::string_view separator, std::string_view second) {
  std::string out(first);
  if (!second.empty()) out.append(separator).append(second);
  return out;
}

// An entry fires where the stage that owns its type used it: a frame made an event, a cue gave a
// claim its status, a name or title stands in a mention, a time word in a moment, furniture marked
// a block, a category is a record's. Other entries (words, classes, contexts) only tell what a word
// is: they fire where the analysis chose that word.
bool Case::fires() const {
  switch (lexicon_.entry(entry_).type()) {
    case Type::frame:
      return std::any_of(document_.events.begin(), document_.events.end(),
                         [&](const Event& event) { return event.frame == entry_; });
    case Type::light:
      return fires_in_event();
    case Type::cue:
    case Type::speech:
      return std::any_of(document_.claims.begin(), document_.claims.end(), [&](const Claim& claim) {
        return claim.cue_entry == entry_ || claim.speech_entry == entry_;
      });
    case Type::state:
    case Type::place:
    case Type::organization:
    case Type::person:
    case Type::office:
    case Type::title:
    case Type::agent:
    case Type::epithet:
    case Type::anaphor:
      return fires_in_mention();
    case Type::month:
    case Type::weekday:
    case Type::time_unit:
    case Type::time_word:
      return fires_in_moment();
    case Type::page_word:
      return std::any_of(document_.article.blocks.begin(), document_.article.blocks.end(),
                         [&](const Block& block) { return block.entry == entry_; });
    case Type::particle:
      return fires_as_particle();
    case Type::category:
      return std::any_of(
          document_.records.begin(), document_.records.end(), [&](const Record& record) {
            return joined(record.event, ".", record.mode) == lexicon_.entry(entry_).id();
          });
    default:
      return fires_in_words({0, static_cast<uint32_t>(document_.article.text.size())});
  }
}

bool Case::overlaps(const Excerpt& excerpt, std::string_view words) const {
  const size_t at = document_.article.text.find(words);
  if (at == std::string::npos) return false;
  return excerpt.bytes.overlaps(
      {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())});
}

bool Case::words_overlap(const std::vector<RecordActor>& actors, std::string_view words) const {
  return std::any_of(actors.begin(), actors.end(), [&](const RecordActor& actor) {
    return overlaps(actor.words, words) || actor.name == words;
  });
}

bool Case::record_has(const Record& record, std::string_view role, std::string_view words) const {
  if (role == "actor") return words_overlap(record.actor, words);
  if (role == "recipient") return words_overlap(record.recipient, words);
  if (role == "said_by") return words_overlap(record.said_by, words);
  if (role == "place") return record.place && overlaps(record.place->words, words);
  if (role == "via") return record.via && overlaps(*record.via, words);
  if (role == "trigger") return overlaps(record.trigger, words);
  if (role == "status") return record.status == words;
  if (role == "negation") return record.negation == words;
  if (role == "event") return joined(record.event, ".", record.mode) == words;
  if (role == "date") return joined(record.date, "/", record.enddate) == words;
  if (role == "basis") return record.date_basis == words;
  if (role == "precision") return record.date_precision == words;
  if (role == "topic" || role == "content") {
    return std::any_of(record.topics.begin(), record.topics.end(),
                       [&](const RecordTopic& topic) { return overlaps(topic.words, words); });
  }
  return false;
}

bool Case::participant_has(std::string_view role, std::string_view words) const {
  for (const Participant& who : document_.participants) {
    const std::string_view name =
        who.name_text.empty() ? slice(document_.article.text, who.name) : who.name_text;
    if (role == "code" &&
        (joined(who.code.view(), ":", who.sector.view()) == words || who.code.view() == words))
      return true;
    if (role == "sector" && who.sector.view() == words) return true;
    if (role == "name" &&
        (name == words || (!name.empty() && words.find(name) != std::string_view::npos)))
      return true;
    if (role == "office" && who.office != kNone && lexicon_.entry(who.office).id() == words)
      return true;
    if (role == "id" && who.entry != kNone && lexicon_.entry(who.entry).id() == words) return true;
  }
  return false;
}

bool Case::of_this_entry(const Event& event) const {
  return lexicon_.entry(entry_).type() != Type::frame || event.frame == entry_;
}

bool Case::holds(std::string_view role, std::string_view words) const {
  if (role == "on" || role == "outlet" || role == "fires") return true;  // given, not asked
  if (role == "part") {
    return std::any_of(
        document_.article.blocks.begin(), document_.article.blocks.end(), [&](const Block& block) {
          return name_of(block.part) == words && (block.entry == entry_ || block.entry == kNone);
        });
  }
  if (participant_has(role, words)) return true;
  for (const Moment& moment : document_.moments) {
    if (role == "date" && joined(moment.start.iso(), "/", moment.finish.iso()) == words)
      return true;
    if (role == "basis" && name_of(moment.basis) == words) return true;
    if (role == "precision" && name_of(moment.precision) == words) return true;
  }
  for (size_t i = 0; i < document_.records.size(); ++i) {
    if (of_this_entry(document_.events[i]) && record_has(document_.records[i], role, words))
      return true;
  }
  return false;
}

std::string Case::unmet() const {
  for (const auto& [role, words] : example_.roles) {
    if (!holds(role, words)) {
      std::string out = role;
      out.append(" = ").append(words).append(": not so");
      return out;
    }
  }
  return {};
}

}  // namespace

ExampleReport check_examples(const Engine& engine, const std::vector<Example>& examples,
                             std::string_view entry) {
  ExampleReport report;
  Coder coder(engine);
  for (const Example& example : examples) {
    if (!entry.empty() && example.entry != entry) continue;
    if (engine.lexicon().entry_named(example.entry) == kNone) {
      report.failures.push_back({example, "no such entry in this lexicon"});
      continue;
    }
    ++report.run;
    const Case run(coder, example);
    const bool fires = run.fires();
    // A todo that says "fires = no" is a no that does not hold yet.
    const bool must_not = example.kind == ExampleKind::todo && example.role("fires") == "no";
    const std::string unmet = must_not ? (fires ? "fires" : "")
                              : fires  ? run.unmet()
                                       : "does not fire";
    if (example.kind == ExampleKind::todo && unmet.empty()) report.passing_todos.push_back(example);
    if (example.kind == ExampleKind::yes && !unmet.empty())
      report.failures.push_back({example, unmet});
    if (example.kind == ExampleKind::no && fires)
      report.failures.push_back({example, "fires, and must not"});
  }
  return report;
}

}  // namespace rasid
