#!/usr/bin/env bash
# clusters.sh [FOLDER]: joins the labelled days of August 2015 and scores the joiner on eval/clusters, half by half.
# FOLDER holds SaudiNewsNet's days (2015-08-01.jsonl.gz ...); says so where there is none.
set -eu
cd "$(dirname "$0")/.."
folder=${1:-../shared/data/saudinewsnet}
if ! ls "$folder"/2015-08-*.jsonl.gz > /dev/null 2>&1; then
  echo "clusters: no days of August 2015 at $folder: nothing is scored"
  exit 0
fi
days=$(mktemp -d)
trap 'rm -rf "$days"' EXIT
mkdir "$days/in"
cp "$folder"/2015-08-*.jsonl.gz "$days/in/"
python3 bench/corpus.py "$days/in" "$days/days.jsonl" "$days/days.txt"
build/rasid join --input jsonl "$days/days.jsonl" > "$days/joined.jsonl"
for half in tune check; do
  echo "== $half"
  python3 eval/clusters.py "$days/joined.jsonl" --half "$half"
done
echo "== all"
python3 eval/clusters.py "$days/joined.jsonl"
