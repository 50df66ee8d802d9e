// SPDX-License-Identifier: Apache-2.0
// Frames: for each head of a sentence the frame that fits, its roles filled. In: a parse, and the
// drafts of the sentences before (a deed told before lends its participants). Out: drafts.
#pragma once
#include <string>
#include <vector>

#include "event/drafts.h"

namespace rasid {

// Scratch memory of match_frames.
struct FrameScratch {
  Arguments arguments[3];  // by GenitiveIs
  bool ready[3] = {};
  std::vector<uint32_t> order;
  std::vector<uint32_t> mentions;
  std::vector<std::string>* refusals = nullptr;  // where set: why frames did not fit, a line each
};

void match_frames(Document& document, const EventIndex& index, SentenceParse& parse,
                  FrameScratch& scratch, DraftList& drafts);

}  // namespace rasid
