#!/usr/bin/env python3
"""The built binary from outside: commands, formats, exit statuses, bad input. usage: end_to_end.py BINARY"""
import csv
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

BINARY = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else "build/rasid"
GOLDEN = pathlib.Path(__file__).resolve().parent / "golden"
VISIT = "زار وزير الخارجية الروسي القاهرة أمس الاثنين والتقى نظيره المصري.\n"
RECORD_FIELDS = ("id article line sentence event mode cameo plover status status_cue negation postponed historical trigger actor recipient said_by via "
                 "date enddate date_text date_precision date_basis place topics relates quote magnitude context quad_code event_scale group rule "
                 "lexicon").split()


def rasid(*args, data=None, timeout=240):
    if isinstance(data, str):
        data = data.encode()
    return subprocess.run([BINARY, *map(str, args)], input=data if data is not None else b"", capture_output=True, timeout=timeout)


class Commands(unittest.TestCase):
    def test_codes_a_text_from_standard_input(self):
        done = rasid("code", "--date", "2016-10-04", "-", data=VISIT)
        self.assertEqual(done.returncode, 0, done.stderr)
        events = [json.loads(line) for line in done.stdout.splitlines()]
        visit = [e for e in events if (e["event"], e["mode"]) == ("CONSULT", "visit")]
        self.assertEqual(len(visit), 1, events)
        self.assertEqual([a["code"] for a in visit[0]["actor"]], ["RUS"])
        self.assertEqual([a["code"] for a in visit[0]["recipient"]], ["EGY"])
        self.assertEqual((visit[0]["date"], visit[0]["date_basis"]), ("2016-10-03", "relative"))
        for field in RECORD_FIELDS:
            self.assertIn(field, visit[0])

    def test_offsets_are_code_points_of_the_stored_text(self):
        for name in ("egypt-visit", "gulf-communique"):
            text = (GOLDEN / name / "page.txt").read_text(encoding="utf-8").split("\n", 1)[1]
            for line in rasid("code", "--format", "jsonl", GOLDEN / name / "page.txt").stdout.splitlines():
                event = json.loads(line)
                for words in [event["trigger"], *event["actor"], *event["recipient"], *event["said_by"]]:
                    self.assertEqual(text[words["start"]:words["end"]], words["text"])

    def test_without_a_date_relative_dates_say_that_they_are_not_resolved(self):
        events = [json.loads(line) for line in rasid("code", "-", data=VISIT).stdout.splitlines()]
        self.assertTrue(events)
        for event in events:
            self.assertIsNone(event["date"])
        self.assertTrue(any(event["date_text"] and event["notes"] for event in events))

    def test_formats(self):
        done = rasid("code", "--date", "2016-10-04", "--format", "csv", "-", data=VISIT)
        rows = list(csv.reader(io.StringIO(done.stdout.decode())))
        self.assertEqual(len(rows[0]), 18)
        self.assertTrue(all(len(row) == 18 for row in rows))
        for line in rasid("code", "--format", "plover", "-", data=VISIT).stdout.splitlines():
            self.assertIn("event", json.loads(line))
        self.assertIn("CONSULT.visit", rasid("code", "--format", "text", "-", data=VISIT).stdout.decode())

    def test_one_thread_or_more_give_the_same_bytes(self):
        lines = "".join(json.dumps({"id": f"a{i}", "text": VISIT * (1 + i % 7), "date": "2016-10-04"}) + "\n" for i in range(400))
        one = rasid("code", "--input", "jsonl", "-", data=lines)
        three = rasid("code", "--input", "jsonl", "--threads", "3", "-", data=lines)
        self.assertEqual(one.returncode, 0, one.stderr)
        self.assertEqual(one.stdout, three.stdout)

    def test_why_names_the_entries_of_an_event(self):
        event = json.loads(rasid("code", "-", data=VISIT).stdout.splitlines()[0])
        done = rasid("why", "-", event["id"], data=VISIT)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stdout.decode(), r"event: \S+ by .*\.rec:\d+")
        self.assertEqual(rasid("why", "-", "0" * 16, data=VISIT).returncode, 1)

    def test_trace_stops_after_a_stage(self):
        for stage in ("page", "token", "morph", "entity", "time", "event", "claim", "record"):
            done = rasid("trace", f"--after={stage}", "-", data=VISIT)
            self.assertEqual(done.returncode, 0, stage)
        self.assertTrue(rasid("trace", "-", data=VISIT).stdout)

    def test_page_prints_the_parts(self):
        article = json.loads(rasid("page", "--format", "jsonl", GOLDEN / "sanctions-statement" / "page.html").stdout)
        for field in "id url outlet section kicker headline standfirst byline published published_basis body furniture".split():
            self.assertIn(field, article)
        self.assertEqual(article["published"], "2020-10-02")
        self.assertNotIn("tracking", article["body"])

    def test_lexicon_commands(self):
        for args in (("dump",), ("cover",), ("expand", "consult.visit.zara"), ("why", VISIT.strip())):
            done = rasid("lexicon", *args)
            self.assertEqual(done.returncode, 0, (args, done.stderr))
            self.assertTrue(done.stdout)


