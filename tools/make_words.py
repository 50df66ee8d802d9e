#!/usr/bin/env python3
"""Makes lexicon/words/verbs.tsv and adjectives.tsv from the MSA lexicon of Camel Morph (CAMeL Lab, New York University
Abu Dhabi, MIT licence): lemma, root, form, imperfect vowel; for adjectives root, feminine and broken plurals.

usage: make_words.py CAMEL_MORPH_DIR [RANKS.tsv]
RANKS.tsv: lines of `pos<TAB>rank<TAB>lemma` (how common a lemma is, see tools/rank_words.py); lemmas it does not name get none.
"""
import csv
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = "Camel Morph MSA lexicon (Habash et al. 2022), New York University Abu Dhabi, MIT licence"

LETTERS = dict(zip("'|>&<}AbptvjHxd*rzs$SDTZEgfqklmnhwyY{",
                   "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهويىا"))
VOWELS = {"a": "\u064e", "u": "\u064f", "i": "\u0650", "~": "\u0651", "o": "\u0652", "F": "\u064b", "K": "\u064d",
          "N": "\u064c", "`": "\u0670"}
# The letters of src/base/letters.h for roots.
ROOT_LETTERS = {">": "C", "'": "C", "<": "C", "&": "C", "}": "C", "|": "C", "*": "V", "$": "c"}

FORMS = {"1a2a3": "1", "1a2~a3": "2", "1A2a3": "3", ">a1o2a3": "4", "ta1a2~3": "5", "ta1A2a3": "6", "{ino1a2a3": "7",
         "{i1ota2a3": "8", "{i1o2a3~": "9", "{isota1o2a3": "10", "1a2o3a4": "q1", "ta1a2o3a4": "q2",
         "{i1o2ano3a4": "q3", "{i1o2a3a4~": "q4"}

# Lemmas written otherwise in the press.
SPELLED = {"أرأى": "أرى", "أحيى": "أحيا", "استحيى": "استحيا", "أعيى": "أعيا"}


def arabic(buckwalter, keep=""):
    """Buckwalter -> Arabic, with only the marks named in `keep`."""
    out = []
    for c in buckwalter:
        if c in LETTERS:
            out.append(LETTERS[c])
        elif c in keep:
            out.append(VOWELS[c])
    return "".join(out)


def rows(path):
    with open(path, encoding="utf-8", newline="") as f:
        yield from csv.DictReader(f)


def root_of(text):
    letters = [ROOT_LETTERS.get(c, c) for c in text.split(".")]
    return ".".join(letters) if all(len(c) == 1 for c in letters) else ""


def mended(root, lemma, form):
    """The root with a hamza that the lemma shows and the source's root hides behind w or y (va>ar, v.w.r)."""
    radicals = root.split(".")
    if "C" in radicals or len(radicals) != 3:
        return root
    letters = [ROOT_LETTERS.get(c, c) for c in lemma if c in LETTERS]
    for i, letter in enumerate(letters):
        if letter != "C" or (i == 0 and form == "4"):
            continue
        before = letters[i - 1] if i else ""
        if before == radicals[0] and radicals[1] in "wy":
            radicals[1] = "C"
        elif before == radicals[1] and radicals[2] in "wy":
            radicals[2] = "C"
    return ".".join(radicals)


def bare(lemma):
    """kataba-u -> kataba."""
    return lemma.split("-")[0]


def ranks(path):
    table = {}
    if path:
        for line in open(path, encoding="utf-8"):
            if line.strip() and not line.startswith("#"):
                pos, rank, lemma = line.rstrip("\n").split("\t")
                table[pos, lemma] = rank
    return table


def lemmas(path):
    if not path.exists():
        return set()
    return {line.split("\t")[-1] for line in path.read_text(encoding="utf-8").split("\n") if not line.startswith(("#", "%"))}


def present_of(row):
    """The present of form 1, third person masculine, with the vowel of its second radical."""
    stem = row["FORM"]
    cond = row["COND-S"]
    for ending, letters in (("#-uw'", "uw'"), ("#-iy'", "iy'"), ("#-A'", "A'"), ("#-u&", "u&"), ("#-a>", "a>"),
                            ("#-i}", "i}"), ("#-uw", "uw"), ("#-iy", "iy"), ("#-aY", "aY"), ("#-}iy", "}iy")):
        if ending in cond.split():
            if not stem.endswith(letters):
                stem += letters
            break
    if "#-ay" in cond.split():
        stem += "ay"
    if ">-#" in cond.split() and not stem.startswith(">"):
        stem = ">o" + stem
    return "ya" + stem


