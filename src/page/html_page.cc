// SPDX-License-Identifier: Apache-2.0
#include "page/html_page.h"
namespace rasid {
std::string charset_of_html(std::string_view) { return {}; }
void read_html(const Decoded&, const PageIndex&, Article&) {}
}  // namespace rasid
