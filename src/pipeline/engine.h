// SPDX-License-Identifier: Apache-2.0
// Engine: a lexicon and every stage's index over it; immutable, shared by all threads. Coder: one
// thread's workspace, which runs the stages over one article after another in its Document.
// Example: Coder coder(engine); coder.document().article = ...; coder.run(); use
// coder.document().records.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/lexicon.h"
#include "model/document.h"

namespace rasid {

struct PageInput;

enum class Stage : uint8_t { page, token, morph, entity, time, event, claim, record };
inline constexpr int kStages = 8;
std::string_view name_of(Stage stage);
std::optional<Stage> stage_named(std::string_view name);

class Engine {
 public:
  // Problems (entries that a stage can't use) are kept, not fatal: `rasid lexicon check` shows
  // them.
  explicit Engine(Lexicon lexicon);
  ~Engine();
  const Lexicon& lexicon() const;
  const std::vector<Error>& problems() const;
  // Reads one page or text into an Article.
  Result<Article> read(const PageInput& input) const;

 private:
  friend class Coder;
  struct Indexes;
  std::unique_ptr<Indexes> indexes_;
};

// Nanoseconds spent in each stage, summed; filled only where asked for (bench).
struct StageTimes {
  uint64_t nanoseconds[kStages] = {};
};

class Coder {
 public:
  explicit Coder(const Engine& engine);
  ~Coder();
  Document& document() { return document_; }
  const Document& document() const { return document_; }
  // Runs token to `last` over document().article. Makes all else of the document anew.
  void run(Stage last = Stage::record, StageTimes* times = nullptr);
  // Readable text of what a stage made.
  std::string dump(Stage stage) const;
  const Engine& engine() const { return engine_; }
  // From now on, why frames that were tried did not fit, a line each, is added to `lines`; nullptr
  // ends it.
  void keep_refusals(std::vector<std::string>* lines);

 private:
  struct Scratch;
  const Engine& engine_;
  Document document_;
  std::unique_ptr<Scratch> scratch_;
};

}  // namespace rasid
