// SPDX-License-Identifier: Apache-2.0
// Any bytes as an image, with size and checksum put right so that the structural checks are
// reached: it is refused, or every accessor keeps within it.
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

#include "lexicon/image.h"
#include "lexicon/testing.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  // A block of just that size, so that the sanitizer sees any over-read.
  const std::unique_ptr<char[]> block(new char[size]);
  if (size > 0) std::memcpy(block.get(), data, size);
  const std::string_view image(block.get(), size);
  if (size >= sizeof(rasid::ImageHeader)) {
    const uint64_t bytes = size;
    std::memcpy(block.get() + offsetof(rasid::ImageHeader, size), &bytes, sizeof bytes);
    const uint64_t checksum = rasid::image_checksum(image);
    std::memcpy(block.get() + offsetof(rasid::ImageHeader, checksum), &checksum, sizeof checksum);
  }
  const rasid::Result<rasid::Lexicon> lexicon = rasid::Lexicon::open(image);
  if (lexicon) rasid::test::visit(*lexicon);
  return 0;
}
