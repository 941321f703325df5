#!/usr/bin/env python3
"""telaah-cli search and index: what is found and how it is told, with an index, without one, and with a broken one.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import glob
import json
import os
import random
import stat
import time
import subprocess

import telaah_cli
from telaah_cli import call, sha256

LETTER = ("IKLAN pelabuhan\n\nPelabuhan lama ditutup 😀 tahun lalu. Warga memanfaatkan dermaga kayu; manfaatnya besar. "
          "“Dermaga itu milik kita,” kata Siti.\n\nNegara-negara tetangga menyurat. Negara- negara lain diam saja, "
          "dan perang kata-kata mereda. Peran warga dipuji.\n")
REPLY = "Surat jawaban: pelabuhan dibuka. Manfaat itu nyata, dan kemanan dijaga.\n"


class Search(telaah_cli.Case):
    def setUp(self):
        super().setUp()
        before = os.environ.get("XDG_CACHE_HOME")
        self.addCleanup(lambda: os.environ.pop("XDG_CACHE_HOME") if before is None
                        else os.environ.update(XDG_CACHE_HOME=before))
        self.cache = self.path("singgah")
        os.environ["XDG_CACHE_HOME"] = self.cache
        self.ok("create", "--title", "Uji", "--language", "id")
        self.sources = [source["id"] for source in self.json("import", self.write("surat.txt", LETTER),
                                                             self.write("balasan.txt", REPLY))]
        self.texts = dict(zip(self.sources, (LETTER, REPLY)))

    def index_files(self):
        return glob.glob(os.path.join(glob.escape(self.cache), "telaah", "index", "*.db"))

    def search(self, *args):
        """What is found, after a look at whether each hit stands where it says."""
        rows = self.json("search", *args)
        for row in rows:
            self.assertEqual(row["in"], "text")
            text = self.texts[row["source"]]
            self.assertEqual(text[row["start"]:row["end"]], row["quote"])
            self.assertLessEqual(row["sentence"]["start"], row["start"])
            self.assertGreaterEqual(row["sentence"]["end"], row["end"])
        return rows

    def quotes(self, *args):
        return [row["quote"] for row in self.search(*args)]

    def alike(self, *args):
        """The same with the index and without it."""
        without = self.quotes(*args)
        self.ok("index")
        self.assertEqual(self.quotes(*args), without)
        return without


class Found(Search):
    def test_levels(self):
        self.assertEqual(self.alike("pelabuhan", "--level", "exact"), ["pelabuhan", "pelabuhan"])
        self.assertEqual(self.alike("pelabuhan", "--level", "fold"), ["pelabuhan", "Pelabuhan", "pelabuhan"])
        self.assertEqual(self.alike("manfaat", "--level", "fold"), ["Manfaat"])
        rows = self.search('"negara negara"')
        self.assertEqual({row["level"] for row in rows}, {"fold"})
        self.assertEqual(self.alike("keamanan", "--level", "fuzzy"), ["kemanan"])

    def test_stems(self):
        rows = self.search("manfaat", "--level", "stem")
        self.assertIn("Manfaat", [row["quote"] for row in rows])
        self.assertTrue({row["level"] for row in rows} <= {"exact", "fold", "stem"})
        self.assertEqual(self.search("manfaat"), rows)

    def test_whole_words(self):
        self.assertEqual(self.alike("peran"), ["Peran"])
        self.assertEqual(self.alike("peran", "--whole-word"), ["Peran"])
        self.assertEqual(self.alike("peran", "--parts"), ["perang", "Peran"])
        self.refused(2, "search", "peran", "--parts", "--whole-word", says="--parts")

    def test_operators(self):
        self.assertEqual(len(self.alike('"dermaga kayu"')), 1)
        self.assertEqual(len(self.alike("“dermaga kayu”")), 1)
        self.assertEqual(len(self.alike("siti OR jawaban")), 2)
        self.assertEqual(self.alike("pelabuhan -jawaban", "--level", "fold")[-1], "Pelabuhan")
        self.assertEqual(len(self.alike("warga NEAR/3 dermaga")), 1)
        self.assertEqual(self.alike("dija*"), ["dijaga"])

    def test_regex(self):
        self.assertEqual(self.alike(r"P\w+n", "--regex", "--level", "exact"), ["Pelabuhan", "Peran"])
        self.assertEqual(self.search("peran[g]", "--regex")[0]["level"], "regex")
        self.refused(2, "search", "(", "--regex")

    def test_regex_without_end(self):
        self.ok("import", self.write("aaa.txt", "a" * 5000 + "!\n"))
        begin = time.monotonic()
        done = call("search", self.project, "(a+)+(b|c)$", "--regex", "--json")
        self.assertLess(time.monotonic() - begin, 90)
        self.assertIn(done.returncode, (0, 1))
        if done.returncode == 0:
            self.assertEqual(json.loads(done.stdout), [])
        else:
            self.complains(done, 1)

    def test_scopes(self):
        self.ok("note", "surat", "Catatan pelabuhan.")
        self.ok("note", "project", "Pelabuhan mana?")
        self.ok("point", "Pelabuhan", "--theme", self.ok("theme", "Laut").strip())
        self.ok("cell", "Pelabuhan", "surat", "--summary", "Pelabuhan ditutup.")
        self.assertEqual(len(self.search("pelabuhan")), 3)
        notes = self.json("search", "pelabuhan", "--in", "notes")
        self.assertEqual([(row["in"], row["source"], row["quote"]) for row in notes],
                         [("note", self.sources[0], "pelabuhan"), ("note", None, "Pelabuhan")])
        self.assertEqual({row["note"] for row in notes}, {row["id"] for row in self.json("notes")})
        summary, = self.json("search", "pelabuhan", "--in", "summaries")
        self.assertEqual((summary["in"], summary["source"], summary["start"], summary["end"]),
                         ("summary", self.sources[0], 0, 9))
        self.assertIn("point", summary)
        self.assertEqual(len(self.json("search", "pelabuhan", "--in", "all")), 6)
        told = self.ok("search", "pelabuhan", "--in", "all")
        self.assertIn("Notes on “surat.txt”", told)
        self.refused(2, "search", "pelabuhan", "--in", "sky", says="sky")

    def test_source_and_limit(self):
        self.assertEqual({row["source"] for row in self.search("pelabuhan", "--source", "balasan")}, {self.sources[1]})
        self.assertEqual(len(self.search("pelabuhan", "--limit", "2")), 2)
        self.refused(1, "search", "pelabuhan", "--source", "tiada", says="tiada")
        self.refused(2, "search", "pelabuhan", "--limit", "-1")

    def test_clutter(self):
        self.ok("mark", "surat", "0", "15", "clutter")
        self.assertEqual(len(self.alike("pelabuhan")), 2)
        self.assertEqual(len(self.alike("pelabuhan", "--clutter")), 3)

    def test_synonyms(self):
        self.assertEqual(self.quotes("dermaga", "--synonyms"), self.quotes("dermaga"))

    def test_for_people(self):
        told = self.ok("search", "pelabuhan")
        self.assertTrue(told.startswith("surat.txt\n  6-15"), told)
        self.assertIn("\n\nbalasan.txt\n", told)
        self.assertIn("Pelabuhan lama ditutup 😀 tahun lalu.", told)
        self.assertEqual(self.ok("search", "tiadakatanya"), "")
        self.assertEqual(self.json("search", "tiadakatanya"), [])

    def test_refused(self):
        self.refused(2, "search", "x", "--level", "soundex", says="soundex")
        self.refused(2, "search", "")
        self.refused(2, "search", "NOT x")
        self.refused(2, "search")
        self.refused(2, "search", "\udcff")
        self.refused(2, "index", "x")


class Index(Search):
    def test_private(self):
        self.ok("index")
        path, = self.index_files()
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        self.assertEqual(stat.S_IMODE(os.stat(os.path.dirname(path)).st_mode), 0o700)
        self.assertEqual(os.path.basename(path), sha256(os.path.realpath(self.project)) + ".db")

    def test_project_is_untouched(self):
        before = self.dump()
        self.ok("index")
        self.search("pelabuhan")
        self.ok("index", "--anew")
        self.assertEqual(self.dump(), before)

    def test_result(self):
        self.assertEqual(self.json("index"), {"sources": 2, "indexed": True})

    def test_follows_texts(self):
        self.ok("index")
        self.ok("replace-text", "balasan", self.write("baru.txt", "Gudang terbakar.\n"))
        self.assertEqual(len(self.json("search", "gudang")), 1)
        self.ok("index")
        self.assertEqual(len(self.json("search", "gudang")), 1)
        self.assertEqual(self.json("search", "jawaban"), [])
        self.ok("undo")
        self.assertEqual(len(self.search("jawaban")), 1)

    def test_broken(self):
        expected = self.search("pelabuhan")
        self.ok("index")
        path, = self.index_files()
        with open(path, "rb") as file:
            whole = file.read()
        for broken in (b"", b"Bukan basis data.\n" * 1000, whole[:len(whole) // 2], whole[:100] + b"\xff" * (len(whole) - 100)):
            with open(path, "wb") as file:
                file.write(broken)
            self.assertEqual(self.search("pelabuhan"), expected)
            self.ok("index")
            self.assertEqual(self.search("pelabuhan"), expected)
            self.assertTrue(self.json("index")["indexed"])

    def test_no_room(self):
        self.write("singgah", "sebuah berkas\n")
        self.assertEqual(len(self.search("pelabuhan")), 3)
        self.refused(1, "index", says="singgah")

    def test_old_ones_go(self):
        self.ok("index")
        path, = self.index_files()
        folder = os.path.dirname(path)
        for name, days in (("lama.db", 200), ("lama.db-wal", 200), ("baru.db", 100), ("lain.txt", 900)):
            with open(os.path.join(folder, name), "wb"):
                pass
            then = time.time() - days * 24 * 60 * 60
            os.utime(os.path.join(folder, name), (then, then))
        self.ok("index")
        self.assertEqual(sorted(os.listdir(folder)), sorted([os.path.basename(path), "baru.db", "lain.txt"]))


class Many(Search):
    """A body that takes a while to index."""

    def setUp(self):
        super().setUp()
        rand = random.Random(7)
        words = ["".join(rand.choice(["ba", "ki", "tu", "la", "me", "son", "rang"]) for _ in range(rand.randint(2, 5)))
                 for _ in range(4000)]
        files = []
        for i in range(40):
            sentences = [" ".join(rand.choices(words, k=12)) + "." for _ in range(500)]
            sentences.insert(rand.randrange(500), "Mercusuar itu padam.")
            files.append(self.write(f"panjang {i}.txt", " ".join(sentences)))
        self.ok("import", *files)
        self.query = f"{words[0]} OR mercusuar"
        self.expected = self.json("search", self.query)
        self.assertGreater(len(self.expected), 40)

    def start(self):
        return subprocess.Popen([telaah_cli.PROGRAM, "index", self.project], stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def test_killed(self):
        for delay in (0.02, 0.1, 0.2, 0.4, 0.8):
            process = self.start()
            time.sleep(delay)
            process.kill()
            process.communicate()
            self.assertEqual(self.json("search", self.query), self.expected)
        self.assertTrue(self.json("index")["indexed"])
        self.assertEqual(self.json("search", self.query), self.expected)

    def test_several_at_once(self):
        processes = [self.start() for _ in range(4)]
        self.assertEqual(self.json("search", self.query), self.expected)
        for process in processes:
            _, complaints = process.communicate(timeout=100)
            self.assertEqual((process.returncode, complaints), (0, b""))
        self.assertTrue(self.json("index")["indexed"])
        self.assertEqual(self.json("search", self.query), self.expected)


if __name__ == "__main__":
    telaah_cli.main()
