#!/usr/bin/env python3
"""Checks that every #include in src/ obeys src/LAYERS, that every folder is listed and that engine sources hold no Arabic.

usage: check_layers.py        run from anywhere; prints each fault as file:line: what; exits 1 where there is one.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent / "src"
ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")


def layers():
    allowed = {}
    for number, line in enumerate((ROOT / "LAYERS").read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        folder, _, names = line.partition(":")
        for name in names.split():
            if name not in allowed:
                yield None, f"src/LAYERS:{number}: '{folder}' may not include '{name}', which is not above it"
        allowed[folder.strip()] = set(names.split()) | {folder.strip()}
    yield allowed, None


def main():
    faults, allowed = [], {}
    order = []
    for table, fault in layers():
        if fault:
            faults.append(fault)
        else:
            allowed = table
            order = list(table)
    for path in sorted(p for p in ROOT.rglob("*") if p.suffix in (".h", ".cc")):
        folder = path.relative_to(ROOT).parts[0]
        where = f"src/{path.relative_to(ROOT)}"
        if folder not in allowed:
            faults.append(f"{where}:1: folder '{folder}' is not in src/LAYERS")
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            include = re.match(r'\s*#\s*include\s+"([^"/]+)/', line)
            # A test may run the stages before its own to make its input.
            may = set(order[: order.index(folder) + 1]) if path.name.endswith("_test.cc") else allowed[folder]
            if include and include[1] not in may:
                faults.append(f"{where}:{number}: '{folder}' may not include '{include[1]}' (src/LAYERS)")
            if ARABIC.search(line) and not path.name.endswith("_test.cc"):
                faults.append(f"{where}:{number}: Arabic in engine source; it belongs in lexicon/")
    print("\n".join(faults) if faults else "layers: ok")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
