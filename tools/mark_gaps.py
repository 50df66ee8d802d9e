#!/usr/bin/env python3
"""mark_gaps.py: turns the examples that fail now into `todo:` lines, so that known gaps are counted and seen, and tells those that pass again.

usage: mark_gaps.py [--binary build/rasid] [--folder lexicon]
Reads the failures of `rasid lexicon test`. A failing `yes:` becomes a `todo:`, a failing `no:` a `todo:` with the line "+ fires = no". A passing `todo:` becomes
a `yes:` (or `no:`) again.
"""
import argparse
import pathlib
import re
import subprocess
import sys


DENIED = "+ fires = no"


def turn(text, at, kind):
    """Turns the example on line `at` from yes or no to todo, or from todo back."""
    sentence = text[at][len(kind) + 1:]
    if kind == "todo" and text[at + 1:at + 2] == [DENIED]:
        text[at] = "no:" + sentence
        del text[at + 1]
    elif kind == "todo":
        text[at] = "yes:" + sentence
    else:
        text[at] = "todo:" + sentence
        if kind == "no":
            text.insert(at + 1, DENIED)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default="build/rasid")
    parser.add_argument("--folder", default="lexicon")
    args = parser.parse_args()
    done = subprocess.run([args.binary, "lexicon", "test", "--folder", args.folder], capture_output=True, text=True)
    changes = {}
    for line in done.stdout.splitlines():
        found = re.match(r"(\S+):(\d+): \S+: (yes|no|todo): (.*)", line)
        if not found:
            continue
        path, number, kind, _ = found.groups()
        changes.setdefault(path, {})[int(number)] = kind
    for path, lines in changes.items():
        file = pathlib.Path(path)
        text = file.read_text(encoding="utf-8").split("\n")
        for number in sorted(lines, reverse=True):  # from the end, so that line numbers stay true
            turn(text, number - 1, lines[number])
        file.write_text("\n".join(text), encoding="utf-8")
    print(f"{sum(len(v) for v in changes.values())} examples changed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
