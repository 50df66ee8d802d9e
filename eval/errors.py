#!/usr/bin/env python3
"""errors.py GOLD_DIR OUTPUT.jsonl [NAME...]: gold and coded events of each line side by side, for articles whose errors may be read.

Only articles listed in TUNE (beside GOLD_DIR) are shown. Marks: = record right, ~ matched but codes or status differ, - missed, + invented.
With --classes the differences are counted by class instead.
"""
import argparse
import collections
import importlib.util
import json
import pathlib


def load_scorer(gold):
    spec = importlib.util.spec_from_file_location("score", gold.parent / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def side(people):
    return " ".join(f"{c}:{s}/{n}" if n else f"{c}:{s}" for c, s, n in people)


def shown(event):
    kind = event.category + ("." + event.mode if event.mode else "")
    return (f"{kind} {event.status} [{event.trigger}] {side(event.actor)} -> {side(event.recipient)} | {event.date or ''} | {event.place or ''} | "
            f"by {side(event.said_by)} | {event.group}")


def differences(g, o):
    out = []
    if g.mode != o.mode:
        out.append(f"mode {g.category}.{g.mode or '-'} as {o.mode or '-'}")
    if g.codes(g.reciprocal) != o.codes(g.reciprocal):
        gc, oc = g.codes(True)[0], o.codes(True)[0]
        out.append("codes swapped" if gc == oc else "codes missing" if oc < gc else "codes too many" if gc < oc else "codes wrong")
    if g.status != o.status:
        out.append(f"status {g.status} as {o.status}")
    if g.date != o.date:
        out.append("date " + ("missing" if not o.date else "invented" if not g.date else "wrong"))
    if {p[0] for p in g.said_by} != {p[0] for p in o.said_by}:
        out.append("said_by " + ("missing" if not o.said_by else "invented" if not g.said_by else "wrong"))
    if bool(g.place) != bool(o.place):
        out.append("place " + ("missing" if not o.place else "invented"))
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("output")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--classes", action="store_true")
    args = parser.parse_args()
    score = load_scorer(args.gold)
    tune = set((args.gold.parent / "TUNE").read_text(encoding="utf-8").split())
    gold = {name: events for name, events in score.load_gold(args.gold).items() if name in tune and (not args.names or name in args.names)}
    everything = {p.stem for p in args.gold.glob("*.jsonl")}
    out = score.load_output(open(args.output, encoding="utf-8"), gold, args.gold, everything)
    classes = collections.Counter()
    for name in sorted(gold):
        text = (args.gold / f"{name}.txt").read_text(encoding="utf-8").split("\n")
        if not args.classes:
            print("=" * 20, name)
        for line in sorted({e.line for e in gold[name]} | {e.line for e in out[name]}):
            gs, os_ = [e for e in gold[name] if e.line == line], [e for e in out[name] if e.line == line]
            pairs = score.best_matching(gs, os_)
            hit_g, hit_o = {i for i, _ in pairs}, {j for _, j in pairs}
            if not args.classes:
                print(f"-- {line}: {text[line - 1]}")
            for i, j in pairs:
                found = differences(gs[i], os_[j])
                classes.update(found)
                wrong = any(d.startswith(("codes", "status")) for d in found)
                if not args.classes:
                    print("  " + ("~" if wrong else "=") + " gold " + shown(gs[i]))
                    if found:
                        print("         " + shown(os_[j]) + "   <<< " + "; ".join(found))
            for i, g in enumerate(gs):
                if i not in hit_g:
                    classes[f"missed {g.category}"] += 1
                    if not args.classes:
                        print("  - gold " + shown(g))
            for j, o in enumerate(os_):
                if j not in hit_o:
                    classes[f"invented {o.category}"] += 1
                    if not args.classes:
                        print("  +      " + shown(o))
    if args.classes:
        for what, n in classes.most_common():
            print(f"{n:5} {what}")


if __name__ == "__main__":
    main()
