// SPDX-License-Identifier: Apache-2.0
#include "token/quotes.h"

#include <algorithm>

#include "base/span.h"

namespace rasid {
namespace {

constexpr uint32_t kShortName = 10;  // tokens of a name quoted inside a quotation

bool is_quote(Mark mark) {
  return mark == Mark::quote || mark == Mark::open_quote || mark == Mark::close_quote;
}

bool ends_something(Mark mark) {
  switch (mark) {
    case Mark::full_stop:
    case Mark::comma:
    case Mark::semicolon:
    case Mark::colon:
    case Mark::question:
    case Mark::exclamation:
    case Mark::ellipsis:
    case Mark::close_quote:
    case Mark::close_bracket:
      return true;
    default:
      return false;
  }
}

// What a quotation may follow without a space: a bracket, a dash, a clitic written before it.
bool may_precede(const Token& token) {
  switch (token.mark) {
    case Mark::open_bracket:
    case Mark::open_quote:
    case Mark::dash:
    case Mark::slash:
    case Mark::colon:
    case Mark::comma:
    case Mark::semicolon:
    case Mark::ellipsis:
    case Mark::other:
      return true;
    default:
      return token.kind == TokenKind::word && token.normal_length <= 2;
  }
}

}  // namespace

Quotes::Family Quotes::family_of(std::string_view bytes) {
  if (bytes == "\"" || bytes == "''") return Family::straight;
  if (bytes == "'") return Family::single;
  if (bytes.size() == 3 && bytes[1] == '\x80') {
    const auto last = static_cast<unsigned char>(bytes[2]);
    if (last >= 0x98 && last <= 0x9B) return Family::curly_single;
    if (last >= 0x9C && last <= 0x9F) return Family::curly;
  }
  return Family::guillemet;
}

Quotes::Lean Quotes::lean(const std::vector<Token>& tokens, uint32_t token, uint32_t begin,
                          uint32_t end) const {
  bool may_open = token == begin || tokens[token].space_before || may_precede(tokens[token - 1]);
  if (token > begin && !sites_.empty() && sites_.back().token == token - 1 &&
      !tokens[token].space_before) {  // beside another mark: it opens where that one does
    may_open = sites_.back().lean == Lean::open;
  }
  const bool may_close =
      token + 1 == end || tokens[token + 1].space_before || ends_something(tokens[token + 1].mark);
  if (may_open == may_close) return Lean::unsure;
  return may_open ? Lean::open : Lean::close;
}

void Quotes::find_sites(std::string_view text, const std::vector<Token>& tokens, uint32_t begin,
                        uint32_t end) {
  sites_.clear();
  for (uint32_t t = begin; t < end; ++t) {
    if (!is_quote(tokens[t].mark)) continue;
    const Lean leaning = lean(tokens, t, begin, end);
    sites_.push_back({t, family_of(slice(text, tokens[t].span)), leaning, kNone, 0, 0});
  }
  uint32_t next[kFamilies], opens[kFamilies] = {}, closes[kFamilies] = {};
  std::fill_n(next, kFamilies, kNone);
  for (uint32_t i = static_cast<uint32_t>(sites_.size()); i-- > 0;) {
    Site& site = sites_[i];
    const auto family = static_cast<size_t>(site.family);
    site.next = next[family];
    site.opens_after = opens[family];
    site.closes_after = closes[family];
    next[family] = i;
    bool opening = site.lean == Lean::open;
    if (tokens[site.token].mark != Mark::quote) {
      opening = tokens[site.token].mark == Mark::open_quote;
    }
    ++(opening ? opens : closes)[family];
  }
}

// Whether the mark opens a quotation; `shape` is what its form says.
bool Quotes::opens(const Site& site, Mark shape) const {
  const bool is_open = open_of_[static_cast<size_t>(site.family)] > 0;
  if (shape == Mark::open_quote) return site.lean != Lean::close || !is_open;
  if (shape == Mark::close_quote) return site.lean == Lean::open && !is_open;
  if (site.lean == Lean::open) return true;
  if (site.lean == Lean::unsure)
    return !is_open && open_of_[static_cast<size_t>(Family::curly)] == 0;
  // It leans to closing and nothing is open: it opens only what a later mark closes.
  return !is_open && closed_by(site.family) == site.family && site.next != kNone &&
         sites_[site.next].lean != Lean::open;
}

// A single quotation mark without a partner is an apostrophe or a minute sign.
bool Quotes::is_lone(const Site& site) const {
  const bool single = site.family == Family::single || site.family == Family::curly_single;
  return single && open_of_[static_cast<size_t>(site.family)] == 0 && site.closes_after == 0;
}

void Quotes::open(uint32_t index) {
  const Site& site = sites_[index];
  const auto family = static_cast<size_t>(site.family);
  const bool short_of_closes =
      open_of_[family] + 1 + site.opens_after > site.closes_after && open_of_[family] > 0;
  if (short_of_closes && !stack_.empty() && stack_.back() == site.family) {
    const bool name = site.next != kNone && sites_[site.next].lean != Lean::open &&
                      sites_[site.next].token - site.token <= kShortName;
    if (!name) {  // the outer quotation was left open: it ends here
      stack_.pop_back();
      --open_of_[family];
      ++unclosed_;
    }
  }
  stack_.push_back(site.family);
  ++open_of_[family];
}

// A straight mark may close a curly quotation and the other way round.
Quotes::Family Quotes::closed_by(Family family) const {
  if (open_of_[static_cast<size_t>(family)] > 0) return family;
  const Family other = family == Family::straight ? Family::curly
                       : family == Family::curly  ? Family::straight
                                                  : family;
  return open_of_[static_cast<size_t>(other)] > 0 ? other : family;
}

// Closes the innermost quotation of the mark's kind and what was left open inside it.
bool Quotes::close(uint32_t index) {
  const Family family = closed_by(sites_[index].family);
  if (open_of_[static_cast<size_t>(family)] == 0) return false;
  while (true) {
    const Family top = stack_.back();
    stack_.pop_back();
    --open_of_[static_cast<size_t>(top)];
    if (top == family) return true;
    ++unclosed_;
  }
}

uint32_t Quotes::resolve(std::string_view text, std::vector<Token>& tokens, uint32_t begin,
                         uint32_t end) {
  find_sites(text, tokens, begin, end);
  stack_.clear();
  std::fill_n(open_of_, kFamilies, 0);
  unclosed_ = 0;
  for (uint32_t i = 0; i < sites_.size(); ++i) {
    Token& token = tokens[sites_[i].token];
    const size_t before = stack_.size();
    if (opens(sites_[i], token.mark)) {
      token.mark = is_lone(sites_[i]) ? Mark::other : Mark::open_quote;
      if (token.mark == Mark::open_quote) open(i);
    } else {
      const bool single =
          sites_[i].family == Family::single || sites_[i].family == Family::curly_single;
      token.mark = close(i) || !single ? Mark::close_quote : Mark::other;
    }
    const auto depth = [](size_t n) { return static_cast<uint8_t>(std::min<size_t>(n, 255)); };
    const size_t opened = token.mark == Mark::open_quote ? 1 : 0;
    token.quote_depth = depth(std::min(before, stack_.size() - opened));
    const uint32_t until = i + 1 < sites_.size() ? sites_[i + 1].token : end;
    for (uint32_t t = sites_[i].token + 1; t < until; ++t) {
      tokens[t].quote_depth = depth(stack_.size());
    }
  }
  return unclosed_ + static_cast<uint32_t>(stack_.size());
}

}  // namespace rasid
