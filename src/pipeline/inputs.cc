// SPDX-License-Identifier: Apache-2.0
#include "pipeline/inputs.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/utf8.h"

namespace rasid {
namespace {

std::string stem_of(const std::string& path) {
  const size_t slash = path.rfind('/');
  const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
  const size_t dot = name.rfind('.');
  return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

// Standard input, or a file that is read as it comes (JSON lines may be longer than memory).
class Stream {
 public:
  static Result<Stream> open(const std::string& path) {
    if (path == "-") return Stream(STDIN_FILENO, false);
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return Error{std::strerror(errno), path, ""};
    return Stream(fd, true);
  }
  Stream(Stream&& other) noexcept : fd_(other.fd_), owned_(std::exchange(other.owned_, false)) {}
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  Stream& operator=(Stream&&) = delete;
  ~Stream() {
    if (owned_) ::close(fd_);
  }
  // Bytes read, 0 at the end, -1 on an error (errno).
  ssize_t read(char* into, size_t size) const {
    for (;;) {
      const ssize_t got = ::read(fd_, into, size);
      if (got >= 0 || errno != EINTR) return got;
    }
  }

 private:
  Stream(int fd, bool owned) : fd_(fd), owned_(owned) {}
  int fd_;
  bool owned_;
};

Result<Done> read_json_lines(const std::string& path, const std::function<void(RawArticle)>& take,
                             const std::function<void(Error)>& skip) {
  Result<Stream> stream = Stream::open(path);
  if (!stream) return stream.error();
  JsonLines lines(path == "-" ? "standard input" : path, take, skip);
  std::string buffer(size_t{1} << 18, '\0');
  for (;;) {
    const ssize_t got = stream->read(buffer.data(), buffer.size());
    if (got < 0) return Error{std::strerror(errno), path, ""};
    if (got == 0) break;
    lines.feed(std::string_view(buffer).substr(0, static_cast<size_t>(got)));
  }
  lines.end();
  return Done{};
}

Result<std::string> read_standard_input() {
  std::string out;
  std::string buffer(size_t{1} << 16, '\0');
  for (;;) {
    const ssize_t got = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Error{std::strerror(errno), "standard input", ""};
    if (got == 0) return out;
    out.append(buffer, 0, static_cast<size_t>(got));
  }
}

// Where a piece of at most kPieceLimit bytes that begins at `begin` should end: after a line end,
// else after a space, else between two code points.
size_t piece_end(std::string_view bytes, size_t begin) {
  const size_t limit = begin + kPieceLimit;
  if (limit >= bytes.size()) return bytes.size();
  for (const char stop : {'\n', ' '}) {
    const size_t at = bytes.rfind(stop, limit - 1);
    if (at != std::string_view::npos && at >= begin + kPieceLimit / 4) return at + 1;
  }
  size_t at = limit;
  while (at > begin + 1 && (static_cast<unsigned char>(bytes[at]) & 0xC0) == 0x80) --at;
  return at;
}

// The first line of a text is a header where it begins so; it is no part of the stored text.
size_t header_size(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (!bytes.starts_with("@article")) return 0;
  const size_t end = bytes.find('\n');
  return end == std::string_view::npos ? bytes.size() : end + 1;
}

struct Extent {
  uint32_t lines = 0, code_points = 0;
};
Extent extent_of(std::string_view bytes) {
  Extent out;
  for (const char c : bytes) {
    out.lines += c == '\n';
    out.code_points += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }
  return out;
}

void take_pieces(const RawArticle& whole, std::string_view bytes,
                 const std::function<void(RawArticle)>& take) {
  Extent before;
  const size_t header = header_size(bytes);
  std::string header_line(bytes.substr(0, header));
  for (size_t begin = 0; begin < bytes.size();) {
    const size_t end = piece_end(bytes, begin);
    RawArticle piece = whole;
    piece.kind = InputKind::text;
    // Each piece repeats the header for its date; the header is one line, so it is taken off the
    // count again.
    piece.bytes = begin == 0 ? std::string(bytes.substr(0, end))
                             : header_line + std::string(bytes.substr(begin, end - begin));
    piece.first_line = before.lines - (begin != 0 && header != 0 ? 1 : 0);
    piece.first_code_point = before.code_points;
    take(std::move(piece));
    const Extent extent =
        extent_of(bytes.substr(begin == 0 ? header : begin, end - (begin == 0 ? header : begin)));
    before.lines += extent.lines + (begin == 0 && header != 0 ? 1 : 0);
    before.code_points += extent.code_points;
    begin = end;
  }
}

bool looks_like_utf8_text(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  if (head.find('\0') != std::string_view::npos || head.starts_with("\xFF\xFE") ||
      head.starts_with("\xFE\xFF"))
    return false;
  const size_t first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first != std::string_view::npos && head[first] == '<') return false;
  return repaired(head.substr(0, head.size() > 8 ? head.size() - 4 : head.size())).count <
         head.size() / 16 + 1;
}

Result<Done> take_bytes(RawArticle article, std::string_view bytes,
                        const std::function<void(RawArticle)>& take) {
  if (bytes.size() > kPieceLimit && looks_like_utf8_text(bytes)) {
    take_pieces(article, bytes, take);
    return Done{};
  }
  if (bytes.size() > kPageLimit) {
    return Error{"page is larger than " + std::to_string(kPageLimit >> 20) + " MiB", article.name,
                 "split it"};
  }
  article.bytes = bytes;
  take(std::move(article));
  return Done{};
}

}  // namespace

void JsonLines::feed(std::string_view bytes) {
  while (!bytes.empty()) {
    const size_t end = bytes.find('\n');
    grow(bytes.substr(0, end));
    if (end == std::string_view::npos) return;
    finish();
    bytes.remove_prefix(end + 1);
  }
}

void JsonLines::end() {
  if (!line_.empty() || too_long_) finish();
}

void JsonLines::finish() {
  ++number_;
  const std::string where = path_ + ":" + std::to_string(number_);
  if (too_long_) {
    skip_(Error{"line is longer than " + std::to_string(kLineLimit >> 20) + " MiB, passed over",
                where, ""});
  } else if (line_.find_first_not_of(" \t\r") != std::string::npos) {
    RawArticle article;
    article.name = where;
    article.bytes = std::move(line_);
    article.json = true;
    take_(std::move(article));
  }
  line_.clear();
  too_long_ = false;
}

void JsonLines::grow(std::string_view piece) {
  if (too_long_) return;
  if (line_.size() + piece.size() > kLineLimit) {
    too_long_ = true;
    std::string().swap(line_);
    return;
  }
  line_ += piece;
}

Result<Done> read_input(const std::string& path, bool json_lines,
                        const std::function<void(RawArticle)>& take,
                        const std::function<void(Error)>& skip) {
  if (json_lines) return read_json_lines(path, take, skip);
  RawArticle article;
  article.name = path == "-" ? "standard input" : path;
  article.id = path == "-" ? "-" : stem_of(path);
  if (path == "-") {
    Result<std::string> bytes = read_standard_input();
    if (!bytes) return bytes.error();
    return take_bytes(std::move(article), *bytes, take);
  }
  if (Result<MappedFile> file = MappedFile::open(path); file)
    return take_bytes(std::move(article), file->bytes(), take);
  Result<std::string> bytes = read_file(path);  // a pipe or device, or the reason why not
  if (!bytes) return bytes.error();
  return take_bytes(std::move(article), *bytes, take);
}

}  // namespace rasid
