#!/usr/bin/env python3
"""kill -9 at random moments while articles are added and corrected: nothing acknowledged is lost, nothing is there twice, the file is
sound, and running again goes on to the same record. usage: faults.py BINARY [CYCLES] (default 20)"""
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

BINARY = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "build/rasid")
CYCLES = int(sys.argv[2]) if len(sys.argv) > 2 else 20
GOLDEN = pathlib.Path(__file__).resolve().parent / "golden"


def rasid(*args, **kw):
    return subprocess.run([BINARY, *map(str, args)], capture_output=True, text=True, **kw)


def articles(path, count):
    """Our own golden articles, each under many addresses, days and outlets, with a line that differs."""
    pages = [p.read_text(encoding="utf-8").split("\n", 1)[1] for p in sorted(GOLDEN.glob("*/page.txt"))]
    with open(path, "w", encoding="utf-8") as out:
        for n in range(count):
            text = pages[n % len(pages)] + f"\nرقم الخبر {n}.\n"
            out.write(json.dumps({"id": f"a{n}", "url": f"http://x/{n}", "outlet": f"o{n % 4}", "text": text,
                                  "date": f"2016-10-{1 + n % 28:02d}"}, ensure_ascii=False) + "\n")


def stats(store):
    done = rasid("stats", "--store", store, "--format", "jsonl")
    if done.returncode != 0:
        return None
    return {row["what"]: row["count"] for row in map(json.loads, done.stdout.splitlines()) if not row["of"]}


def record(store):
    rows = [json.loads(line) for line in rasid("events", "--store", store, "--format", "jsonl", "--limit", 100000).stdout.splitlines()]
    return sorted((r["id"], r["date"] or "", r["status"], r["reports"], r["outlets"], r["sources"]) for r in rows)


def killed(command, after):
    """Runs a command and kills it after some seconds unless it ended; its stderr, and whether it ended by itself."""
    with tempfile.TemporaryFile("w+") as err:
        running = subprocess.Popen([BINARY, *map(str, command)], stdout=subprocess.DEVNULL, stderr=err)
        try:
            code = running.wait(after)
        except subprocess.TimeoutExpired:
            running.kill()
            code = running.wait()
        err.seek(0)
        return err.read(), code


def acknowledged(stderr):
    counts = [int(piece.split()[0]) for piece in stderr.split("\r") if piece.strip() and " articles, " in piece]
    return counts[-1] if counts else 0


def main():
    random.seed(1)
    with tempfile.TemporaryDirectory() as folder:
        news, store, whole = f"{folder}/news.jsonl", f"{folder}/killed.rasid", f"{folder}/whole.rasid"
        count = 240
        articles(news, count)
        start = time.monotonic()
        add = ["add", "--store", whole, "--batch", 4, "--progress", news]
        done = rasid(*add)
        assert done.returncode == 0, done.stderr
        length = time.monotonic() - start
        add[2] = store
        kept, corrections, sure, kills = 0, 0, 0, 0
        reports = [json.loads(line)["id"] for line in
                   rasid("events", "--store", whole, "--format", "jsonl", "--limit", 50).stdout.splitlines()]
        for cycle in range(CYCLES):
            if kept >= count:  # begin anew, so that every cycle is cut while it works
                for end in ("", "-wal", "-shm"):
                    if os.path.exists(store + end):
                        os.unlink(store + end)
                kept = corrections = sure = 0
            stderr, code = killed(add, random.uniform(0.02, 0.6) * length)
            kills += code == -9
            kept += acknowledged(stderr)
            if kept > 0:
                command = ["correct", random.choice(reports), "--store", store, "--set", "status=planned", "--by", "t", "--reason", f"c{cycle}"]
                _, code = killed(command, random.choice((0.01, 0.05, 5)))
                sure += code == 0
                corrections += code in (0, -9)
                kills += code == -9
            if not os.path.exists(store):
                continue
            doctor = rasid("doctor", "--store", store)
            if doctor.returncode != 0 and kept == 0:
                continue  # cut before the store was made: there is nothing yet to be sound
            assert doctor.returncode == 0, (cycle, doctor.stderr)
            now = stats(store)
            assert now is not None and kept <= now["articles"] <= count, (cycle, kept, now)
            assert sure <= now["corrections"] <= corrections, (cycle, sure, corrections, now)
            kept = now["articles"]
        done = rasid(*add)
        assert done.returncode == 0, done.stderr
        assert stats(store)["articles"] == count
        for row in [json.loads(line) for line in rasid("corrections", "--store", store, "--format", "jsonl").stdout.splitlines()]:
            if not row["withdrawn"]:
                rasid("withdraw", row["number"], "--store", store, "--by", "t", "--reason", "end of test")
        assert record(store) == record(whole), "the record differs from that of an undisturbed run"
        print(f"{CYCLES} cycles, {kills} processes killed: nothing lost, nothing twice, sound")


if __name__ == "__main__":
    main()
