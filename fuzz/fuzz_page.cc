// SPDX-License-Identifier: Apache-2.0
// Any bytes as a page: the first byte chooses the format, the rest is read with the page words of a
// small lexicon. The stored text is valid UTF-8, blocks are sound and in order, source pieces are
// sorted and lead into the input.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "lexicon/testing.h"
#include "page/decode.h"
#include "page/read.h"

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

// Latin phrases: sources hold no Arabic.
constexpr std::string_view kWords = R"(%rec: PageWord

id: page.comments
phrase: comments
part: comments
match: whole

id: page.share
phrase: share
part: furniture
match: whole

id: page.also
phrase: read also
part: related
match: prefix

id: page.by
phrase: by
part: byline
match: prefix

id: page.agency
phrase: reuters
part: dateline
match: whole

%rec: Place

id: place.x
kind: city
country: EGY
name: cairo
)";

const rasid::PageIndex& page_index() {
  static const rasid::Lexicon kLexicon = rasid::test::lexicon(kWords);
  static std::vector<rasid::Error> problems;
  static const rasid::PageIndex kIndex(kLexicon, problems);
  return kIndex;
}

void check(const rasid::Article& article, size_t size) {
  using namespace rasid;
  must(is_valid_utf8(article.text));
  uint32_t at = 0, line = 0;
  for (const Block& block : article.blocks) {
    must(at <= block.span.begin && block.span.begin < block.span.end);
    must(block.span.end <= article.text.size() && block.span.size() <= kLongestBlock);
    must(line <= block.line);
    must(source_of(article.source, block.span.begin) <= size);
    at = block.span.end, line = block.line;
  }
  for (size_t i = 1; i < article.source.size(); ++i) {
    must(article.source[i - 1].text_begin < article.source[i].text_begin);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace rasid;
  if (size == 0) return 0;
  PageInput input;
  input.bytes = {reinterpret_cast<const char*>(data) + 1, size - 1};
  input.format = static_cast<PageFormat>(data[0] % 3);
  const Result<Article> article = read_page(input, page_index());
  if (article) {
    check(*article, size);
    dump_article(*article);
  }
  return 0;
}
