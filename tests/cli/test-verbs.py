#!/usr/bin/env python3
"""The verbs of telaah-cli that make a project and look at it, what --json prints, names, usage, exit codes.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import re
import shutil
import subprocess
import unittest

import telaah_cli
from telaah_cli import ONE, TWO, call, sha256

GUID = re.compile(r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")
TIME = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")


class Create(telaah_cli.Case):
    def test_makes(self):
        self.assertEqual(self.ok("create"), "")
        self.assertEqual(self.json("sources"), [])
        self.assertEqual(self.json("history"), [])

    def test_json(self):
        self.assertEqual(self.json("create", "--title", "Judul"), [{"path": self.project}])

    def test_describes(self):
        self.ok("create", "--title", "Judul", "--question", "Mengapa?", "--language", "id")
        outline = json.loads(self.ok("outline", "--format", "json"))
        self.assertEqual([outline["title"], outline["question"], outline["language"]], ["Judul", "Mengapa?", "id"])

    def test_spares_what_is_there(self):
        self.ok("create", "--title", "Yang lama")
        self.refused(1, "create", "--title", "Yang baru", says="proyek saya ✓.telaah")
        with open(self.one, "rb") as file:
            before = file.read()
        self.complains(call("create", self.one), 1, "satu.txt")
        with open(self.one, "rb") as file:
            self.assertEqual(file.read(), before)

    def test_needs_its_folder(self):
        path = self.path("tidak ada/p.telaah")
        self.complains(call("create", path), 1, path)
        self.assertFalse(os.path.exists(path))


class Open(telaah_cli.Case):
    """Every verb on what is no project."""

    VERBS = [["sources"], ["themes"], ["passages"], ["history"], ["outline"], ["check"], ["undo"], ["redo"],
             ["import", "x.txt"], ["set-source", "x", "title=y"], ["theme", "x"], ["tag", "x", "0", "1", "y"],
             ["untag", "x"], ["point", "x"], ["set-point", "x", "title=y"], ["cell", "x", "y"]]

    def test_missing(self):
        for verb, *args in self.VERBS:
            with self.subTest(verb):
                self.complains(call(verb, self.project, *args), 1, "proyek saya")
                self.assertFalse(os.path.exists(self.project))

    def test_not_a_project(self):
        for verb, *args in self.VERBS:
            with self.subTest(verb):
                self.complains(call(verb, self.one, *args), 1, "satu.txt")
                with open(self.one, encoding="utf-8") as file:
                    self.assertEqual(file.read(), ONE)

    def test_folder(self):
        self.complains(call("sources", self.folder), 1)


class Usage(telaah_cli.Case):
    WRONG = [
        ["sources", "extra"], ["themes", "extra"], ["passages", "extra"], ["history", "extra"], ["check", "extra"],
        ["create", "extra"], ["outline", "extra"], ["undo", "extra"], ["redo", "extra"],
        ["import"], ["set-source"], ["set-source", "satu.txt"], ["set-source", "satu.txt", "title"],
        ["set-source", "satu.txt", "=x"], ["theme"], ["theme", "a", "b"], ["tag"], ["tag", "satu.txt"],
        ["tag", "satu.txt", "0", "5"], ["tag", "satu.txt", "x", "5", "Manfaat"], ["tag", "satu.txt", "0", "", "Manfaat"],
        ["tag", "satu.txt", "0x1", "5", "Manfaat"], ["tag", "satu.txt", "0", "5.0", "Manfaat"],
        ["tag", "satu.txt", "-1", "5", "Manfaat"], ["tag", "satu.txt", "0", "99999999999999999999", "Manfaat"],
        ["tag", "satu.txt", "--from", "-"], ["untag"], ["point"], ["point", "a", "b"], ["set-point", "Manfaat"],
        ["set-point", "Manfaat", "x"], ["cell", "Manfaat"], ["cell", "Manfaat", "satu.txt", "x"],
        ["cell", "Manfaat", "satu.txt", "--status", "seen"], ["outline", "--format", "doc"],
        ["undo", "--steps", "0"], ["undo", "--steps", "-2"], ["undo", "--steps", "x"], ["redo", "--steps", "0"],
        ["sources", "--nonsense"], ["history", "--source", "x"], ["theme", "x", "--title", "y"],
        ["sources", "--title", "x"], ["create", "--theme", "x"],
    ]

    def test_wrong(self):
        self.make()
        for verb, *args in self.WRONG:
            with self.subTest([verb, *args]):
                self.refused(2, verb, *args)

    def test_no_project(self):
        for verb in [row[0] for row in Open.VERBS] + ["create"]:
            with self.subTest(verb):
                self.complains(call(verb), 2)

    def test_no_such_verb(self):
        self.complains(call("sing", self.project), 2, "sing")
        self.complains(call("--json"), 2)

    def test_nothing(self):
        done = call()
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"create", done.stdout)

    def test_help(self):
        for args in (["--help"], ["help"], ["tag", "--help"], ["outline", "--help"]):
            with self.subTest(args):
                done = call(*args)
                self.assertEqual((done.returncode, done.stderr), (0, b""))
                self.assertIn(args[0].encode() if len(args) > 1 else b"set-source", done.stdout)

    def test_version(self):
        done = call("--version")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stdout.decode(), r"^telaah-cli \d+\.\d+")

    def test_full_disk(self):
        self.make()
        with open("/dev/full", "wb") as full:
            done = subprocess.run([telaah_cli.PROGRAM, "outline", self.project], stdout=full, stderr=subprocess.PIPE,
                                  check=False)
        self.complains(done, 1)


class Lists(telaah_cli.Case):
    """What each list prints for programs is a contract, to the order of the members."""

    def test_sources(self):
        self.make()
        self.ok("set-source", "satu.txt", "title=Judul: “satu”", "author=Ani", "publisher=Kompas", "date=2021-03",
                "url=https://example.org/?a=b", "language=id")
        first, second = self.json("sources")
        members = ["id", "fileName", "title", "author", "publisher", "date", "url", "language", "medium", "container",
                   "volume", "issue", "pages", "doi", "accessed", "reading", "attributes", "characters", "sha256"]
        nothing = [None] * 8 + [{}]
        self.assertEqual(list(first), members)
        self.assertEqual(list(second), members)
        self.assertRegex(first["id"], GUID)
        self.assertEqual(list(first.values())[1:], [
            "satu.txt", "Judul: “satu”", "Ani", "Kompas", "2021-03", "https://example.org/?a=b", "id", *nothing,
            len(ONE), sha256(ONE)])
        self.assertEqual(list(second.values())[1:], ["dua.txt"] + [None] * 6 + nothing + [len(TWO), sha256(TWO)])
        self.assertEqual(self.json("sources", "--source", "Judul"), [first])

    def test_themes(self):
        sources, themes = self.make()
        fourth = self.ok("theme", "Peran", "--color", "#12abEF", "--description", "bila …").strip()
        self.ok("tag", "satu", "0", "9", "Ekonomi")
        rows = self.json("themes")
        self.assertEqual(list(rows[0]), ["id", "name", "parent", "color", "description", "passages"])
        self.assertEqual([(row["id"], row["name"], row["parent"], row["passages"]) for row in rows], [
            (themes[0], "Tantangan", None, 0), (themes[1], "Manfaat", None, 0), (themes[2], "Ekonomi", themes[1], 1),
            (fourth, "Peran", None, 0)])
        self.assertEqual((rows[3]["color"], rows[3]["description"]), ("#12abEF", "bila …"))
        self.assertIsNone(rows[0]["description"])
        self.assertEqual(self.json("themes", "--theme", "Ekonomi"), [rows[2]])

    def test_passages(self):
        sources, themes = self.make()
        first = self.ok("tag", "satu", "81", "92", "Manfaat", "Ekonomi", "--note", "lihat\n“ini”", "--coder", "Sari").strip()
        second = self.ok("tag", "dua", "0", "5", "Tantangan").strip()
        third = self.ok("tag", "satu", "0", "9", "Tantangan").strip()
        rows = self.json("passages")
        self.assertEqual(list(rows[0]), ["id", "source", "start", "end", "quote", "themes", "coder", "created", "notes"])
        self.assertEqual([row["id"] for row in rows], [third, first, second])
        for row in rows:
            text = ONE if row["source"] == sources[0] else TWO
            self.assertEqual(text[row["start"]:row["end"]], row["quote"])
            self.assertRegex(row["id"], GUID)
            self.assertRegex(row["created"], TIME)
        self.assertEqual(rows[1]["themes"], [themes[1], themes[2]])
        self.assertEqual((rows[1]["coder"], rows[1]["notes"]), ("Sari", ["lihat\n“ini”"]))
        self.assertEqual(rows[0]["notes"], [])

        self.assertEqual([row["id"] for row in self.json("passages", "--source", "dua")], [second])
        self.assertEqual([row["id"] for row in self.json("passages", "--theme", "Tantangan")], [third, second])
        self.assertEqual([row["id"] for row in self.json("passages", "--theme", "Tantangan", "--source", "satu")], [third])
        self.assertEqual(self.json("passages", "--theme", "Ekonomi", "--source", "dua"), [])
        self.assertEqual([row["id"] for row in self.json("sources", "--theme", "Ekonomi")], [sources[0]])
        self.assertEqual([(row["id"], row["passages"]) for row in self.json("themes", "--source", "dua")], [(themes[0], 1)])
        self.refused(1, "passages", "--source", "tiga", says="tiga")
        self.refused(1, "passages", "--theme", "tiga", says="tiga")

    def test_history(self):
        self.make()
        self.ok("tag", "satu", "0", "9", "Manfaat", "--coder", "Sari")
        self.ok("undo")
        rows = self.json("history")
        self.assertEqual(list(rows[0]), ["seq", "time", "coder", "verb", "undone"])
        self.assertEqual([row["seq"] for row in rows], sorted(row["seq"] for row in rows))
        self.assertEqual([(row["verb"], row["undone"]) for row in rows],
                         [("import", False)] + [("add-theme", False)] * 3 + [("tag", True)])
        self.assertEqual(rows[4]["coder"], "Sari")
        for row in rows:
            self.assertRegex(row["time"], TIME)

    def test_for_people(self):
        """A line each, whatever is in the names."""
        self.make()
        self.ok("set-source", "satu", "title=dua puluh\nbaris")
        self.ok("tag", "dua.txt", "0", "9", "Manfaat", "Ekonomi")
        self.assertEqual(len(self.ok("sources").splitlines()), 2)
        self.assertEqual(len(self.ok("themes").splitlines()), 3)
        self.assertEqual(len(self.ok("passages").splitlines()), 1)
        self.assertIn("Manfaat, Ekonomi", self.ok("passages"))
        self.assertEqual(len(self.ok("history").splitlines()), 6)


class Names(telaah_cli.Case):
    def test_sources(self):
        sources, _ = self.make()
        self.ok("set-source", "satu", "title=Diplomasi digital")
        for name in ("satu.txt", "sat", "Diplomasi", "Diplomasi digital", sources[0], sources[0][:13]):
            with self.subTest(name):
                self.assertEqual(self.json("sources", "--source", name)[0]["id"], sources[0])
        for name in ("", "atu", "diplomasi", "Diplomasi digital!"):
            with self.subTest(name):
                self.refused(1, "sources", "--source", name)

    def test_whole_name_beats_beginning(self):
        self.make()
        longer = self.ok("theme", "Manfaat lain").strip()
        self.assertEqual([row["name"] for row in self.json("themes", "--theme", "Manfaat")], ["Manfaat"])
        self.assertEqual(self.json("themes", "--theme", "Manfaat ")[0]["id"], longer)
        self.refused(1, "themes", "--theme", "Man", says="2")

    def test_same_name_twice(self):
        self.make()
        below = self.ok("theme", "Tantangan", "--parent", "Ekonomi").strip()
        self.refused(1, "tag", "satu", "0", "9", "Tantangan", says="Tantangan")
        self.ok("tag", "satu", "0", "9", below)

    def test_passages(self):
        self.make()
        passage = self.ok("tag", "satu", "0", "9", "Manfaat").strip()
        self.ok("untag", passage[:20])
        self.assertEqual(self.json("passages"), [])
        self.refused(1, "untag", passage)


class Describe(telaah_cli.Case):
    def test_theme(self):
        self.make()
        self.assertEqual(self.json("theme", "Baru", "--parent", "Eko")[0]["name"], "Baru")
        for args in (["Tantangan"], [""], ["x", "--color", "red"], ["x", "--parent", "tidak ada"], [b"caf\xe9"]):
            with self.subTest(args):
                self.refused(1, "theme", *args)

    def test_source(self):
        self.make()
        self.assertEqual(self.json("set-source", "satu", "title=a=b", "author=")[0]["title"], "a=b")
        for pairs in (["date=kemarin"], ["colour=red"], ["title=x", "date=2021-99"], [b"title=caf\xe9"]):
            with self.subTest(pairs):
                self.refused(1, "set-source", "satu", *pairs)
        self.refused(1, "set-source", "tiga", "title=x", says="tiga")

    def test_hyphens(self):
        """What begins with a hyphen is no option behind two of them."""
        self.make()
        self.ok("theme", "--", "-isme")
        self.ok("theme", "--parent", "-isme", "--", "--")
        self.assertLessEqual({"-isme", "--"}, {theme["name"] for theme in self.json("themes")})
        self.refused(2, "theme", "-isme")


class Program(unittest.TestCase):
    def test_links_no_gtk(self):
        """Starts in the time of a command, for it carries no window."""
        tool = shutil.which("ldd")
        if tool is None:
            self.skipTest("ldd is not there")
        libraries = subprocess.run([tool, telaah_cli.PROGRAM], capture_output=True, check=True).stdout.decode()
        self.assertIn("libsqlite3", libraries)
        for name in ("libgtk", "libadwaita", "libgdk", "libwayland"):
            self.assertNotIn(name, libraries)


if __name__ == "__main__":
    telaah_cli.main()
