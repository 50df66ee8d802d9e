#!/usr/bin/env python3
"""corpus.py FOLDER OUT.jsonl OUT.txt: SaudiNewsNet's days as JSON lines that `rasid code --input jsonl` reads, and their bare text.

Each article is its title, a line end and its content. The text file is what calibrate reads, so that both see the same bytes.
"""
import gzip
import json
import pathlib
import sys


def main():
    folder, out_json, out_text = sys.argv[1:4]
    with open(out_json, "w", encoding="utf-8") as lines, open(out_text, "w", encoding="utf-8") as plain:
        for path in sorted(pathlib.Path(folder).glob("*.jsonl.gz")):
            for number, line in enumerate(gzip.open(path, "rt", encoding="utf-8"), 1):
                raw = json.loads(line)
                text = (raw.get("title") or "") + "\n" + (raw.get("content") or "")
                if not text.strip():
                    continue  # some rows of the corpus are empty
                article = {"id": f"{path.name[:10]}-{number}", "text": text, "date": (raw.get("date_extracted") or "")[:10],
                           "outlet": raw.get("source"), "url": raw.get("url")}
                lines.write(json.dumps(article, ensure_ascii=False) + "\n")
                plain.write(text + "\n")


if __name__ == "__main__":
    main()
