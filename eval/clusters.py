#!/usr/bin/env python3
"""clusters.py JOINED [--labels eval/clusters] [--half tune|check] [--show N]: how well reports of one deed are joined.

JOINED is what `rasid join` prints for the labelled days (tools/clusters.sh makes it). A label is found where a report of the same
url and line has the label's category and shares a word with its trigger, or is the only report of that category in the line.
What the coder did not find, no joiner can join: `found` scores the found reports only, `all` counts each report that was not
found as an event of its own (so does a report coded as another category). B-cubed as in Bagga and Baldwin 1998; a report of the
output that two labels found (a line with two deeds) counts for each.
Near misses: the share of the pairs, both found, that were wrongly joined.
"""
import argparse
import collections
import csv
import json
import pathlib
import random
import re

MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
FOLDS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "ء", "ئ": "ء"})


def words_of(text):
    """The words of a trigger without their clitics, as far as that can be told without a lexicon."""
    out = set()
    for word in re.findall(r"\w+", MARKS.sub("", text).translate(FOLDS)):
        word = re.sub(r"^[وف]?(?:[بكل]?ال|لل|[بكل])?(?=\w{3})", "", word)
        out.add(word)
    return out


def share(a, b):
    return any(x == y or (min(len(x), len(y)) >= 4 and (x in y or y in x)) for x in a for y in b)


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def plain_rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]


def load_joined(path):
    by_line = collections.defaultdict(list)
    with open(path, encoding="utf-8") as file:
        for line in file:
            report = json.loads(line)
            report["words"] = words_of(report["trigger"])
            by_line[report["article"], report["line"]].append(report)
    return by_line


def find(label, by_line):
    """The report of a label, and whether it was found under another category instead."""
    here = by_line.get((label["url"], int(label["line"])), [])
    words = words_of(label["trigger"])
    category = label["category"].split(".")[0]
    same = [r for r in here if r["event"] == category]
    for candidates in ([r for r in same if r["trigger"] == label["trigger"]],
                       [r for r in same if share(words, r["words"])]):
        if candidates:
            return candidates[0], False
    if len(same) == 1:
        return same[0], False
    return None, any(share(words, r["words"]) for r in here)


def b_cubed_items(truth, guess):
    """Precision and recall of each item of two partitions of the same items, given as item -> cluster."""
    true_sets, guessed_sets = collections.defaultdict(set), collections.defaultdict(set)
    for item in truth:
        true_sets[truth[item]].add(item)
        guessed_sets[guess[item]].add(item)
    scores = {}
    for item in truth:
        both = len(true_sets[truth[item]] & guessed_sets[guess[item]])
        scores[item] = both / len(guessed_sets[guess[item]]), both / len(true_sets[truth[item]])
    return scores


def mean_of(scores):
    """Precision, recall and F1 of items."""
    if not scores:
        return 0.0, 0.0, 0.0
    precision, recall = (sum(values) / len(scores) for values in zip(*scores))
    return precision, recall, 2 * precision * recall / (precision + recall)


def b_cubed(truth, guess):
    return mean_of(list(b_cubed_items(truth, guess).values()))


def interval(truth, guess, draws=1000):
    """Where 95 of 100 values of B-cubed F1 lie when deeds are drawn anew, each with the scores of its reports."""
    of_deed = collections.defaultdict(list)
    for item, score in b_cubed_items(truth, guess).items():
        of_deed[truth[item]].append(score)
    deeds, chance = sorted(of_deed), random.Random(1)
    drawn = sorted(mean_of([score for deed in chance.choices(deeds, k=len(deeds)) for score in of_deed[deed]])[2] for _ in range(draws))
    return drawn[draws * 25 // 1000], drawn[draws * 975 // 1000 - 1]


def show_worst(labels, found, limit):
    """Deeds torn apart and events that hold several deeds, the largest first: where to look."""
    events_of, deeds_of = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
    for number, report in found.items():
        deed = labels[number]["deed"]
        events_of[deed][report["event_id"]] += 1
        deeds_of[report["event_id"]][deed] += 1
    torn = sorted(events_of.items(), key=lambda item: item[1].most_common(1)[0][1] - sum(item[1].values()))
    for deed, events in torn[:limit]:
        print(f"  torn   {deed}: " + " ".join(f"{event[:6]}={count}" for event, count in events.most_common(8)))
    mixed = sorted(deeds_of.items(), key=lambda item: item[1].most_common(1)[0][1] - sum(item[1].values()))
    for event, deeds in mixed[:limit]:
        if len(deeds) > 1:
            print(f"  mixed  {event[:6]}: " + " ".join(f"{deed}={count}" for deed, count in deeds.most_common(8)))


def near_misses(folder, labels, found, deeds):
    by_address = {(l["url"], l["line"], l["trigger"]): number for number, l in enumerate(labels)}
    wrong = seen = 0
    for url, line, trigger, url2, line2, trigger2 in plain_rows(folder / "near_misses.tsv"):
        a, b = by_address.get((url, line, trigger)), by_address.get((url2, line2, trigger2))
        if a not in found or b not in found or labels[a]["deed"] not in deeds or labels[b]["deed"] not in deeds:
            continue
        seen += 1
        wrong += found[a]["event_id"] == found[b]["event_id"] and found[a]["id"] != found[b]["id"]
    return wrong, seen


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("joined")
    parser.add_argument("--labels", default=pathlib.Path(__file__).parent / "clusters", type=pathlib.Path)
    parser.add_argument("--half", choices=["tune", "check"])
    parser.add_argument("--show", type=int, default=0, metavar="N", help="the N worst deeds and events")
    parser.add_argument("--least", type=float, default=0, metavar="F1", help="exit 1 where B-cubed F1 of found reports is less")
    options = parser.parse_args()
    halves = {row["deed"]: row["half"] for row in rows(options.labels / "deeds.tsv")}
    deeds = {deed for deed, half in halves.items() if options.half in (None, half)}
    labels = rows(options.labels / "labels.tsv")
    by_line = load_joined(options.joined)
    found, miscoded, missing = {}, 0, 0
    for number, label in enumerate(labels):
        if label["deed"] not in deeds:
            continue
        report, other = find(label, by_line)
        if report:
            found[number] = report
        elif other:
            miscoded += 1
        else:
            missing += 1
    total = len(found) + miscoded + missing
    truth_found = {n: labels[n]["deed"] for n in found}
    guess_found = {n: found[n]["event_id"] for n in found}
    truth_all = {n: l["deed"] for n, l in enumerate(labels) if l["deed"] in deeds}
    guess_all = {n: guess_found.get(n, f"alone {n}") for n in truth_all}
    print(f"labelled reports {total}: found {len(found)}, coded as another category {miscoded}, not found {missing}")
    for name, truth, guess in (("found", truth_found, guess_found), ("all", truth_all, guess_all)):
        precision, recall, f1 = b_cubed(truth, guess)
        print(f"B-cubed {name:5}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  deeds {len(set(truth.values()))}  events {len(set(guess.values()))}")
        if name == "found":
            headline = f1
            print("        95 of 100 draws of the deeds: F1 %.3f to %.3f" % interval(truth, guess))
    wrong, seen = near_misses(options.labels, labels, found, deeds)
    print(f"near misses joined wrongly {wrong} of {seen}" + (f" ({100 * wrong / seen:.1f} %)" if seen else ""))
    if options.show:
        show_worst(labels, found, options.show)
    raise SystemExit(1 if headline < options.least else 0)


if __name__ == "__main__":
    main()
