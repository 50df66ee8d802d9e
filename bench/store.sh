#!/usr/bin/env bash
# store.sh: how fast articles become part of the record and how fast it answers, with 500,000 reports. STORE_COPIES: how often
# SaudiNewsNet is put in (8); ROOM: where (build/bench-data). Takes some minutes.
set -eu
cd "$(dirname "$0")/.."
data=${DATA:-../shared/data/saudinewsnet}
copies=${STORE_COPIES:-8}
work=${ROOM:-build/bench-data}
mkdir -p "$work"
rm -f "$work"/store.rasid*
python3 - "$data" "$copies" "$work/store.rasid" <<'P'
import json, os, re, subprocess, sys, time
data, copies, store = sys.argv[1], int(sys.argv[2]), sys.argv[3]
grow = subprocess.Popen([sys.executable, "bench/grow.py", data, str(copies)], stdout=subprocess.PIPE)
start = time.perf_counter()
add = subprocess.Popen(["build/rasid", "add", "--store", store, "--input", "jsonl", "--threads", "2", "--progress", "-"],
                       stdin=grow.stdout, stderr=subprocess.PIPE)
points, text = [(0.0, 0, 0)], b""
while piece := os.read(add.stderr.fileno(), 65536):
    text += piece
    for found in re.finditer(rb"\r(\d+) articles, (\d+) reports", text):
        points.append((time.perf_counter() - start, int(found[1]), int(found[2])))
    text = text[text.rfind(b"\r"):] if b"\r" in text else text
add.wait()
seconds, articles, reports = points[-1]
print(f"added {articles} articles with {reports} reports in {seconds:.0f} s: {articles / seconds:.0f} articles/s, one process")

def pace(around):
    """Articles/s while the record grew past so many reports (over the 8,000 before to the 8,000 after)."""
    near = [p for p in points if around - 8000 <= p[2] <= around + 8000]
    return (near[-1][1] - near[0][1]) / (near[-1][0] - near[0][0]) if len(near) > 1 and near[-1][0] > near[0][0] else 0.0

early, late = pace(10000), pace(min(reports - 8000, 500000))
if early and late:
    print(f"at 10,000 reports {early:.0f} articles/s, at {min(reports - 8000, 500000)} {late:.0f}: {early / late:.2f} times as long")
size = os.path.getsize(store)
print(f"{size / articles / 1000:.2f} KB an article, text kept")
P
build/bench/bench_store_queries "$work/store.rasid" 300
build/bench/bench_join_speed "$work/store.rasid"
