// SPDX-License-Identifier: Apache-2.0
// Decode: the bytes of an input in whatever encoding -> valid UTF-8, with the way back.
// UTF-8 (with or without mark), UTF-16 by mark or by its pattern, windows-1256 and ISO-8859-6 where
// the bytes are no UTF-8 but read as Arabic, and what `charset` names where that can be.
// Example: decoded("\xC7\xE1\xD3\xE1\xC7\xE3", "") has the text "alsalam" in Arabic letters and
// encoding "windows-1256".
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/article.h"

namespace rasid {

struct Decoded {
  std::string text;
  std::vector<SourcePiece> source;  // empty: the text is the bytes
  std::string encoding;
  uint32_t broken = 0;
  uint32_t nulls = 0;  // null bytes, each now a space
};

// An Error where the bytes are empty or no text (a picture, an archive).
Result<Decoded> decoded(std::string_view bytes, std::string_view charset);

// From a byte of the text to a byte of the input, by `source` (empty: the same).
uint32_t source_of(const std::vector<SourcePiece>& source, uint32_t byte);

}  // namespace rasid
