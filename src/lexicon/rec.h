// SPDX-License-Identifier: Apache-2.0
// rec: the text of one source file -> records, nothing looked up yet. Reads GNU recutils text
// (.rec:
// `%rec: Type`, `key: value`, `+ more`, `# comment`, a blank line ends a record) and our bulk form
// (.tsv: `%tsv: Type key key ...`, then one record a line; see docs/LEXICON.md).
// In: any bytes. Out: records whose views point into them; what cannot be read is a problem with
// file:line. Example: "%rec: Cue\n\nid: a\nnote: x\n+ y" is one record of type Cue with two fields.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/compile.h"
#include "lexicon/problems.h"

namespace rasid {

struct SourceLine {
  std::string_view text;
  uint32_t line = 0;
};

struct SourceField {
  std::string_view name;
  std::string_view value;  // trimmed
  uint32_t line = 0;
  std::vector<SourceLine> more;  // the "+" lines below it, trimmed
};

struct SourceRecord {
  std::string_view type;  // as %rec: or %tsv: names it
  uint32_t type_line = 0;
  uint32_t line = 0;  // of its first field
  uint32_t row = 0;   // in a .tsv: its number from 1; in a .rec 0
  std::vector<SourceField> fields;
};

std::vector<SourceRecord> records(const SourceFile& file, Problems& problems);

// One line after another without its end ("\n" or "\r\n"); a byte order mark before the first is
// left out.
class Lines {
 public:
  explicit Lines(std::string_view text);
  bool next(std::string_view& line);
  uint32_t number() const { return number_; }  // of the line that next() gave, from 1

 private:
  std::string_view rest_;
  uint32_t number_ = 0;
};

std::string_view trimmed(std::string_view text);  // without spaces and tabs at both ends
bool is_tsv(std::string_view path);
bool is_tsv_comment(std::string_view line);

}  // namespace rasid
