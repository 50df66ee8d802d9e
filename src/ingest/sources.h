// SPDX-License-Identifier: Apache-2.0
// Sources: files and folders of news -> single articles. Folders are walked in order of name;
// what is not named as a text, page or JSON there is passed over. Told by their form: JSON lines
// (.jsonl, .json; fields as `rasid code --input jsonl`, or SaudiNewsNet's source, url,
// date_extracted, title, content), ANT's tagged text (<DOC> <TITLE> <TEXT> ...), HTML pages, texts.
// Each may be compressed with gzip (.gz).
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "pipeline/inputs.h"

namespace rasid {

struct SourceOptions {
  std::vector<std::string> inputs;  // files, folders, or "-"
  bool json_lines = false;          // what "-" and files without a telling name hold
};

// Gives each article to `take` until it answers false; faults of single files and lines to `skip`.
void read_sources(const SourceOptions& options, const std::function<bool(RawArticle)>& take,
                  const std::function<void(const Error&)>& skip);

// The fields of an ANT document; false where the bytes are no such document.
bool read_tagged(RawArticle& article);

}  // namespace rasid
