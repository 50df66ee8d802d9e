// SPDX-License-Identifier: Apache-2.0
#include "base/file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

namespace rasid {
namespace {

struct Descriptor {
  int fd;
  ~Descriptor() {
    if (fd >= 0) ::close(fd);
  }
};

Error system_error(const std::string& path) { return {std::strerror(errno), path, ""}; }

}  // namespace

Result<std::string> read_file(const std::string& path, size_t limit) {
  const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.fd < 0) return system_error(path);
  struct stat info {};
  if (::fstat(file.fd, &info) != 0) return system_error(path);
  if (S_ISDIR(info.st_mode)) return Error{"is a directory", path, "name the files in it"};
  std::string out;
  // One byte past the size that stat told, so that a plain file needs no second allocation to find
  // its end.
  out.resize(S_ISREG(info.st_mode) ? std::min<size_t>(static_cast<size_t>(info.st_size), limit) + 1
                                   : 65536);
  size_t used = 0;
  for (;;) {
    if (used > limit) return Error{"is larger than " + std::to_string(limit) + " bytes", path, ""};
    if (used == out.size()) out.resize(out.size() * 2);
    const ssize_t got = ::read(file.fd, out.data() + used, out.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_error(path);
    if (got == 0) break;
    used += static_cast<size_t>(got);
  }
  out.resize(used);
  return out;
}

Result<Done> write_file(const std::string& path, std::string_view bytes) {
  const std::string part = path + ".part";
  FILE* file = std::fopen(part.c_str(), "wb");
  if (file == nullptr) return system_error(part);
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  const bool closed = std::fclose(file) == 0;
  if (!written || !closed || std::rename(part.c_str(), path.c_str()) != 0) {
    Error error = system_error(path);
    std::remove(part.c_str());
    return error;
  }
  return Done{};
}

Result<MappedFile> MappedFile::open(const std::string& path) {
  const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.fd < 0) return system_error(path);
  struct stat info {};
  if (::fstat(file.fd, &info) != 0) return system_error(path);
  if (!S_ISREG(info.st_mode)) return Error{"is not a plain file", path, ""};
  MappedFile out;
  out.size_ = static_cast<size_t>(info.st_size);
  if (out.size_ == 0) return out;
  void* data = ::mmap(nullptr, out.size_, PROT_READ, MAP_PRIVATE, file.fd, 0);
  if (data == MAP_FAILED) return system_error(path);
  out.data_ = static_cast<const char*>(data);
  return out;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

}  // namespace rasid
