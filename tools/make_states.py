#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Base of lexicon/actors/states.rec, and a check of it.

Facts: ISO 3166 codes from Debian's iso-codes (LGPL-2.1+, codes are facts), Arabic and English
names from the Unicode CLDR (Unicode licence) through PyPI's babel.

  make_states.py            prints a bare entry for each state that states.rec does not have
  make_states.py --check    codes that disagree with ISO 3166, CLDR names that states.rec lacks
"""
import json
import pathlib
import re
import sys

from babel import Locale

ROOT = pathlib.Path(__file__).resolve().parent.parent
STATES = ROOT / "lexicon/actors/states.rec"
ISO = pathlib.Path("/usr/share/iso-codes/json/iso_3166-1.json")
KOSOVO = {"alpha_3": "KOS", "alpha_2": "XK"}  # not in ISO 3166; the press codes KOS, CLDR XK
# Parts of another state, and lands without people: no actors of their own.
LEFT_OUT = set(
    "ABW AIA ALA ASM ATA ATF BES BLM BMU BVT CCK COK CUW CXR CYM FLK FRO GGY GIB GLP GRL GUF GUM "
    "HKG HMD IMN IOT JEY MAC MAF MNP MSR MTQ MYT NCL NFK NIU PCN PRI PYF REU SGS SHN SJM SPM SXM "
    "TCA TKL UMI VGB VIR WLF".split())


def iso_states():
    rows = json.loads(ISO.read_text())["3166-1"] + [KOSOVO]
    return {row["alpha_3"]: row["alpha_2"] for row in rows if row["alpha_3"] not in LEFT_OUT}


def entries():
    """The records of states.rec: id -> list of (key, value)."""
    found = {}
    for block in STATES.read_text().split("\n\n") if STATES.exists() else []:
        pairs = [line.split(": ", 1) for line in block.splitlines() if re.match(r"[a-z0-9-]+: ", line)]
        keys = dict(pairs)
        if "code" in keys:
            found[keys["code"]] = pairs
    return found


def plain(name):
    """As the compiler folds names: hamza seats, ta marbuta and diacritics do not matter."""
    name = re.sub("[\u064b-\u0652\u0640]", "", name)
    for letters, normal in (("\u0623\u0625\u0622", "\u0627"), ("\u0629", "\u0647"), ("\u0649", "\u064a")):
        name = re.sub("[" + letters + "]", normal, name)
    return name


def main():
    arabic, english = Locale("ar").territories, Locale("en").territories
    known = entries()
    for code, iso2 in sorted(iso_states().items()):
        if "--check" not in sys.argv:
            if code not in known:
                print(f"id: state.{code}\ncode: {code}\niso2: {iso2}\nname: {arabic[iso2]}")
                print(f"latin: {english[iso2]}\nsource: CLDR, ISO 3166-1\n")
            continue
        pairs = known.get(code, [])
        if ("iso2", iso2) not in [tuple(pair) for pair in pairs]:
            print(f"{code}: iso2 should be {iso2}")
        if plain(arabic[iso2]) not in [plain(value) for key, value in pairs if key == "name"]:
            print(f"{code}: CLDR says {arabic[iso2]}")
    for code in set(known) - set(iso_states()):
        print(f"{code}: no ISO 3166 code")


if __name__ == "__main__":
    main()
