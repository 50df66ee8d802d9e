#!/usr/bin/env python3
"""agreement.py SECOND.tsv: how far a second labelling agrees with labels.tsv on which reports tell the same deed.

SECOND.tsv has a heading and rows of url, line, trigger, deed; its deed ids need not be those of labels.tsv. Only the
reports in both files count. Printed: B-cubed precision, recall and F1 of the second labelling against labels.tsv;
Cohen's kappa over all pairs of reports (same deed or not); then every deed that the two divide differently.
"""
import collections
import csv
import itertools
import pathlib
import sys


def labelling(path):
    with open(path, encoding="utf-8", newline="") as stream:
        table = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        deeds = {}
        for row in table:
            report = row["url"], int(row["line"]), row["trigger"]
            if report in deeds:
                sys.exit(f"{path}: named twice: {report}")
            deeds[report] = row["deed"]
    return deeds


def members(deeds, reports):
    groups = collections.defaultdict(set)
    for report in reports:
        groups[deeds[report]].add(report)
    return groups


def b_cubed(first, second, reports):
    a, b = members(first, reports), members(second, reports)
    shared = [(len(a[first[r]] & b[second[r]]), len(a[first[r]]), len(b[second[r]])) for r in reports]
    precision = sum(both / ours for both, _, ours in shared) / len(shared)
    recall = sum(both / theirs for both, theirs, _ in shared) / len(shared)
    return precision, recall, 2 * precision * recall / (precision + recall)


def kappa(first, second, reports):
    table = collections.Counter((first[x] == first[y], second[x] == second[y]) for x, y in itertools.combinations(reports, 2))
    pairs = sum(table.values())
    same_first, same_second = (table[True, True] + table[True, False]) / pairs, (table[True, True] + table[False, True]) / pairs
    observed = (table[True, True] + table[False, False]) / pairs
    chance = same_first * same_second + (1 - same_first) * (1 - same_second)
    return 1.0 if chance == 1 else (observed - chance) / (1 - chance), table


def main():
    first, second = labelling(pathlib.Path(__file__).parent / "labels.tsv"), labelling(sys.argv[1])
    reports = sorted(first.keys() & second.keys())
    if len(reports) < 2:
        sys.exit("fewer than two reports are in both files")
    a, b = members(first, reports), members(second, reports)
    print(f"reports {len(reports)} in both ({len(second) - len(reports)} only in the second); deeds {len(a)} and {len(b)}")
    print("B-cubed  P {:.3f}  R {:.3f}  F1 {:.3f}".format(*b_cubed(first, second, reports)))
    value, table = kappa(first, second, reports)
    print(f"kappa over pairs {value:.3f}  (same in both {table[True, True]}, only in labels {table[True, False]}, "
          f"only in the second {table[False, True]}, in neither {table[False, False]})")
    for side, groups, other in (("labels", a, second), ("second", b, first)):
        for deed, group in sorted(groups.items()):
            parts = collections.Counter(other[r] for r in group)
            if len(parts) > 1:
                print(f"{side} {deed} is divided: " + ", ".join(f"{part} {count}" for part, count in parts.most_common()))


if __name__ == "__main__":
    main()
