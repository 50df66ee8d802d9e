// SPDX-License-Identifier: Apache-2.0
#include "record/codes.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <tuple>

namespace rasid {

std::optional<double> number_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

namespace {

CategoryCodes codes_of(const Entry& entry) {
  CategoryCodes row;
  const std::string_view id = entry.id();
  const size_t dot = id.find('.');
  row.category = id.substr(0, dot);
  row.mode = dot == std::string_view::npos ? std::string_view{} : id.substr(dot + 1);
  const auto cameo = entry.values(Key::cameo);
  if (!cameo.empty()) row.cameo = row.cameo_demand = cameo[0];
  if (cameo.size() > 1) row.cameo_demand = cameo[1];
  const std::string_view plover = entry.value(Key::plover);
  const size_t space = plover.find(' ');
  row.plover_event = plover.substr(0, space);
  row.plover_mode = space == std::string_view::npos ? std::string_view{} : plover.substr(space + 1);
  row.quad = static_cast<int>(number_of(entry.value(Key::quad)).value_or(0));
  row.scale = number_of(entry.value(Key::scale));
  row.reciprocal = entry.value(Key::reciprocal) == "yes";
  return row;
}

std::tuple<std::string_view, std::string_view> key_of(const CategoryCodes& row) {
  return {row.category, row.mode};
}

// What a planned deed is called; empty fields: as the held one.
struct Planned {
  std::string_view category, cameo, plover_event;
};
constexpr Planned kPlanned[] = {{"CONSULT", "036", "AGREE"},   {"SUPPORT", "032", "AGREE"},
                                {"COOPERATE", "031", "AGREE"}, {"AID", "033", "AGREE"},
                                {"CONCEDE", "035", ""},        {"RETREAT", "0356", ""}};

}  // namespace

Codes::Codes(const Lexicon& lexicon, std::vector<Error>& problems) {
  for (EntryId id : lexicon.entries_of(Type::category)) {
    const Entry entry = lexicon.entry(id);
    rows_.push_back(codes_of(entry));
    const CategoryCodes& row = rows_.back();
    if (row.quad < 0 || row.quad > 4) {
      problems.push_back({"quad must be 0 to 4",
                          std::string(entry.file()) + ":" + std::to_string(entry.line()), ""});
    }
  }
  std::sort(rows_.begin(), rows_.end(),
            [](const auto& a, const auto& b) { return key_of(a) < key_of(b); });
}

const CategoryCodes* Codes::find(std::string_view category, std::string_view mode) const {
  const auto key = std::make_tuple(category, mode);
  const auto at =
      std::lower_bound(rows_.begin(), rows_.end(), key,
                       [](const CategoryCodes& row, const auto& k) { return key_of(row) < k; });
  return at != rows_.end() && key_of(*at) == key ? &*at : nullptr;
}

EventCodes Codes::coded(std::string_view category, std::string_view mode, const Claim& claim,
                        bool demand) const {
  const CategoryCodes* row = find(category, mode);
  if (row == nullptr) row = find(category, "");
  if (row == nullptr) return {};
  EventCodes out{demand ? row->cameo_demand : row->cameo, row->plover_event, row->plover_mode,
                 row->quad, row->scale};
  if (claim.status == Status::possible || claim.status == Status::negated) {
    const bool cancelled = category == "CONSULT" && claim.negation == Negation::cancelled;
    out.cameo = cancelled ? "125" : "";
    out.plover_event = cancelled ? "REJECT" : "";
    out.plover_mode = cancelled ? "meet" : "";
  }
  if (claim.status != Status::planned) return out;
  for (const Planned& planned : kPlanned) {
    if (planned.category != category) continue;
    out.cameo = planned.cameo;
    if (planned.plover_event.empty()) break;
    out.plover_event = planned.plover_event;
    out.plover_mode = {};
  }
  return out;
}

}  // namespace rasid
