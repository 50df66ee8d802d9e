// SPDX-License-Identifier: Apache-2.0
// The only file that knows zstd.
#include "store/body.h"

#include <zdict.h>
#include <zstd.h>

#include <map>

namespace rasid {
namespace {

constexpr int kLevel = 3;
constexpr size_t kDictionaryBytes = size_t{112} << 10;
constexpr uint64_t kMostBytes = uint64_t{1} << 28;  // of one expanded frame

struct Dictionary {
  std::string bytes;
  ZSTD_CDict* to = nullptr;
  ZSTD_DDict* from = nullptr;
};

}  // namespace

struct BodyCodec::Parts {
  ZSTD_CCtx* compressor = ZSTD_createCCtx();
  ZSTD_DCtx* expander = ZSTD_createDCtx();
  std::map<int64_t, Dictionary> dictionaries;
  ~Parts() {
    for (auto& [id, dictionary] : dictionaries) {
      ZSTD_freeCDict(dictionary.to);
      ZSTD_freeDDict(dictionary.from);
    }
    ZSTD_freeCCtx(compressor);
    ZSTD_freeDCtx(expander);
  }
};

BodyCodec::BodyCodec() : parts_(std::make_unique<Parts>()) {}
BodyCodec::BodyCodec(BodyCodec&&) noexcept = default;
BodyCodec& BodyCodec::operator=(BodyCodec&&) noexcept = default;
BodyCodec::~BodyCodec() = default;

void BodyCodec::add_dictionary(int64_t id, std::string bytes) {
  if (id <= 0 || knows(id)) return;
  Dictionary& dictionary = parts_->dictionaries[id];
  dictionary.bytes = std::move(bytes);
  dictionary.from = ZSTD_createDDict(dictionary.bytes.data(), dictionary.bytes.size());
}

bool BodyCodec::knows(int64_t id) const { return id == 0 || parts_->dictionaries.count(id) != 0; }

int64_t BodyCodec::newest() const {
  return parts_->dictionaries.empty() ? 0 : parts_->dictionaries.rbegin()->first;
}

std::optional<std::string> BodyCodec::compress(std::string_view bytes) {
  ZSTD_CCtx* const compressor = parts_->compressor;
  if (compressor == nullptr) return std::nullopt;
  const ZSTD_CDict* with = nullptr;
  if (!parts_->dictionaries.empty()) {
    Dictionary& dictionary = parts_->dictionaries.rbegin()->second;
    if (dictionary.to == nullptr)
      dictionary.to = ZSTD_createCDict(dictionary.bytes.data(), dictionary.bytes.size(), kLevel);
    if (dictionary.to == nullptr) return std::nullopt;
    with = dictionary.to;
  }
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const bool set =
      ZSTD_isError(ZSTD_CCtx_setParameter(compressor, ZSTD_c_compressionLevel, kLevel)) == 0 &&
      ZSTD_isError(ZSTD_CCtx_setParameter(compressor, ZSTD_c_checksumFlag, 1)) == 0 &&
      ZSTD_isError(ZSTD_CCtx_refCDict(compressor, with)) == 0;
  const size_t size =
      set ? ZSTD_compress2(compressor, out.data(), out.size(), bytes.data(), bytes.size()) : 0;
  if (!set || ZSTD_isError(size)) return std::nullopt;
  out.resize(size);
  return out;
}

std::optional<std::string> BodyCodec::expand(std::string_view frame, int64_t dictionary) {
  const auto at = parts_->dictionaries.find(dictionary);
  if (parts_->expander == nullptr) return std::nullopt;
  if (dictionary != 0 && at == parts_->dictionaries.end()) return std::nullopt;
  const uint64_t size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > kMostBytes)
    return std::nullopt;
  std::string out(static_cast<size_t>(size), '\0');
  const size_t got = dictionary == 0
                         ? ZSTD_decompressDCtx(parts_->expander, out.data(), out.size(),
                                               frame.data(), frame.size())
                         : ZSTD_decompress_usingDDict(parts_->expander, out.data(), out.size(),
                                                      frame.data(), frame.size(), at->second.from);
  if (ZSTD_isError(got) || got != out.size()) return std::nullopt;
  return out;
}

std::string trained_dictionary(const std::vector<std::string>& samples) {
  std::string all;
  std::vector<size_t> sizes;
  for (const std::string& sample : samples) {
    all += sample;
    sizes.push_back(sample.size());
  }
  std::string out(kDictionaryBytes, '\0');
  const size_t size = ZDICT_trainFromBuffer(out.data(), out.size(), all.data(), sizes.data(),
                                            static_cast<unsigned>(sizes.size()));
  out.resize(ZDICT_isError(size) ? 0 : size);
  return out;
}

}  // namespace rasid
