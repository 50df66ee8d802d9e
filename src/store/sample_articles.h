// SPDX-License-Identifier: Apache-2.0
// Coded articles for tests: made by hand, without the coder. Each sentence tells one deed.
// Example: sample_article("http://a/1", "a", 11, {{"CONSULT.visit", "SAU:GOV/jubeir", "RUS:GOV"}})
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "store/coded.h"

namespace rasid {

struct SampleDeed {
  std::string category;          // CONSULT.visit
  std::string actor, recipient;  // as sample_party reads them; may be empty
  std::string status = "held";
  int on = 0;                 // day of August 2015 told for it; 0: none
  std::string sentence = {};  // a made-up one where empty; its second word is the trigger
};

// Published on a day of August 2015. The text is the sentences, a line each, behind `headline`.
CodedArticle sample_article(const std::string& url, const std::string& outlet, int day,
                            const std::vector<SampleDeed>& deeds,
                            const std::string& headline = "A headline");

}  // namespace rasid