class BadInput(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def file(self, name, data):
        path = pathlib.Path(self.folder.name) / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def fails(self, *args, data=None):
        done = rasid(*args, data=data)
        self.assertEqual(done.returncode, 1, (args, done.stderr))
        self.assertTrue(done.stderr.startswith(b"rasid: "), done.stderr)
        return done

    def test_wrong_usage_is_2(self):
        for args in ((), ("code",), ("cook", "x"), ("code", "--format", "xml", "-"), ("code", "--date", "yesterday", "-"), ("code", "--threads", "0", "-")):
            self.assertEqual(rasid(*args).returncode, 2, args)
        self.assertEqual(rasid("--help").returncode, 0)
        self.assertIn(b"Examples", rasid("code", "--help").stdout)

    def test_what_cannot_be_read_is_named_and_the_rest_coded(self):
        good = self.file("good.txt", VISIT)
        done = self.fails("code", "/nonexistent/x.txt", good)
        self.assertIn(b"/nonexistent/x.txt", done.stderr)
        self.assertTrue(done.stdout)
        self.fails("code", self.folder.name)
        self.fails("code", self.file("empty.txt", ""))
        self.fails("code", self.file("binary.bin", bytes(range(256)) * 64))
        if os.getuid() != 0:
            locked = self.file("locked.txt", VISIT)
            locked.chmod(0)
            self.fails("code", locked)

    def test_broken_utf8_is_repaired_and_counted(self):
        done = rasid("code", self.file("cut.txt", VISIT.encode() + "زار".encode()[:-1]))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(b"U+FFFD", done.stderr)
        self.assertTrue(done.stdout)

    def test_other_encodings_are_decoded(self):
        for encoding in ("utf-16", "utf-16-le", "utf-8-sig", "windows-1256", "iso-8859-6"):
            done = rasid("code", self.file("page.txt", (VISIT * 5).encode(encoding)))
            self.assertEqual(done.returncode, 0, (encoding, done.stderr))
            self.assertIn("CONSULT", done.stdout.decode(), encoding)

    def test_json_lines_name_the_bad_line(self):
        lines = json.dumps({"id": "a", "text": VISIT}) + "\nnot json\n" + json.dumps({"id": "b"}) + "\n[1]\n" + json.dumps(
            {"id": "c", "text": VISIT, "date": "2013-13-45"}) + "\n" + json.dumps({"id": "d", "text": VISIT}) + "\n"
        done = self.fails("code", "--input", "jsonl", "-", data=lines)
        for number in (2, 3, 4, 5):
            self.assertIn(f":{number}:".encode(), done.stderr)
        articles = {json.loads(line)["article"] for line in done.stdout.splitlines()}
        self.assertEqual(articles, {"a", "d"})

    def test_hostile_shapes_end_in_time(self):
        nested = "<div>" * 10000 + "<p>" + VISIT * 20 + "</p>" + "</div>" * 10000
        self.assertEqual(rasid("code", self.file("nested.html", nested)).returncode, 0)
        for name, text in (("marks.txt", "زار\u200b" * 200000), ("tatweel.txt", "ـ" * 2000000), ("quotes.txt", '"' * 300000 + VISIT),
                           ("line.txt", VISIT.strip() * 20000), ("brackets.txt", "(" * 200000 + VISIT), ("and.txt", "و" * 300000)):
            done = rasid("code", self.file(name, text))
            self.assertIn(done.returncode, (0, 1), name)

    def test_a_long_text_is_coded_in_pieces_with_offsets_of_the_whole(self):
        text = (VISIT * 20000)
        done = rasid("code", "--date", "2016-10-04", self.file("long.txt", text))
        self.assertEqual(done.returncode, 0, done.stderr[:300])
        events = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertGreater(len(events), 20000)
        self.assertEqual(len({e["id"] for e in events}), len(events))
        for event in (events[0], events[-1]):
            self.assertEqual(text[event["trigger"]["start"]:event["trigger"]["end"]], event["trigger"]["text"])
            self.assertIn(event["trigger"]["text"], text.split("\n")[event["line"] - 1])

    def test_a_damaged_or_foreign_lexicon_is_refused(self):
        image = pathlib.Path(self.folder.name) / "x.image"
        self.assertEqual(rasid("lexicon", "build", pathlib.Path(__file__).resolve().parent.parent / "lexicon", image).returncode, 0)
        self.assertEqual(rasid("code", "--lexicon", image, "-", data=VISIT).returncode, 0)
        bytes_ = bytearray(image.read_bytes())
        bytes_[len(bytes_) // 2] ^= 0x55
        self.fails("code", "--lexicon", self.file("damaged.image", bytes(bytes_)), "-", data=VISIT)
        self.fails("code", "--lexicon", self.file("cut.image", bytes(bytes_[:5000])), "-", data=VISIT)
        self.fails("code", "--lexicon", self.file("foreign.image", b"\x7fELF" + bytes(10000)), "-", data=VISIT)
        self.fails("code", "--lexicon", "/nonexistent", "-", data=VISIT)

    def test_a_full_disk_is_told(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        with open("/dev/full", "wb") as full:
            done = subprocess.run([BINARY, "code", "-"], input=(VISIT * 50).encode(), stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"standard output", done.stderr)


class Record(unittest.TestCase):
    """The record from outside: add, search, events, history, correct, remove, backup."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.store = os.path.join(self.folder.name, "record.rasid")
        self.addCleanup(self.folder.cleanup)
        news = [("a", "2016-10-03", "يصل وزير الخارجية الروسي إلى القاهرة غدا الثلاثاء للقاء نظيره المصري.\n"),
                ("b", "2016-10-04", "زار وزير الخارجية الروسي القاهرة اليوم الثلاثاء والتقى نظيره المصري والأمم المتحدة.\n"),
                ("c", "2016-10-04", "اتهمت تركيا سوريا بقصف المدنيين، وقالت إن الامم المتحدة تعلم.\n")]
        lines = [json.dumps({"id": i, "url": f"http://{i}/1", "outlet": i, "date": date, "text": text}, ensure_ascii=False)
                 for i, date, text in news]
        self.news = "\n".join(lines) + "\n"
        done = rasid("add", "--store", self.store, "--input", "jsonl", "-", data=self.news)
        self.assertEqual(done.returncode, 0, done.stderr)

    def rows(self, *args, code=0):
        done = rasid(*args, "--store", self.store, "--format", "jsonl")
        self.assertEqual(done.returncode, code, done.stderr)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def test_words_are_found_whatever_is_written_onto_them(self):
        for words in ("الأمم", "الامم", "والأمم", '"الامم المتحدة"', "أمم"):
            self.assertEqual(sorted(row["article"] for row in self.rows("search", words)), ["b", "c"], words)
        self.assertEqual([row["article"] for row in self.rows("search", "--exact", "الامم")], ["c"])
        self.assertEqual([row["article"] for row in self.rows("search", "الأمم -تركيا")], ["b"])
        self.assertIn("[والأمم] [المتحدة]", self.rows("search", "الأمم المتحدة", "--outlet", "b")[0]["found"])
        self.assertEqual(self.rows("search", "كلمة لا توجد"), [])

    def test_events_history_and_corrections(self):
        visits = self.rows("events", "--actor", "RUS", "--category", "CONSULT", "--mode", "visit")
        self.assertTrue(visits)
        history = self.rows("history", visits[0]["id"])
        self.assertTrue(all(row["url"].startswith("http://") for row in history))
        report = history[0]["report"]
        done = rasid("correct", report, "--store", self.store, "--set", "status=negated", "--by", "ana", "--reason", "denied later")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("negated", [row["status"] for row in self.rows("history", report)])
        self.assertEqual(self.rows("audit")[0]["by"], "ana")
        self.assertEqual(len(self.rows("events", "--text", "تركيا")), len(self.rows("events", "--outlet", "c")))
        self.assertEqual(rasid("correct", report, "--store", self.store, "--set", "status=maybe", "--by", "a", "--reason", "r").returncode, 1)

    def test_added_again_nothing_changes_and_removed_it_stays_away(self):
        before = self.rows("events")
        done = rasid("add", "--store", self.store, "--input", "jsonl", "-", data=self.news)
        self.assertIn(b"known already: 3", done.stderr)
        self.assertEqual(self.rows("events"), before)
        self.assertEqual(rasid("remove", "http://c/1", "--store", self.store, "--by", "a", "--reason", "r").returncode, 0)
        rasid("add", "--store", self.store, "--input", "jsonl", "-", data=self.news)
        self.assertEqual([row["article"] for row in self.rows("search", "الأمم")], ["b"])

    def test_recoding_with_the_same_lexicon_changes_nothing(self):
        before = self.rows("events")
        self.assertEqual(self.rows("recode", "--dry-run"), [])
        self.assertEqual(self.rows("recode"), [])
        self.assertEqual(self.rows("events"), before)

    def test_backup_restore_doctor(self):
        backup, other = self.store + ".backup", self.store + ".other"
        self.assertEqual(rasid("backup", backup, "--store", self.store).returncode, 0)
        self.assertEqual(rasid("restore", backup, "--store", other).returncode, 0)
        events = self.rows("events")
        self.store = other
        self.assertEqual(self.rows("events"), events)
        self.assertEqual(rasid("doctor", "--store", other).returncode, 0)
        with open(other, "r+b") as file:
            file.seek(4096 * 3)
            file.write(b"\x5a" * 8192)
        self.assertEqual(rasid("doctor", "--store", other).returncode, 1)

    def test_numbers_are_numbers_and_names_are_clean(self):
        for row in self.rows("events"):
            self.assertIsInstance(row["reports"], int)
            self.assertNotIn("\u2068", json.dumps(row, ensure_ascii=False))
        self.assertIsInstance(self.rows("stats")[0]["count"], int)
        self.assertIn("\u2068".encode(), rasid("events", "--store", self.store, "--format", "text").stdout)

    def test_what_is_not_there_is_told(self):
        done = rasid("events", "--store", self.store, "--actor", "person.sergey_lavrof")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"the nearest it has", done.stderr)
        self.assertEqual(self.rows("events", "--category", "AID"), [])  # there is such a category, but none here
        self.assertEqual(rasid("events", "--store", self.store, "--category", "AIDE").returncode, 2)
        self.assertEqual(self.rows("events", "--actor", "BRA"), [])
        self.assertEqual(self.rows("events", "--known-at", "2001-01-01"), [])
        self.assertEqual(rasid("thread", "كلمة", "--store", self.store).returncode, 2)
        self.rows("threads")

    def test_corrections_are_of_this_world(self):
        report = self.rows("events", "--actor", "RUS", "--category", "CONSULT.visit")[0]["id"]
        def correct(value):
            return rasid("correct", report, "--store", self.store, "--set", value, "--by", "a", "--reason", "r").returncode
        for wrong in ("category=PARTY", "mode=dance", "actor=QQQ", "actor=person.nobody", "place=place.nowhere"):
            self.assertEqual(correct(wrong), 1, wrong)
        for good in ("actor=person.sergey_lavrov", "category=CONSULT.meet", "place=place.riyadh"):
            self.assertEqual(correct(good), 0, good)
        self.assertTrue(self.rows("events", "--actor", "person.sergey_lavrov", "--category", "CONSULT.meet", "--place", "place.riyadh"))
        history = rasid("history", report, "--store", self.store, "--format", "text").stdout.decode()
        self.assertIn("RUS:GOV", history)
        self.assertIn("nothing was known", rasid("history", report, "--store", self.store, "--format", "text", "--as-of", "2001-01-01").stdout.decode())

    def test_in_a_folder_only_news_is_read(self):
        path = os.path.join(self.folder.name, "mixed")
        os.mkdir(path)
        for name, text in (("one.txt", VISIT), ("README.md", "# words"), ("LICENSE.txt", "words"), ("table.csv", "a,b"), ("photo.jpg", "\x01")):
            with open(os.path.join(path, name), "w", encoding="utf-8") as file:
                file.write(text)
        done = rasid("add", "--store", self.store, path)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(b"added 1 articles", done.stderr)

    def test_wrong_use_is_told(self):
        self.assertEqual(rasid("events", "--store", self.store + "x").returncode, 1)
        self.assertIn(b"there is no store", rasid("doctor", "--store", self.store + "x").stderr)
        self.assertEqual(rasid("events", "--store", self.store, "--since", "yesterday").returncode, 2)
        self.assertEqual(rasid("history", "0000000000000000", "--store", self.store).returncode, 1)
        self.assertEqual(rasid("search", "...", "--store", self.store).returncode, 2)

    def test_tagged_text_and_gzip(self):
        import gzip
        path = os.path.join(self.folder.name, "news")
        os.mkdir(path)
        with gzip.open(os.path.join(path, "one.txt.gz"), "wt", encoding="utf-8") as file:
            file.write("<DOC>\n<DOCNO>N-1</DOCNO>\n<URL>http://n/1</URL>\n<SRC>Radio</SRC>\n<TITLE>زيارة</TITLE>\n<TIME>04/10/2016</TIME>\n"
                       "<TEXT>\nزار وزير الخارجية الروسي دمشق أمس.\n</TEXT>\n</DOC>\n")
        with open(os.path.join(path, "two.jsonl"), "w", encoding="utf-8") as file:
            file.write(json.dumps({"source": "okaz", "url": "http://o/1", "date_extracted": "2016-10-05 06:31:17", "title": "خبر",
                                   "content": "زار وزير الخارجية الروسي بيروت أمس."}, ensure_ascii=False) + "\n")
        self.assertEqual(rasid("add", "--store", self.store, path).returncode, 0)
        hits = self.rows("search", "زار")
        self.assertEqual([(h["published"], h["outlet"]) for h in hits[:2]], [("2016-10-05", "okaz"), ("2016-10-04", "Radio")])


if __name__ == "__main__":
    unittest.main(argv=sys.argv, verbosity=1)
