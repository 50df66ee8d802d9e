#!/usr/bin/env bash
# check_all.sh JOBS: what takes too long for make test: thread sanitizer, clang-tidy, fuzzing (60 s a target), huge inputs, benches.
set -eu
cd "$(dirname "$0")/.."
jobs=${1:-2}
seconds=${FUZZ_SECONDS:-60}
echo "== thread sanitizer"
cmake --preset tsan > /dev/null
cmake --build --preset tsan -j "$jobs" --target rasid > /dev/null
python3 - <<'P' > build/tsan.jsonl
import json, pathlib
pages = [p.read_text(encoding="utf-8") for p in sorted(pathlib.Path("test/golden").glob("*/page.txt"))]
for i in range(300):
    print(json.dumps({"id": f"a{i}", "text": pages[i % len(pages)], "date": "2016-10-04"}, ensure_ascii=False))
P
build/tsan/rasid code --input jsonl --threads 4 build/tsan.jsonl > build/tsan.out
cmake --build --preset tsan -j "$jobs" --target test_store > /dev/null
RASID_FAULTS=50 build/tsan/test_store
echo "== kill -9, 200 cycles"
python3 test/faults.py build/rasid 200
echo "== clang-tidy"
git ls-files 'src/*.cc' | grep -v _test.cc | xargs -P "$jobs" -n 4 clang-tidy-14 -p build/tsan --quiet
echo "== fuzzing, $seconds s each"
cmake --preset fuzz > /dev/null
cmake --build --preset fuzz -j "$jobs" --target fuzz_rec fuzz_image fuzz_page fuzz_token
for target in rec image page token; do
  mkdir -p "build/fuzz/found/$target"
  "build/fuzz/fuzz_$target" -max_total_time="$seconds" -max_len=65536 -rss_limit_mb=4096 -timeout=20 -verbosity=0 \
    -print_final_stats=1 "build/fuzz/found/$target" "fuzz/corpus/$target"
done
echo "== a single line of 200 MB"
python3 tools/huge_line.py build/rasid
echo "== benches"
bench/run.sh
