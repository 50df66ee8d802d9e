// SPDX-License-Identifier: Apache-2.0
// Packed: records, reports and the search tokens of an article as the store's file keeps them. The
// words of an excerpt are not kept twice: only where they stand in the article's text. What the
// article row tells (article, outlet, day, lexicon) is not in a packed record or report either.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "join/report.h"
#include "model/record.h"
#include "store/pack.h"
#include "store/search_text.h"

namespace rasid {

void pack(Packer& out, Span span);
Span unpack_span(Unpacker& in);

void pack(Packer& out, const Record& record);
Record unpack_record(Unpacker& in);  // excerpts have only their bytes: see fill_excerpts
// Puts words and code point offsets into the excerpts of records.
void fill_excerpts(std::vector<Record>& records, std::string_view text, uint32_t first_code_point);

std::string packed(const Report& report);
std::optional<Report> unpack_report(std::string_view bytes);  // nothing where they are damaged

// As a row keeps it: sealed. Nothing where it is damaged.
std::optional<Report> report_in(std::string_view row);

// Report::about, which all reports of an article share, is kept with the article.
std::string packed_words(const std::vector<uint32_t>& hashes);
std::vector<uint32_t> unpack_words(std::string_view bytes);

void pack(Packer& out, const std::vector<SearchToken>& tokens);
std::vector<SearchToken> unpack_tokens(Unpacker& in);

}  // namespace rasid
