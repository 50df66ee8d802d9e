// SPDX-License-Identifier: Apache-2.0
#include "page/read.h"

namespace rasid {

std::string dump_article(const Article& article) {
  std::string out = "article " + article.id;
  if (!article.outlet.empty()) out += " outlet=" + article.outlet;
  if (article.published) {
    out += " date=" + article.published->iso() + " (" + article.published_basis + ")";
  }
  if (!article.url.empty()) out += " url=" + article.url;
  const auto repair = [&](const char* name, uint32_t count) {
    if (count > 0) out += std::string(" ") + name + "=" + std::to_string(count);
  };
  repair("broken_utf8", article.repairs.broken_utf8);
  repair("null_bytes", article.repairs.null_bytes);
  repair("open_quotes", article.repairs.open_quotes);
  repair("long_lines", article.repairs.long_lines);
  out += '\n';
  for (const Block& block : article.blocks) {
    out += std::to_string(block.line) + ' ' + std::string(name_of(block.part));
    out += ": ";
    for (const char c : slice(article.text, block.span)) out += c == '\n' || c == '\r' ? ' ' : c;
    out += '\n';
  }
  return out;
}

}  // namespace rasid
