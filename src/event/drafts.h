// SPDX-License-Identifier: Apache-2.0
// Drafts: events while the document is still being read: roles may yet be filled from what was told
// before, deeds told twice merged. Reused from document to document.
#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

#include "event/arguments.h"

namespace rasid {

struct EventDraft {
  Event event;
  std::vector<Role> roles;
  const FrameSpec* frame = nullptr;
  uint32_t block = 0;
  uint32_t head = kNone;   // index into its sentence's heads
  uint32_t own_roles = 0;  // roles found in the sentence itself; the rest come from context
  uint32_t time_chunk = kNone;
  bool noun = false;
  bool own_side = false;  // some actor is more than the partner (with X) of a reciprocal deed
  bool definite = false;
  bool negated = false;
  bool place_of_host = false;  // its place is only what stands for its host
  bool dropped = false;
  bool at_home = false;             // a visit within the visitor's own country
  std::string_view inherited_mode;  // of the deed told before that lends its participants
  const char* drop_rule = "";
};

inline bool is_participant_role(RoleKind kind) {
  return kind == RoleKind::actor || kind == RoleKind::recipient;
}

inline bool has_role(const EventDraft& draft, RoleKind kind) {
  return std::any_of(draft.roles.begin(), draft.roles.end(),
                     [&](const Role& role) { return role.kind == kind; });
}

class DraftList {
 public:
  void clear() { count_ = 0; }
  EventDraft& add() {
    if (count_ == drafts_.size()) drafts_.emplace_back();
    EventDraft& draft = drafts_[count_++];
    std::vector<Role> roles = std::move(draft.roles);
    roles.clear();
    draft = EventDraft{};
    draft.roles = std::move(roles);
    return draft;
  }
  void drop_last() { --count_; }
  uint32_t size() const { return static_cast<uint32_t>(count_); }
  EventDraft& operator[](uint32_t at) { return drafts_[at]; }
  const EventDraft& operator[](uint32_t at) const { return drafts_[at]; }

 private:
  std::vector<EventDraft> drafts_;
  size_t count_ = 0;
};

}  // namespace rasid
