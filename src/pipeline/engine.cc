// SPDX-License-Identifier: Apache-2.0
#include "pipeline/engine.h"

#include <chrono>
#include <future>
#include <optional>

#include "claim/claims.h"
#include "entity/mentions.h"
#include "event/events.h"
#include "morph/analyze.h"
#include "page/read.h"
#include "record/records.h"
#include "time/moments.h"
#include "token/tokenize.h"

namespace rasid {

namespace {
constexpr std::string_view kStageNames[kStages] = {"page", "token", "morph", "entity",
                                                   "time", "event", "claim", "record"};
}

std::string_view name_of(Stage stage) { return kStageNames[static_cast<size_t>(stage)]; }

std::optional<Stage> stage_named(std::string_view name) {
  for (int i = 0; i < kStages; ++i) {
    if (kStageNames[i] == name) return static_cast<Stage>(i);
  }
  return std::nullopt;
}

// An index and what it found wrong in its entries.
template <typename Index>
struct Built {
  explicit Built(const Lexicon& lexicon) : index(lexicon, problems) {}
  std::vector<Error> problems;
  Index index;
};

// Built by two threads, which halves the time to start: they read the same lexicon and share
// nothing else.
struct Engine::Indexes {
  explicit Indexes(Lexicon words) : lexicon(std::move(words)) {
    auto others = std::async([this] {
      morph.emplace(lexicon);
      event.emplace(lexicon);
      claim.emplace(lexicon);
    });
    entity.emplace(lexicon);
    page.emplace(lexicon);
    time.emplace(lexicon);
    record.emplace(lexicon);
    others.get();
    const auto add = [&](const std::vector<Error>& more) {
      problems.insert(problems.end(), more.begin(), more.end());
    };
    add(page->problems), add(morph->problems), add(entity->problems), add(time->problems);
    add(event->problems), add(claim->problems), add(record->problems);
  }
  Lexicon lexicon;
  std::vector<Error> problems;  // in the order of the stages
  std::optional<Built<PageIndex>> page;
  std::optional<Built<Morphology>> morph;
  std::optional<Built<EntityIndex>> entity;
  std::optional<Built<TimeIndex>> time;
  std::optional<Built<EventIndex>> event;
  std::optional<Built<ClaimIndex>> claim;
  std::optional<Built<RecordIndex>> record;
};

Engine::Engine(Lexicon lexicon) : indexes_(std::make_unique<Indexes>(std::move(lexicon))) {}
Engine::~Engine() = default;
const Lexicon& Engine::lexicon() const { return indexes_->lexicon; }
const std::vector<Error>& Engine::problems() const { return indexes_->problems; }
Result<Article> Engine::read(const PageInput& input) const {
  return read_page(input, indexes_->page->index);
}

struct Coder::Scratch {
  explicit Scratch(const Morphology& morphology) : morph(morphology) {}
  MorphCache morph;
  EntityScratch entity;
  EventScratch event;
  ClaimScratch claim;
};

Coder::Coder(const Engine& engine)
    : engine_(engine), scratch_(std::make_unique<Scratch>(engine.indexes_->morph->index)) {}
Coder::~Coder() = default;

void Coder::keep_refusals(std::vector<std::string>* lines) {
  scratch_->event.frames.refusals = lines;
}

void Coder::run(Stage last, StageTimes* times) {
  const Engine::Indexes& with = *engine_.indexes_;
  Document& document = document_;
  const auto stage = [&](Stage which, auto&& act) {
    if (which > last) return;
    if (times == nullptr) return act();
    const auto start = std::chrono::steady_clock::now();
    act();
    times->nanoseconds[static_cast<size_t>(which)] +=
        static_cast<uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(
                                  std::chrono::steady_clock::now() - start)
                                  .count());
  };
  document.clear_findings();
  stage(Stage::token, [&] { tokenize(document); });
  stage(Stage::morph, [&] { analyze(document, with.morph->index, scratch_->morph); });
  stage(Stage::entity, [&] { find_mentions(document, with.entity->index, scratch_->entity); });
  stage(Stage::time, [&] { find_moments(document, with.time->index); });
  stage(Stage::event, [&] { find_events(document, with.event->index, scratch_->event); });
  stage(Stage::claim, [&] { find_claims(document, with.claim->index, scratch_->claim); });
  stage(Stage::record, [&] { make_records(document, with.record->index); });
}

std::string Coder::dump(Stage stage) const {
  const Lexicon& lexicon = engine_.lexicon();
  switch (stage) {
    case Stage::page:
      return dump_article(document_.article);
    case Stage::token:
      return dump_tokens(document_);
    case Stage::morph:
      return dump_morph(document_, lexicon);
    case Stage::entity:
      return dump_mentions(document_, lexicon);
    case Stage::time:
      return dump_moments(document_);
    case Stage::event:
      return dump_events(document_, lexicon);
    case Stage::claim:
      return dump_claims(document_);
    case Stage::record:
      return dump_records(document_);
  }
  return {};
}

}  // namespace rasid
