// SPDX-License-Identifier: Apache-2.0
// Inputs: files, standard input and JSON lines -> single articles to code, read one after another
// with bounded memory. A text longer than kPieceLimit is handed out in pieces cut at line ends,
// each with where it stands in the whole.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/file.h"
#include "base/result.h"

namespace rasid {

inline constexpr size_t kPieceLimit = size_t{1} << 20;  // bytes of text coded as one document
inline constexpr size_t kLineLimit = size_t{64} << 20;  // bytes of one JSON line
inline constexpr size_t kPageLimit = size_t{64}
                                     << 20;  // bytes of one HTML page or text in another encoding

enum class InputKind : uint8_t { detect, text, html };

// One article's bytes, or one piece of them.
struct RawArticle {
  std::string name;  // for messages: the file, or file:line
  std::string id;    // the file's stem, or what the JSON says
  std::string url, outlet;
  std::optional<Date> date;
  std::string date_basis;  // json, where the JSON line gave it
  std::string bytes;       // the text or page; for JSON input the whole line, parsed by the worker
  InputKind kind = InputKind::detect;
  bool json = false;
  uint32_t first_line = 0;        // lines before this piece
  uint32_t first_code_point = 0;  // code points of the stored text before it
};

// Gives each article of one input to `take`. An Error is the input's, not an article's: a file that
// can't be read.
Result<Done> read_input(const std::string& path, bool json_lines,
                        const std::function<void(RawArticle)>& take,
                        const std::function<void(Error)>& skip);

// Cuts a stream into JSON articles, a line each; a line over kLineLimit is passed over and told.
class JsonLines {
 public:
  JsonLines(std::string path, std::function<void(RawArticle)> take, std::function<void(Error)> skip)
      : path_(std::move(path)), take_(std::move(take)), skip_(std::move(skip)) {}
  void feed(std::string_view bytes);
  void end();  // of the stream: a last line may lack its line end

 private:
  void grow(std::string_view piece);
  void finish();

  std::string path_;
  std::function<void(RawArticle)> take_;
  std::function<void(Error)> skip_;
  std::string line_;
  uint32_t number_ = 0;
  bool too_long_ = false;
};

// Fills id, url, outlet, date, bytes and kind from the JSON line in `bytes`.
class JsonArticles {
 public:
  JsonArticles();
  ~JsonArticles();
  Result<Done> parse(RawArticle& article);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace rasid
