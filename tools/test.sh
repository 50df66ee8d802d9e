#!/usr/bin/env bash
# test.sh JOBS: the whole test suite under the address and undefined-behaviour sanitizers.
set -eu
cd "$(dirname "$0")/.."
jobs=${1:-2}
python3 tools/check_layers.py
if command -v clang-format-14 >/dev/null; then
  git ls-files 'src/*.cc' 'src/*.h' 'fuzz/*.cc' 'bench/*.cc' | xargs clang-format-14 --dry-run --Werror
  echo "formatting: ok"
fi
cmake --preset asan > /dev/null
cmake --build --preset asan -j "$jobs"
ctest --preset asan -j "$jobs"
