#!/usr/bin/env python3
"""gaps.py RASID ARTICLES [--lexicon FILE] [--limit N] [--top N] [--examples N]: words beside political actors that make no event.

ARTICLES is a .jsonl or .jsonl.gz file (text or content, title), or a folder of texts. For each article what the stages make of it is
read (rasid trace): verbs with a political subject and masdars before a political name, whose word is the trigger of no event, are
counted by lemma (in the letters of base/letters.h), with examples and the frames that were tried and refused.
"""
import argparse
import collections
import gzip
import json
import pathlib
import re
import subprocess

NEUTRAL = {"qAl", "ADAf", "AwDH", "SrH", "kAn", "bd", "tm", "Cyf", "Aftd", "tAbE", "jAC", "lAfytA", "AcAr", "Akd", "AEln", "lyys"}


def articles(source):
    path = pathlib.Path(source)
    if path.is_dir():
        for file in sorted(path.rglob("*.txt")):
            yield re.sub(r"<[^>]*>", "", file.read_text(encoding="utf-8", errors="replace"))
        return
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else open(path, encoding="utf-8")
    for line in opened:
        article = json.loads(line)
        yield article.get("title", "") + "\n" + (article.get("text") or article.get("content") or "")


def trace(options, text, stage):
    command = [options.rasid, "trace", f"--after={stage}"]
    if options.lexicon:
        command += ["--lexicon", options.lexicon]
    return subprocess.run(command + ["-"], input=text, capture_output=True, text=True).stdout.split("\n")


def lemmas(lines):
    """word (in letters) -> (part of speech, lemma), of the verbs and masdars that the morph dump tells"""
    found = {}
    for line in lines:
        part = line.split()
        if len(part) > 4 and part[0].isdigit():
            kind = next((p for p in part[2:5] if p in ("verb", "masdar")), None)
            if kind:
                found[part[1]] = (kind, part[-1] if not part[-1].startswith("-") else part[-2])
    return found


# The normal letters of a word, as src/base/letters.h writes them.
LETTERS = dict(zip("ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئىة", "AbtvjHxdVrzscSDTZEgfqklmnhwyCAAAwyyh"))


def letters(word):
    return "".join(LETTERS.get(c, "") for c in word)


def gaps(options, text, counts, examples):
    events = trace(options, text, "event")
    triggers = set()
    for line in events:
        hit = re.match(r"[A-Z]{3,}(?:\.\S+)? \[(.*?)\] ", line)
        if hit:
            triggers.update(hit[1].split())
    refused = collections.defaultdict(list)
    for line in events:
        hit = re.match(r"no event: (\S+): (\S+) (.*)", line)
        if hit:
            refused[hit[1]].append(hit[2])
    known = lemmas(trace(options, text, "morph"))
    seen = set()
    for line in events:
        hit = re.match(r"(?:main|content|relative|adverbial|conditional|nominal) \[(\S+)\] <(.+?)>[^:]*: (.*)", line)
        if not hit or {hit[1], hit[1][1:]} & triggers or (hit[1], hit[3]) in seen:
            continue
        seen.add((hit[1], hit[3]))
        kind, lemma = known.get(letters(hit[1]), ("?", letters(hit[1])))
        if lemma in NEUTRAL:
            continue
        counts[(kind, lemma)] += 1
        examples[(kind, lemma)].append((hit[1], hit[2], hit[3][:120], " ".join(sorted(set(refused.get(hit[1], []))))))
    mentions = {line.split(" | ")[0] for line in trace(options, text, "entity") if line.count(" | ") >= 2 and re.search(r"\| [A-Z]{3}[:/]", line)}
    flat = " ".join(text.split())
    for mention in mentions:
        for hit in re.finditer(r"(\S+) " + re.escape(mention), flat):
            word = hit[1].strip("«»\"'():،.")
            kind, lemma = known.get(letters(word), (None, None))
            if kind == "masdar" and not {word, word[1:]} & triggers:
                counts[(kind, lemma)] += 1
                examples[(kind, lemma)].append((word, mention, flat[max(0, hit.start() - 40):hit.end() + 40], " ".join(sorted(set(refused.get(word, []))))))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("rasid")
    parser.add_argument("articles")
    parser.add_argument("--lexicon")
    parser.add_argument("--limit", type=int, default=500)
    parser.add_argument("--skip", type=int, default=0)
    parser.add_argument("--top", type=int, default=100)
    parser.add_argument("--examples", type=int, default=2)
    options = parser.parse_args()
    counts, examples = collections.Counter(), collections.defaultdict(list)
    for number, text in enumerate(articles(options.articles)):
        if number < options.skip:
            continue
        if number >= options.skip + options.limit:
            break
        gaps(options, text, counts, examples)
    for (kind, lemma), count in counts.most_common(options.top):
        print(f"{count:5} {kind} {lemma}")
        for word, who, clause, tried in examples[(kind, lemma)][:options.examples]:
            print(f"        [{word}] <{who}> {clause}" + (f"   ({tried})" if tried else ""))


if __name__ == "__main__":
    main()
