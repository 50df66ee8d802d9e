// SPDX-License-Identifier: Apache-2.0
// Article: one news article as read from any input: the stored text and its parts. Made by page/,
// read by all. Offsets are bytes into `text` (valid UTF-8). `line` counts lines of the text file
// from 1, header and blank lines included; for HTML and other inputs it counts paragraphs from 1.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"

namespace rasid {

enum class Part : uint8_t {
  section,
  kicker,
  headline,
  standfirst,
  byline,
  dateline,
  subheading,
  paragraph,
  caption,
  list_item,
  furniture,
};
std::string_view name_of(Part part);

struct Block {
  Part part = Part::paragraph;
  Span span;          // without the line end and outer white space
  uint32_t line = 0;  // two blocks share a line where a byline or dateline runs into its paragraph
  uint32_t entry =
      0xFFFFFFFF;  // the lexicon entry that told what it is (a prompt, a disclaimer), if one did
};

// From a byte of the stored text back to the bytes of the input, where the two differ (HTML, other
// encodings).
struct SourcePiece {
  uint32_t text_begin;  // pieces are sorted by this; a piece reaches to the next one
  uint32_t source_begin;
  bool verbatim;  // byte for byte the same; else the whole piece stands for [source_begin, next
                  // source_begin)
};

struct Repairs {
  uint32_t broken_utf8 = 0;  // broken sequences replaced by U+FFFD
  uint32_t null_bytes = 0;
  uint32_t open_quotes = 0;  // quotation marks that nothing closed
  uint32_t long_lines = 0;   // lines cut into pieces for their length
};

struct Article {
  std::string id;
  std::string url;
  std::string outlet;
  std::string text;
  std::optional<Date> published;
  std::string published_basis;  // option, header, json, json-ld, opengraph, meta, time, url,
                                // dateline; empty if unknown
  std::vector<Block> blocks;    // in text order; furniture too
  std::vector<SourcePiece> source;
  Repairs repairs;
  uint32_t first_code_point =
      0;  // of the stored text of a piece of a longer text: offsets outside count from its start
  void clear();
};

// The spans of all blocks of one part, in order.
std::vector<Span> spans_of(const Article& article, Part part);

}  // namespace rasid
