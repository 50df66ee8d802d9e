// SPDX-License-Identifier: Apache-2.0
// testing: lexicons for tests. `lexicon(text)` compiles entries written in the test; the whole one
// is the project's lexicon/ folder, compiled once a process.
// A fault in the text stops the test program with all errors printed.
// Example: const Lexicon& all = test::whole_lexicon(RASID_SOURCE_DIR);
//          test::Lexicon small = test::lexicon("%rec: Cue\n\nid: cue.x\n...");
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/compile.h"
#include "lexicon/lexicon.h"

namespace rasid::test {

// The image of `sources`, or stops the program.
std::string image(std::vector<SourceFile> sources);

// The Lexicon of one .rec text, which keeps its image alive (for good: tests are short).
Lexicon lexicon(std::string_view rec_text);
Lexicon lexicon(std::vector<SourceFile> sources);

// A file with faults is left out and told on stderr, so that one slip in the data does not stop the
// tests of all stages; the test of compile() fails for it.
const Lexicon& whole_lexicon(const std::string& source_dir);

// Calls every accessor of the lexicon on all there is, and on what there is not. Under ASan this
// shows that no image leads outside of itself. The answer only keeps the work from being left out.
uint64_t visit(const Lexicon& lexicon);

}  // namespace rasid::test
#ifdef RASID_SOURCE_DIR
namespace rasid::test {
inline const Lexicon& whole_lexicon() { return whole_lexicon(RASID_SOURCE_DIR); }
}  // namespace rasid::test
#endif
