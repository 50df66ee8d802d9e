#!/usr/bin/env bash
# bench/run.sh: speed, memory and start-up of build/rasid on real news, with the yardstick run on the same text.
# Reads ../shared/data/saudinewsnet and ../shared/score/calibrate.cc; says so where they are not there.
set -eu
cd "$(dirname "$0")/.."
data=${DATA:-../shared/data/saudinewsnet}
yardstick=${CALIBRATE:-../shared/score/calibrate.cc}
rounds=${ROUNDS:-3}
if [ ! -d "$data" ] || [ ! -f "$yardstick" ]; then
  echo "bench: no corpus at $data or no $yardstick: nothing is measured"
  exit 0
fi
work=build/bench-data
mkdir -p "$work"
[ -s "$work/news.jsonl" ] && [ -s "$work/news.txt" ] || python3 bench/corpus.py "$data" "$work/news.jsonl" "$work/news.txt"
g++ -O3 -fno-tree-vectorize -o "$work/calibrate" "$yardstick"
cmake --preset bench > /dev/null
cmake --build --preset bench --target bench_stages > /dev/null

echo "== stages (one core, $rounds rounds, median)"
taskset -c 0 build/bench/bench_stages "$work/news.jsonl" build/bench/lexicon.image "$rounds"

echo "== the binary: every article read once, all output written to a file"
python3 - "$work" "$rounds" <<'P'
import os, resource, subprocess, statistics, sys, time
work, rounds = sys.argv[1], int(sys.argv[2])
size = os.path.getsize(f"{work}/news.txt")
pin = ["taskset", "-c", "0"]
def once(command, **kw):
    start = time.perf_counter()
    subprocess.run(command, check=True, **kw)
    return time.perf_counter() - start
def code(threads, out):
    with open(out, "wb") as sink:
        return once((pin if threads == 1 else []) + ["build/rasid", "code", "--input", "jsonl", "--format", "jsonl",
                     "--threads", str(threads), f"{work}/news.jsonl"], stdout=sink, stderr=subprocess.DEVNULL)
ratios, speeds = [], []
for _ in range(rounds):
    yard = float(subprocess.run(pin + [f"{work}/calibrate", f"{work}/news.txt", "3"], check=True, capture_output=True,
                                text=True).stdout.split()[0])
    speed = size / code(1, f"{work}/one.jsonl") / 1e6
    speeds.append(speed), ratios.append(yard / speed)
print(f"text to events: {statistics.median(speeds):.1f} MB/s of article text; 1/{statistics.median(ratios):.0f} of calibrate ({yard:.0f} MB/s)")
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
two = code(2, f"{work}/two.jsonl")
same = open(f"{work}/one.jsonl", "rb").read() == open(f"{work}/two.jsonl", "rb").read()
print(f"two threads: {size / two / 1e6:.1f} MB/s; same bytes as one thread: {'yes' if same else 'NO'}")
P
/usr/bin/env python3 - "$work" <<'P'
import resource, subprocess, sys
subprocess.run(["build/rasid", "code", "--input", "jsonl", "--format", "jsonl", f"{sys.argv[1]}/news.jsonl"], check=True,
               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(f"peak resident: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")
P
python3 - <<'P'
import statistics, subprocess, time
times = []
for _ in range(21):
    start = time.perf_counter()
    subprocess.run(["build/rasid", "code", "--format", "jsonl", "-"], input="اليوم\n".encode(), stdout=subprocess.DEVNULL, check=True)
    times.append(time.perf_counter() - start)
print(f"start-up and one line: {statistics.median(times) * 1e3:.1f} ms")
P

echo "== the record: adding, asking"
cmake --build --preset bench --target bench_store_queries bench_join_speed > /dev/null
bench/store.sh
