#!/usr/bin/env python3
"""How many gold participants can be found among the mentions of their line.

Usage: eval/findable.py MENTIONS GOLD_DIR [--show N] [--article ID]
MENTIONS: a line a mention, tab-separated: article file, line, kind, words, participants (";" between),
flags, rule. GOLD_DIR holds ARTICLE.jsonl. Counts country codes, and codes with sector, by role, over
the articles that MENTIONS has; --show lists the participants whose code no mention of the line has.
"""
import argparse
import collections
import json
import os


def code(participant, sector=False):
    head = participant.split("/")[0]
    return head if sector else head.split(":")[0]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("mentions")
    options.add_argument("gold")
    options.add_argument("--show", type=int, default=0)
    options.add_argument("--article", default="")
    args = options.parse_args()
    found = collections.defaultdict(set)
    articles = []
    with open(args.mentions, encoding="utf-8") as rows:
        for row in rows:
            cells = row.rstrip("\n").split("\t")
            name = os.path.splitext(os.path.basename(cells[0]))[0]
            if name not in articles:
                articles.append(name)
            found[name, int(cells[1])].update(p for p in cells[4].split(";") if p)
    total, hits, sectors = (collections.Counter() for _ in range(3))
    missing = []
    for name in articles:
        if args.article and args.article not in name:
            continue
        for line in open(os.path.join(args.gold, name + ".jsonl"), encoding="utf-8"):
            event = json.loads(line)
            there = found[name, event["line"]]
            codes = {code(p) for p in there}
            with_sector = {code(p, True) for p in there}
            for role in ("actor", "recipient", "said_by"):
                for participant in event.get(role) or []:
                    total[role] += 1
                    hits[role] += code(participant) in codes
                    sectors[role] += code(participant, True) in with_sector
                    if code(participant) not in codes:
                        missing.append((name, event["line"], role, participant, event["trigger"]))
    for role in total:
        print(f"{role}: {total[role]} code {hits[role] / total[role]:.3f}"
              f" sector {sectors[role] / total[role]:.3f}")
    seen = set()
    for row in missing:
        if row[:2] + row[3:4] in seen:
            continue
        seen.add(row[:2] + row[3:4])
        if len(seen) <= args.show:
            print(*row, sep=" | ")


if __name__ == "__main__":
    main()
