#!/usr/bin/env bash
# score.sh GOLD_DIR: codes every article of a gold folder and scores the events, for TUNE and for the rest.
# Needs the scorer that lies beside the gold (score.py in the folder above it); says so where there is none.
set -eu
cd "$(dirname "$0")/.."
gold=$1
scorer="$gold/../score.py"
if [ ! -d "$gold" ] || [ ! -f "$scorer" ]; then
  echo "score: no gold at $gold (with score.py above it): nothing is scored"
  exit 0
fi
out=build/score.jsonl
build/rasid code --format jsonl "$gold"/*.txt > "$out"
if [ -f "$gold/../TUNE" ]; then
  echo "== articles that may be read (TUNE)"
  python3 "$scorer" "$gold" "$out" --only "$gold/../TUNE"
  echo "== the rest (check)"
  python3 "$scorer" "$gold" "$out" --without "$gold/../TUNE"
fi
echo "== all"
python3 "$scorer" "$gold" "$out"
