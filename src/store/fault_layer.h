// SPDX-License-Identifier: Apache-2.0
// Fault layer, for tests: an SQLite VFS that passes everything on to the usual one, and lets the
// n-th call that touches the disk fail: a read, write, sync or truncation error, half a write, a
// full disk. After a full disk all further writes fail too, as they would.
#pragma once
#include <cstdint>
#include <string>

namespace rasid {

enum class Fault : uint8_t { none, read, write, half_write, full, sync, truncate, open };

// Registers the layer (once) and answers its name.
std::string fault_layer();
// The next faults: the call number `at` (from 1) of those that `fault` can hit; 0 for none.
void plan_fault(Fault fault, int64_t at);
// Calls of the kind seen since plan_fault, and whether the fault happened.
int64_t fault_calls();
bool fault_happened();

}  // namespace rasid
