// SPDX-License-Identifier: Apache-2.0
#include "page/html_blocks.h"

#include <algorithm>

#include "base/utf8.h"
#include "page/html_references.h"
#include "page/lines.h"

namespace rasid {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_heading(HtmlTag tag) {
  return tag == HtmlTag::heading1 || tag == HtmlTag::heading2 || tag == HtmlTag::heading3;
}

class Builder {
 public:
  explicit Builder(std::string_view page) : page_(page) {
    out_.elements.push_back({});
    out_.text.reserve(page.size() / 4);
  }

  HtmlPage run() {
    HtmlTokens tokens(page_);
    HtmlToken token;
    while (tokens.next(token)) {
      switch (token.kind) {
        case HtmlKind::start_tag:
          start(token);
          break;
        case HtmlKind::end_tag:
          if (!skipped_end(token)) end(tag_of(token.name));
          break;
        case HtmlKind::text:
          text(token.span);
          break;
        case HtmlKind::raw_text:
          if (json_ld_) read_json_ld(slice(page_, token.span), token.span.begin, out_.facts);
          break;
        case HtmlKind::comment:
        case HtmlKind::doctype:
          break;
      }
    }
    end_block();
    return std::move(out_);
  }

 private:
  struct Open {
    HtmlTag tag;
    uint32_t element;
  };

  void start(const HtmlToken& token);
  bool skipped_start(const HtmlToken& token, HtmlTag tag);
  bool skipped_end(const HtmlToken& token);
  void start_inline(const HtmlToken& token, HtmlTag tag);
  void end(HtmlTag tag);
  void close_implied(HtmlTag tag);
  void close_to(HtmlTag tag, HtmlTag boundary);
  void pop();
  void text(Span span);
  void put(std::string_view bytes, size_t source, bool verbatim);
  void piece(size_t source, bool verbatim);
  void end_block();
  uint32_t element() const { return stack_.empty() ? 0 : stack_.back().element; }
  size_t& open_of(HtmlTag tag) { return open_of_[static_cast<size_t>(tag)]; }