def middle_vowel_only(word):
    """Keeps the short vowel before the last letter (the one that the present of form 1 hangs on) and the shadda."""
    letters = []
    for c in word:
        if c in LETTERS:
            letters.append([c, ""])
        elif letters:
            letters[-1][1] += c
    out = ""
    for i, (letter, marks) in enumerate(letters):
        out += LETTERS[letter]
        if i == len(letters) - 2:
            out += "".join(VOWELS[m] for m in marks if m in "aui")
        if "~" in marks:
            out += VOWELS["~"]
    return out


def verbs(folder, rank):
    presents = {}
    for row in rows(folder / "MSA-Verb-LEX-IV.csv"):
        key = (row["ROOT"], row["LEMMA"])
        if row["BW"] == "IV" and row["COND-T"] != "c-suff":
            presents.setdefault(key, present_of(row))
    seen, out = set(), []
    for row in rows(folder / "MSA-Verb-LEX-PV.csv"):
        form = FORMS.get(row["PATTERN_ABSTRACT"])
        key = (row["ROOT"], row["LEMMA"])
        if form is None or key in seen:
            continue
        seen.add(key)
        root = root_of(row["ROOT"])
        if not root:
            continue
        root = mended(root, bare(row["LEMMA"]), form)
        lemma = arabic(bare(row["LEMMA"]), "~")
        lemma = SPELLED.get(lemma, lemma)
        present = middle_vowel_only(presents[key]) if form == "1" and key in presents and lemma != "ليس" else ""
        out.append((lemma, root, form, present))
    unique = sorted(set(out))
    return [("verb", root, form, rank.get(("verb", lemma), ""), present, lemma) for lemma, root, form, present in unique]


def adjectives(folder, rank):
    table = {}
    for row in rows(folder / "MSA-Adj-LEX.csv"):
        if not row["LEMMA"] or row["LEMMA"].startswith("#"):
            continue
        entry = table.setdefault((row["ROOT"], row["LEMMA"]), {"plural": [], "feminine": [], "basic": False})
        form = row["FORM"]
        if "#A'" in row["COND-S"].split() or "#A'-w" in row["COND-S"].split():
            form += "'" if form.endswith("A") else ""
        if "num:p" in row["FEAT"]:
            entry["plural"].append(arabic(form))
        elif "gen:f" in row["FEAT"]:
            entry["feminine"].append(arabic(form))
        elif "MP" in row["COND-T"] or row["COND-T"].startswith("MS"):
            entry["basic"] = True
            entry["sound"] = "MP" in row["COND-T"]
    own = lemmas(ROOT / "lexicon" / "words" / "common_adjectives.tsv")  # written by hand: they overrule
    out = {}
    for (root, lemma), entry in table.items():
        if not entry["basic"]:
            continue
        word = arabic(lemma)
        if word in own:
            continue
        plural = list(dict.fromkeys(entry["plural"]))
        if plural and entry.get("sound") and not word.endswith("ي"):
            plural.append(word + "ون")
        feminine = entry["feminine"][0] if entry["feminine"] else ""
        out[word] = ("adjective", root_of(root), rank.get(("adjective", word), ""), feminine, "|".join(plural), word)
    return [out[word] for word in sorted(out)]


def write(path, keys, note, table):
    lines = [f"# Made by tools/make_words.py from: {SOURCE}.", f"# {note}", f"%tsv: Word {keys}"]
    lines += ["\t".join(row) for row in table]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path.relative_to(ROOT)}: {len(table)} words")


def main():
    folder = pathlib.Path(sys.argv[1])
    rank = ranks(sys.argv[2] if len(sys.argv) > 2 else None)
    words = ROOT / "lexicon" / "words"
    write(words / "verbs.tsv", "pos root form rank present lemma",
          "present: the third person masculine of form 1, with the vowel of its second radical.", verbs(folder, rank))
    write(words / "adjectives.tsv", "pos root rank feminine plural lemma",
          "feminine and plural: only those that no rule gives.", adjectives(folder, rank))


if __name__ == "__main__":
    main()
