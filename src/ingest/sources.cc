// SPDX-License-Identifier: Apache-2.0
// The only file that knows zlib.
#include "ingest/sources.h"

#include <zlib.h>

#include <algorithm>
#include <filesystem>

namespace rasid {
namespace {

namespace fs = std::filesystem;

bool ends_with_any(std::string_view name, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view end) { return name.ends_with(end); });
}

// Reads a gzip file (or one that is not compressed) piece by piece.
Result<Done> read_gzip(const std::string& path, const std::function<bool(std::string_view)>& take) {
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return Error{"can't be opened", path, ""};
  gzbuffer(file, 1U << 18);
  std::string buffer(size_t{1} << 18, '\0');
  for (;;) {
    const int got = gzread(file, buffer.data(), static_cast<unsigned>(buffer.size()));
    if (got < 0) {
      gzclose(file);
      return Error{"damaged gzip data", path, ""};
    }
    if (got == 0) break;
    if (!take(std::string_view(buffer).substr(0, static_cast<size_t>(got)))) {
      gzclose(file);
      return Done{};
    }
  }
  // At a stream that is cut, gzread answers 0 as at its end: only closing tells.
  if (gzclose(file) != Z_OK) return Error{"gzip data end in the middle", path, ""};
  return Done{};
}

// In a folder not all is news (licences, notes, tables): files are taken that are named as texts,
// pages or JSON, and those without a telling name that begin as tagged text does.
bool may_be_news(const std::string& path) {
  const std::string name = fs::path(path).filename().string();
  for (const char* other : {"LICENSE", "README", "NOTICE"}) {
    if (name.starts_with(other)) return false;
  }
  const bool zipped = path.ends_with(".gz");
  const std::string_view bare = std::string_view(path).substr(0, path.size() - (zipped ? 3 : 0));
  if (ends_with_any(bare,
                    {".txt", ".text", ".html", ".htm", ".xhtml", ".jsonl", ".json", ".ndjson"}))
    return true;
  std::string begin;
  const Result<Done> read = read_gzip(path, [&](std::string_view bytes) {
    begin = bytes.substr(0, 64);
    return false;
  });
  const size_t first = begin.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return read && first != std::string::npos && begin.compare(first, 5, "<DOC>") == 0;
}

class Walker {
 public:
  Walker(const SourceOptions& options, const std::function<bool(RawArticle)>& take,
         const std::function<void(const Error&)>& skip)
      : options_(options), take_(take), skip_(skip) {}

  void read(const std::string& input) {
    std::error_code error;
    if (input != "-" && fs::is_directory(input, error)) return read_folder(input);
    // Named by its path: files of one name in two places are two articles.
    read_file_at(input, input == "-" ? "-" : fs::path(input).lexically_normal().string());
  }
  bool stopped() const { return stopped_; }

 private:
  void give(RawArticle article) {
    if (stopped_) return;
    if (!article.json) read_tagged(article);
    stopped_ = !take_(std::move(article));
  }

  void read_folder(const std::string& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
      const std::string name = at->path().filename().string();
      std::error_code ignored;
      if (!name.starts_with(".") && at->is_regular_file(ignored) &&
          may_be_news(at->path().string()))
        files.push_back(at->path());
    }
    if (error) skip_(Error{error.message(), folder, ""});
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
      if (stopped_) return;
      read_file_at(file.string(), file.lexically_normal().string());
    }
  }

  void read_file_at(const std::string& path, const std::string& id) {
    const bool zipped = path.ends_with(".gz");
    const std::string_view bare = std::string_view(path).substr(0, path.size() - (zipped ? 3 : 0));
    const bool json = ends_with_any(bare, {".jsonl", ".json", ".ndjson"}) ||
                      (options_.json_lines && !ends_with_any(bare, {".html", ".htm", ".txt"}));
    Result<Done> done = Done{};
    if (zipped) {
      done = json ? read_zipped_lines(path) : read_zipped_text(path, id);
    } else {
      done = read_input(
          path, json,
          [&](RawArticle article) {
            if (!article.json && path != "-") article.id = id;
            give(std::move(article));
          },
          [&](const Error& error) { skip_(error); });
    }
    if (!done) skip_(done.error());
  }

  Result<Done> read_zipped_lines(const std::string& path) {
    JsonLines lines(
        path, [this](RawArticle article) { give(std::move(article)); }, skip_);
    Result<Done> done = read_gzip(path, [&](std::string_view bytes) {
      lines.feed(bytes);
      return !stopped_;
    });
    if (done) lines.end();
    return done;
  }

  Result<Done> read_zipped_text(const std::string& path, const std::string& id) {
    RawArticle article;
    article.name = path;
    article.id = id;
    Result<Done> done = read_gzip(path, [&](std::string_view bytes) {
      article.bytes += bytes;
      return article.bytes.size() <= kPageLimit;
    });
    if (done) give(std::move(article));
    return done;
  }

  const SourceOptions& options_;
  const std::function<bool(RawArticle)>& take_;
  const std::function<void(const Error&)>& skip_;
  bool stopped_ = false;
};

// What stands between <NAME> and </NAME>, without white space around it.
std::string_view tagged(std::string_view bytes, const std::string& name) {
  const std::string open = "<" + name + ">";
  const size_t begin = bytes.find(open);
  if (begin == std::string_view::npos) return {};
  const size_t end = bytes.find("</" + name + ">", begin);
  std::string_view out =
      bytes.substr(begin + open.size(), end == std::string_view::npos ? std::string_view::npos
                                                                      : end - begin - open.size());
  const size_t first = out.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return out.substr(first, out.find_last_not_of(" \t\r\n") - first + 1);
}

// "29/07/2016" or "2017-01-20T18:36:00+01:00".
std::optional<Date> tagged_date(std::string_view text) {
  if (text.size() >= 10 && text[2] == '/' && text[5] == '/')
    return Date::from(std::string(text.substr(6, 4)) + "-" + std::string(text.substr(3, 2)) + "-" +
                      std::string(text.substr(0, 2)));
  return Date::from(text.substr(0, 10));
}

}  // namespace

bool read_tagged(RawArticle& article) {
  const std::string_view bytes = article.bytes;
  const size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos || !bytes.substr(first).starts_with("<DOC>")) return false;
  const std::string_view number = tagged(bytes, "DOCNO");
  if (!number.empty()) article.id = number;
  article.url = tagged(bytes, "URL");
  article.outlet = tagged(bytes, "SRC");
  article.date = tagged_date(tagged(bytes, "TIME"));
  article.date_basis = article.date ? "header" : "";
  article.kind = InputKind::text;
  std::string text(tagged(bytes, "TITLE"));
  text += "\n\n";
  const std::string_view body = tagged(bytes, "TEXT");
  const std::string_view summary = tagged(bytes, "ABSTRACT");
  // Many abstracts repeat the first paragraph.
  if (!summary.empty() && !body.starts_with(summary.substr(0, summary.size() / 2))) {
    text += summary;
    text += "\n\n";
  }
  text += body;
  text += "\n";
  article.bytes = std::move(text);
  return true;
}

void read_sources(const SourceOptions& options, const std::function<bool(RawArticle)>& take,
                  const std::function<void(const Error&)>& skip) {
  Walker walker(options, take, skip);
  for (const std::string& input : options.inputs) {
    if (walker.stopped()) return;
    walker.read(input);
  }
}

}  // namespace rasid
