// SPDX-License-Identifier: Apache-2.0
// record: events with their claims -> coded records (model/record.h), and the trail that explains
// one. In: a Document after claim/. Out: Document::records, one an event, in text order. Example:
// the event "zara" of "zara wafd ..." becomes CONSULT visit, CAMEO 042, held, quad 1.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "model/document.h"
#include "record/codes.h"

namespace rasid {

class RecordIndex {
 public:
  RecordIndex(const Lexicon& lexicon, std::vector<Error>& problems);
  const Lexicon& lexicon() const { return *lexicon_; }
  const Codes& codes() const { return codes_; }
  // One bit a context, by lemma; contexts() names the bits.
  uint64_t contexts_of_lemma(LemmaId lemma) const {
    return lemma < of_lemma_.size() ? of_lemma_[lemma] : 0;
  }
  uint64_t context_bit(EntryId entry) const;
  const std::vector<std::string_view>& contexts() const { return contexts_; }

 private:
  const Lexicon* lexicon_;
  Codes codes_;
  std::vector<std::string_view> contexts_;
  std::vector<EntryId> context_entries_;
  std::vector<uint64_t> of_lemma_;
};

void make_records(Document& document, const RecordIndex& index);

// The rules and entries that made record `number`, a line each: "actor: subject after verb:
// states.rec:12 state.RUS".
std::vector<std::string> why(const Document& document, const Lexicon& lexicon, uint32_t number);

std::string dump_records(const Document& document);

}  // namespace rasid
