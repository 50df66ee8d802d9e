// SPDX-License-Identifier: Apache-2.0
// Records and articles as JSON lines. as_json: every field of ARCHITECTURE.md, "A record";
// as_plover: the fields of the PLOVER manual with our extension fields after them. Each appends one
// line with its line end.
#pragma once
#include <string>

#include "model/article.h"
#include "model/record.h"

namespace rasid {

void append_json(std::string& out, const Record& record);
// Nothing for a record that PLOVER has no row for (a STATEMENT, a possible or negated deed);
// answers whether it wrote.
bool append_plover(std::string& out, const Record& record);
void append_article_json(std::string& out, const Article& article);

}  // namespace rasid
