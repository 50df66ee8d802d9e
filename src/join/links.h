// SPDX-License-Identifier: Apache-2.0
// Links between reports of one set, and the groups that they make.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "join/joiner.h"
#include "join/profile.h"

namespace rasid {

using Profiles = std::span<const Profile* const>;

// Sets that grow together (union by the lower number, so that the outcome has no order).
class Groups {
 public:
  explicit Groups(size_t count);
  uint32_t of(uint32_t member);
  void unite(uint32_t a, uint32_t b);
  std::vector<std::vector<uint32_t>> lists();  // members ascending, groups by their first

 private:
  std::vector<uint32_t> parent_;
};

// The reports that meet under a key (joiner.h, FileKey).
class Meetings {
 public:
  explicit Meetings(Profiles profiles);
  // Those before or after `number` that meet it, once each.
  void with(uint32_t number, std::vector<uint32_t>& out);

 private:
  struct Place {
    FileKey key;
    uint32_t number;
  };
  std::vector<Place> places_;     // sorted by key, day
  std::vector<FileKey> keys_;     // of all profiles, one after another
  std::vector<uint32_t> begins_;  // of each profile's keys
  std::vector<uint32_t> seen_;
};

struct Link {
  uint32_t a = 0, b = 0;
  double strength = 0;  // likeness, above 0
};
// All links between reports that meet.
std::vector<Link> links_of(Profiles profiles);

// Unites all reports that meet and whose likeness is above `threshold`.
void link_all(Profiles profiles, double threshold, Groups& groups);

// Unites what a person tied together.
void tie_all(Profiles profiles, std::span<const ReportTie> ties, Groups& groups);

}  // namespace rasid
