// SPDX-License-Identifier: Apache-2.0
// Add: articles from sources -> coded by some threads -> into the store by one. Articles that the
// store has are passed over before they are coded, so that a run that was cut off goes on where it
// was when it is run again.
// In: an Engine, a Store, SourceOptions. Out: AddTotals; what it counts is safe in the store.
#pragma once
#include <optional>

#include "ingest/sources.h"
#include "pipeline/engine.h"
#include "store/store.h"

namespace rasid {

struct AddOptions {
  SourceOptions sources;
  std::optional<Date> date;  // for articles that give none of their own
  std::string outlet;
  unsigned threads = 1;
  size_t batch = 2048;  // articles a transaction: deeds told again within one are joined once
};

struct AddTotals {
  Added added;
  uint64_t passed_over = 0;      // in the store already, told before coding
  uint64_t failed = 0;           // inputs and articles that could not be read
  std::optional<Error> stopped;  // the store said no: all counted before is kept
};

struct AddHandlers {
  std::function<void(const Error&)> fail;
  std::function<void(const AddTotals&)> progress;  // after each transaction
};

AddTotals add_articles(const Engine& engine, Store& store, const AddOptions& options,
                       const AddHandlers& handlers);

}  // namespace rasid
