// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include "model/article.h"
#include "page/decode.h"
#include "page/index.h"
namespace rasid {
std::string charset_of_html(std::string_view bytes);
void read_html(const Decoded& page, const PageIndex& index, Article& article);
}  // namespace rasid