  std::string_view page_;
  HtmlPage out_;
  std::vector<Open> stack_;
  size_t open_of_[static_cast<size_t>(HtmlTag::body) + 1] = {};
  size_t lost_ = 0;           // elements deeper than kDeepestElement
  std::string_view skipped_;  // the outermost element whose text is left out, as written
  size_t skipped_depth_ = 0;  // of its own name inside it
  size_t skipped_inner_ = 0;  // open blocks inside it
  bool anchor_ = false;
  bool title_ = false;
  bool json_ld_ = false;
  bool space_ = false;  // white space is pending
  HtmlBlock block_;
};

void Builder::start(const HtmlToken& token) {
  const HtmlTag tag = tag_of(token.name);
  title_ = tag == HtmlTag::title && skipped_.empty();
  json_ld_ = same_name(token.name, "script") &&
             token.attribute("type").find("ld+json") != std::string_view::npos;
  if (tag == HtmlTag::meta) return read_meta(token, out_.facts);
  if (tag == HtmlTag::link) return read_link(token, out_.facts);
  if (tag == HtmlTag::line_break) {
    if (open_of(HtmlTag::heading1) + open_of(HtmlTag::heading2) > 0) {
      space_ = true;
    } else {
      end_block();
    }
    return;
  }
  if (is_void(tag) || skipped_start(token, tag)) return;
  if (!is_block(tag)) return start_inline(token, tag);
  end_block();
  close_implied(tag);
  if (stack_.size() >= kDeepestElement) {
    ++lost_;
    return;
  }
  uint32_t index = element();
  if (out_.elements.size() < kMostElements) {
    out_.elements.push_back({index, tag, hints_of(token)});
    index = static_cast<uint32_t>(out_.elements.size() - 1);
  }
  stack_.push_back({tag, index});
  ++open_of(tag);
}

bool equal_names(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

// Whether the tag begins, or lies in, an element whose text is left out.
bool Builder::skipped_start(const HtmlToken& token, HtmlTag tag) {
  if (skipped_.empty()) {
    if (tag != HtmlTag::skipped) return false;
    if (token.self_closing) return true;
    skipped_ = token.name;
    skipped_depth_ = skipped_inner_ = 0;
    return true;
  }
  if (equal_names(token.name, skipped_)) ++skipped_depth_;
  if (is_block(tag)) ++skipped_inner_;
  return true;
}

// Whether the end tag lies in, or ends, such an element. One that was never ended ends where an
// element around it does.
bool Builder::skipped_end(const HtmlToken& token) {
  if (skipped_.empty()) return false;
  const HtmlTag tag = tag_of(token.name);
  if (equal_names(token.name, skipped_)) {
    if (skipped_depth_ == 0) {
      skipped_ = {};
    } else {
      --skipped_depth_;
    }
    return true;
  }
  if (!is_block(tag)) return true;
  if (skipped_inner_ > 0) return --skipped_inner_, true;
  if (open_of(tag) == 0) return true;
  skipped_ = {};
  return false;
}

void Builder::start_inline(const HtmlToken& token, HtmlTag tag) {
  if (tag == HtmlTag::anchor) anchor_ = true;
  if (tag == HtmlTag::time) read_time(token, out_.facts);
  if (tag == HtmlTag::inline_text || tag == HtmlTag::time) {
    block_.hints |= hints_of(token) & (kDate | kByline);
  }
}

void Builder::end(HtmlTag tag) {
  title_ = false;
  if (tag == HtmlTag::anchor) anchor_ = false;
  if (is_void(tag) || !is_block(tag)) return;
  end_block();
  if (lost_ > 0) {
    --lost_;
    return;
  }
  if (open_of(tag) == 0) return;
  while (!stack_.empty()) {
    const bool found = stack_.back().tag == tag;
    pop();
    if (found) return;
  }
}

void Builder::pop() {
  --open_of(stack_.back().tag);
  stack_.pop_back();
}

// Pops to an open `tag`, if one lies this side of `boundary`.
void Builder::close_to(HtmlTag tag, HtmlTag boundary) {
  constexpr size_t kReach = 24;
  if (open_of(tag) == 0) return;
  for (size_t i = 0; i < std::min(kReach, stack_.size()); ++i) {
    const HtmlTag open = stack_[stack_.size() - 1 - i].tag;
    if (open == boundary) return;
    if (open != tag) continue;
    for (size_t n = 0; n <= i; ++n) pop();
    return;
  }
}

void Builder::close_implied(HtmlTag tag) {
  if (ends_paragraph(tag) && !stack_.empty() && stack_.back().tag == HtmlTag::paragraph) pop();
  if (tag == HtmlTag::list_item) close_to(HtmlTag::list_item, HtmlTag::list);
  if (tag == HtmlTag::table_cell || tag == HtmlTag::table_part)
    close_to(HtmlTag::table_cell, HtmlTag::table);
  if (is_heading(tag) && !stack_.empty() && is_heading(stack_.back().tag)) pop();
}

void Builder::piece(size_t source, bool verbatim) {
  const auto text = static_cast<uint32_t>(out_.text.size());
  auto& pieces = out_.source;
  if (!pieces.empty() && verbatim && pieces.back().verbatim &&
      text - pieces.back().text_begin == source - pieces.back().source_begin) {
    return;
  }
  if (!pieces.empty() && pieces.back().text_begin == text) pieces.pop_back();
  pieces.push_back({text, static_cast<uint32_t>(source), verbatim});
}

// Appends visible bytes of the block, after a space where white space went before.
void Builder::put(std::string_view bytes, size_t source, bool verbatim) {
  if (block_.span.begin == block_.span.end) {
    block_.span.begin = block_.span.end = static_cast<uint32_t>(out_.text.size());
    block_.element = element();
  } else if (space_) {
    piece(source - 1, true);
    out_.text += ' ';
  }
  space_ = false;
  piece(source, verbatim);
  out_.text += bytes;
  block_.linked += anchor_ ? static_cast<uint32_t>(bytes.size()) : 0;
  block_.span.end = static_cast<uint32_t>(out_.text.size());
}

void Builder::text(Span span) {
  if (title_) {
    if (out_.facts.title.empty()) out_.facts.title = without_references(slice(page_, span));
    title_ = false;
    return;
  }
  if (!skipped_.empty()) return;
  size_t at = span.begin;
  while (at < span.end) {
    if (is_space(page_[at])) {
      space_ = true;
      ++at;
      continue;
    }
    const Reference reference =
        page_[at] == '&' ? reference_at(page_.substr(0, span.end), at) : Reference{};
    if (reference.length > 0) {
      std::string bytes;
      append_utf8(bytes, reference.value == '\n' ? ' ' : reference.value);
      put(bytes, at, false);
      at += reference.length;
      continue;
    }
    size_t end = at + 1;
    while (end < span.end && !is_space(page_[end]) && page_[end] != '&') ++end;
    put(page_.substr(at, end - at), at, true);
    at = end;
  }
}

void Builder::end_block() {
  space_ = false;
  if (block_.span.begin < block_.span.end) {
    block_.span = trimmed(out_.text, block_.span);
    if (!block_.span.empty()) out_.blocks.push_back(block_);
    out_.text += '\n';
  }
  block_ = {};
}

}  // namespace

HtmlPage blocks_of_html(std::string_view page) { return Builder(page).run(); }

}  // namespace rasid
