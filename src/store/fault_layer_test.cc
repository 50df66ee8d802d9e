// SPDX-License-Identifier: Apache-2.0
#include "store/fault_layer.h"

#include <sqlite3.h>

#include <atomic>
#include <cstring>
#include <mutex>

namespace rasid {
namespace {

// One plan for all files: tests run one store at a time.
struct Plan {
  std::atomic<Fault> fault{Fault::none};
  std::atomic<int64_t> at{0}, calls{0};
  std::atomic<bool> happened{false};
};
Plan& plan() {
  static Plan one;
  return one;
}

bool hits(Fault fault) {
  Plan& now = plan();
  if (now.fault != fault) return false;
  const int64_t call = ++now.calls;
  const bool hit = now.at > 0 && (call == now.at || (fault == Fault::full && call > now.at));
  if (hit) now.happened = true;
  return hit;
}

struct File {
  sqlite3_file base;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
File* of(sqlite3_file* file) { return reinterpret_cast<File*>(file); }
sqlite3_vfs* usual() { return sqlite3_vfs_find("unix"); }

int file_close(sqlite3_file* file) {
  sqlite3_file* real = of(file)->real();
  return real->pMethods ? real->pMethods->xClose(real) : SQLITE_OK;
}
int file_read(sqlite3_file* file, void* into, int size, sqlite3_int64 at) {
  if (hits(Fault::read)) return SQLITE_IOERR_READ;
  sqlite3_file* real = of(file)->real();
  return real->pMethods->xRead(real, into, size, at);
}
int file_write(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
  sqlite3_file* real = of(file)->real();
  if (hits(Fault::full)) return SQLITE_FULL;
  if (hits(Fault::write)) return SQLITE_IOERR_WRITE;
  if (hits(Fault::half_write)) {
    real->pMethods->xWrite(real, from, size / 2, at);
    return SQLITE_IOERR_WRITE;
  }
  return real->pMethods->xWrite(real, from, size, at);
}
int file_truncate(sqlite3_file* file, sqlite3_int64 size) {
  if (hits(Fault::truncate)) return SQLITE_IOERR_TRUNCATE;
  sqlite3_file* real = of(file)->real();
  return real->pMethods->xTruncate(real, size);
}
int file_sync(sqlite3_file* file, int flags) {
  if (hits(Fault::sync)) return SQLITE_IOERR_FSYNC;
  sqlite3_file* real = of(file)->real();
  return real->pMethods->xSync(real, flags);
}
int file_size(sqlite3_file* file, sqlite3_int64* size) {
  sqlite3_file* real = of(file)->real();
  return real->pMethods->xFileSize(real, size);
}
int file_lock(sqlite3_file* file, int level) {
  sqlite3_file* real = of(file)->real();
  return real->pMethods->xLock(real, level);
}
int file_unlock(sqlite3_file* file, int level) {
  sqlite3_file* real = of(file)->real();
  return real->pMethods->xUnlock(real, level);
}
int file_check_lock(sqlite3_file* file, int* out) {
  sqlite3_file* real = of(file)->real();
  return real->pMethods->xCheckReservedLock(real, out);
}
int file_control(sqlite3_file* file, int what, void* with) {
  sqlite3_file* real = of(file)->real();
  return real->pMethods->xFileControl(real, what, with);
}
int file_sector(sqlite3_file* file) {
  sqlite3_file* real = of(file)->real();
  return real->pMethods->xSectorSize(real);
}
int file_traits(sqlite3_file* file) {
  sqlite3_file* real = of(file)->real();
  return real->pMethods->xDeviceCharacteristics(real);
}
int file_map(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
  sqlite3_file* real = of(file)->real();
  return real->pMethods->xShmMap(real, page, size, extend, out);
}
int file_map_lock(sqlite3_file* file, int offset, int count, int flags) {
  sqlite3_file* real = of(file)->real();
  return real->pMethods->xShmLock(real, offset, count, flags);
}
void file_map_barrier(sqlite3_file* file) {
  sqlite3_file* real = of(file)->real();
  real->pMethods->xShmBarrier(real);
}
int file_unmap(sqlite3_file* file, int remove) {
  sqlite3_file* real = of(file)->real();
  return real->pMethods->xShmUnmap(real, remove);
}

const sqlite3_io_methods& methods() {
  static const sqlite3_io_methods all = [] {
    sqlite3_io_methods out{};
    out.iVersion = 2;
    out.xClose = file_close;
    out.xRead = file_read;
    out.xWrite = file_write;
    out.xTruncate = file_truncate;
    out.xSync = file_sync;
    out.xFileSize = file_size;
    out.xLock = file_lock;
    out.xUnlock = file_unlock;
    out.xCheckReservedLock = file_check_lock;
    out.xFileControl = file_control;
    out.xSectorSize = file_sector;
    out.xDeviceCharacteristics = file_traits;
    out.xShmMap = file_map;
    out.xShmLock = file_map_lock;
    out.xShmBarrier = file_map_barrier;
    out.xShmUnmap = file_unmap;
    return out;
  }();
  return all;
}

int layer_open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* out) {
  if (hits(Fault::open)) return SQLITE_CANTOPEN;
  File* ours = of(file);
  ours->base.pMethods = nullptr;
  ours->real()->pMethods = nullptr;
  const int done = usual()->xOpen(usual(), name, ours->real(), flags, out);
  if (done == SQLITE_OK) ours->base.pMethods = &methods();
  return done;
}

}  // namespace

std::string fault_layer() {
  static sqlite3_vfs layer = [] {
    sqlite3_vfs out = *usual();
    out.zName = "rasid-faults";
    out.szOsFile = static_cast<int>(sizeof(File)) + usual()->szOsFile;
    out.xOpen = layer_open;
    out.pNext = nullptr;
    return out;
  }();
  static const int registered = sqlite3_vfs_register(&layer, 0);
  return registered == SQLITE_OK ? layer.zName : "";
}

void plan_fault(Fault fault, int64_t at) {
  plan().fault = fault;
  plan().at = at;
  plan().calls = 0;
  plan().happened = false;
}

int64_t fault_calls() { return plan().calls; }
bool fault_happened() { return plan().happened; }

}  // namespace rasid
