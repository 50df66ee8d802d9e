// SPDX-License-Identifier: Apache-2.0
// Grammar: how dates are told. Each function reads one kind at a token and fills a Reading; it
// answers the token after it, or 0 where it is not there.
#pragma once
#include <cstdint>

#include "time/cursor.h"
#include "time/reading.h"

namespace rasid::time {

// A date, weekday, day word, period or year. licensed: a preposition stands before it, so that a
// bare month or year will do.
uint32_t read_core(const Cursor& cursor, uint32_t at, bool licensed, Reading& reading);
uint32_t read_day_word(const Cursor& cursor, uint32_t at, Reading& reading);
uint32_t read_weekday(const Cursor& cursor, uint32_t at, Reading& reading);
uint32_t read_date(const Cursor& cursor, uint32_t at, bool licensed, Reading& reading);
uint32_t read_numeric(const Cursor& cursor, uint32_t at, Reading& reading);
uint32_t read_years(const Cursor& cursor, uint32_t at, bool licensed, Reading& reading);
uint32_t read_period(const Cursor& cursor, uint32_t at, Reading& reading);
uint32_t read_edge(const Cursor& cursor, uint32_t at, Reading& reading);
uint32_t read_amount(const Cursor& cursor, uint32_t at, Reading& reading);

}  // namespace rasid::time
