// SPDX-License-Identifier: Apache-2.0
// Records for people: each event one line, its evidence beneath, Arabic set apart from codes by
// bidi isolates (U+2068, U+2069) so that a terminal of either direction shows both in order. With
// or without ANSI colour.
#pragma once
#include <string>

#include "model/document.h"

namespace rasid {

struct TextStyle {
  bool colour = false;
};

// The head line of an article (id, date, outlet, headline) and its events.
void append_text(std::string& out, const Document& document, const TextStyle& style);
void append_article_text(std::string& out, const Article& article, const TextStyle& style);

}  // namespace rasid
