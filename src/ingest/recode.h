// SPDX-License-Identifier: Apache-2.0
// Recode: every article of the store coded anew with an engine's lexicon, and what that changes.
// People's corrections stay: they are applied to the new coding.
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "pipeline/engine.h"
#include "store/store.h"

namespace rasid {

struct Difference {
  std::string article;
  std::string what;  // new, gone, or the fields that changed: "status, date"
  const Record* before = nullptr;
  const Record* now = nullptr;
};

struct RecodeTotals {
  uint64_t articles = 0, differ = 0;
  uint64_t same = 0, changed = 0, fresh = 0, gone = 0;  // reports
};

struct RecodeHandlers {
  std::function<void(const Difference&)> difference;
};

Result<RecodeTotals> recode_articles(const Engine& engine, Store& store, bool dry_run,
                                     const RecodeHandlers& handlers);

}  // namespace rasid
