#!/usr/bin/env python3
"""verify.py FOLDER: whether every label stands where it says it does.

FOLDER holds SaudiNewsNet's days (*.jsonl.gz). For labels.tsv and near_misses.tsv: the address is in the corpus, the
line exists in the text (title, line end, content, as bench/corpus.py builds it; lines from 1), and the trigger stands
in it as whole words. Also that no report is named twice, that every deed of labels.tsv is in deeds.tsv with the half
its id hashes to, and that no near miss joins two reports of one deed.
"""
import csv
import gzip
import hashlib
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
LETTER = r"[\w\u064b-\u065f\u0670]"
STATUSES = {"held", "planned", "possible", "negated"}


def articles(folder):
    texts = {}
    for path in sorted(pathlib.Path(folder).glob("*.jsonl.gz")):
        for line in gzip.open(path, "rt", encoding="utf-8"):
            raw = json.loads(line)
            texts[raw.get("url")] = ((raw.get("title") or "") + "\n" + (raw.get("content") or "")).split("\n")
    return texts


def rows(name):
    with open(HERE / name, encoding="utf-8") as stream:
        return list(csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]


def stands(texts, url, line, trigger):
    lines = texts.get(url)
    if lines is None or not 1 <= int(line) <= len(lines):
        return False
    return re.search(f"(?<!{LETTER}){re.escape(trigger)}(?!{LETTER})", lines[int(line) - 1]) is not None


def main():
    texts = articles(sys.argv[1])
    deeds = {deed: half for deed, _, _, half in rows("deeds.tsv")}
    faults, deed_of = [], {}
    for deed, url, line, trigger, _, status in rows("labels.tsv"):
        key = (url, line, trigger)
        if not stands(texts, *key) or status not in STATUSES or deed not in deeds or key in deed_of or trigger.count(" ") > 2:
            faults.append(("label", deed) + key)
        deed_of[key] = deed
    for deed, half in deeds.items():
        if half != ("tune" if hashlib.sha256(deed.encode()).digest()[0] % 2 == 0 else "check"):
            faults.append(("half", deed))
    pairs = rows("near_misses.tsv")
    for row in pairs:
        one, two = tuple(row[:3]), tuple(row[3:])
        if one not in deed_of or two not in deed_of or deed_of[one] == deed_of[two]:
            faults.append(("near miss",) + one + two)
    for fault in faults:
        print("\t".join(fault))
    print(f"{len(deeds)} deeds, {len(deed_of)} reports, {len(pairs)} near misses, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
