// SPDX-License-Identifier: Apache-2.0
// Files: whole-file reading with a size limit, and a read-only mapping.
// Errors name the path and the system's reason; a directory is an error, not an empty file.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace rasid {

Result<std::string> read_file(const std::string& path, size_t limit = size_t{1} << 32);
// Writes to a temporary file beside `path` and renames it, so that a full disk never leaves half a
// file.
Result<Done> write_file(const std::string& path, std::string_view bytes);

// The bytes of a file, mapped read-only for as long as the object lives.
class MappedFile {
 public:
  static Result<MappedFile> open(const std::string& path);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();
  std::string_view bytes() const { return {data_, size_}; }

 private:
  MappedFile() = default;
  const char* data_ = nullptr;
  size_t size_ = 0;
};

}  // namespace rasid
