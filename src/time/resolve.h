// SPDX-License-Identifier: Apache-2.0
// Resolve: readings -> moments, by the article's date and by what the text told before.
#pragma once
#include <vector>

#include "model/document.h"
#include "time/hijri.h"
#include "time/reading.h"

namespace rasid::time {

void resolve(Document& document, const Senses& senses, const UmmAlQura& calendar,
             const std::vector<Reading>& readings);

}  // namespace rasid::time
