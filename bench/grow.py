#!/usr/bin/env python3
"""grow.py FOLDER COPIES: SaudiNewsNet many times over on standard output, as JSON lines for `rasid add --input jsonl -`.

Copy k lies 70*k days later: its dates (of publication, and days and months named in the text as numbers) are shifted, and its names are
changed for others, so that it tells other deeds of other people; addresses differ. With 8 copies the record holds some 500,000 reports.
"""
import datetime
import gzip
import json
import pathlib
import re
import sys

# Given names that often begin names of people in that news; copy k takes the k-th next one.
NAMES = "محمد أحمد خالد سلمان فهد سعود عبدالله عادل جون سيرغي فلاديمير حسن علي عمر يوسف إبراهيم صالح ناصر طارق سامي".split()
NAME = re.compile("(?<!\\w)(" + "|".join(NAMES) + ")(?!\\w)")
DAY = re.compile(r"(?<!\d)(\d{1,2}) (يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر)(?!\w)")
MONTHS = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()


def main():
    folder, copies = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    raw = []
    for path in sorted(folder.glob("*.jsonl.gz")):
        for number, line in enumerate(gzip.open(path, "rt", encoding="utf-8"), 1):
            row = json.loads(line)
            text = (row.get("title") or "") + "\n" + (row.get("content") or "")
            if text.strip():
                raw.append((f"{path.name[:10]}-{number}", (row.get("date_extracted") or "")[:10], row.get("source"), row.get("url") or "", text))
    raw.sort(key=lambda article: article[1])
    for copy in range(copies):
        shift = datetime.timedelta(days=70 * copy)

        def later(found):
            try:
                day = datetime.date(2015, MONTHS.index(found[2]) + 1, int(found[1])) + shift
            except ValueError:
                return found[0]
            return f"{day.day} {MONTHS[day.month - 1]}"

        for name, date, outlet, url, text in raw:
            if copy:
                text = DAY.sub(later, NAME.sub(lambda found: NAMES[(NAMES.index(found[1]) + copy) % len(NAMES)], text))
            day = datetime.date.fromisoformat(date) + shift
            print(json.dumps({"id": f"{name}-{copy}", "text": text, "date": day.isoformat(), "outlet": outlet,
                              "url": f"{url}#{copy}" if copy else url}, ensure_ascii=False))


if __name__ == "__main__":
    main()
