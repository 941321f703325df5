#!/usr/bin/env python3
"""The outline on the command line: points, cells, export, and taking an export back in.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import subprocess
import sys

import telaah_cli
from telaah_cli import ONE, TWO, call


def walk(points):
    for point in points:
        yield point
        yield from walk(point["points"])


class Outline(telaah_cli.Case):
    def setUp(self):
        super().setUp()
        self.sources, self.themes = self.make()
        self.ok("set-source", "satu", "title=Judul pertama", "date=2021")
        for start, end, *rest in ((0, 9, "Manfaat"), (81, 82, "Ekonomi", "--note", "emoji"),
                                  (82, 92, "Ekonomi", "Tantangan", "--coder", "Sari")):
            self.ok("tag", "Judul", str(start), str(end), *rest)
        self.ok("tag", "dua", "0", "5", "Tantangan")

    def export(self):
        return json.loads(self.ok("outline", "--format", "json"))

    def validate(self, path):
        """Against the published schema, and the quotes against the texts."""
        validator = os.path.join(telaah_cli.SOURCE_DIR, "tests", "formats", "validate-outline.py")
        schema = os.path.join(telaah_cli.SOURCE_DIR, "data", "outline.schema.json")
        done = subprocess.run([sys.executable, validator, schema, path, self.one, self.two], capture_output=True, check=False)
        if done.returncode == 77:
            self.skipTest("jsonschema is not installed")
        self.assertEqual((done.returncode, done.stdout.decode(), done.stderr.decode()), (0, "", ""))


class Points(Outline):
    def test_point(self):
        row, = self.json("point", "Untung", "--theme", "Manfaat")
        self.assertEqual((row["title"], row["theme"], row["parent"]), ("Untung", self.themes[1], None))
        below, = self.json("point", "Dagang", "--parent", "Untung")
        self.assertEqual(below["parent"], row["id"])
        self.assertEqual([point["title"] for point in walk(self.export()["points"])], ["Untung", "Dagang"])
        for args in ([""], ["x", "--theme", "tidak ada"], ["x", "--parent", "tidak ada"]):
            with self.subTest(args):
                self.refused(1, "point", *args)

    def test_set_point(self):
        row, = self.json("set-point", "Manf", "title=Untung", "similarities=a=b", "differences=“beda”\nbaris")
        self.assertEqual((row["title"], row["similarities"], row["differences"]), ("Untung", "a=b", "“beda”\nbaris"))
        row, = self.json("set-point", "Untung", "similarities=")
        self.assertIsNone(row["similarities"])
        for pairs in (["title="], ["warna=x"], ["similarities=x", "title="]):
            with self.subTest(pairs):
                self.refused(1, "set-point", "Untung", *pairs)
        self.refused(1, "set-point", "tidak ada", "title=x")


class Cells(Outline):
    def cell(self, *args):
        row, = self.json("cell", *args)
        return row

    def test_looks(self):
        before = self.dump()
        row = self.cell("Ekonomi", "Judul")
        self.assertEqual(list(row), ["point", "source", "status", "proposal", "summary", "translation", "stale", "evidence"])
        self.assertEqual((row["source"], row["status"], row["summary"], row["stale"], len(row["evidence"])),
                         (self.sources[0], "unread", None, False, 2))
        self.assertEqual(self.dump(), before)

    def test_says(self):
        for status in ("treated", "implicit", "silent", "unread"):
            self.assertEqual(self.cell("Ekonomi", "Judul", "--status", status)["status"], status)
        row = self.cell("Ekonomi", "Judul", "--status", "treated", "--summary", "Pasar tumbuh.")
        self.assertEqual((row["status"], row["summary"]), ("treated", "Pasar tumbuh."))
        self.assertIsNone(self.cell("Ekonomi", "Judul", "--summary", "")["summary"])
        self.refused(1, "cell", "tidak ada", "Judul", "--status", "silent")
        self.refused(1, "cell", "Ekonomi", "tidak ada", "--status", "silent")

    def test_stale(self):
        self.assertFalse(self.cell("Ekonomi", "Judul", "--summary", "Pasar tumbuh.")["stale"])
        self.ok("tag", "Judul", "10", "17", "Ekonomi")
        self.assertTrue(self.cell("Ekonomi", "Judul")["stale"])
        self.assertTrue(self.cell("Ekonomi", "Judul", "--status", "treated")["stale"])
        self.assertFalse(self.cell("Ekonomi", "Judul", "--summary", "Pasar tumbuh.")["stale"])


class Export(Outline):
    def fill(self):
        self.ok("cell", "Ekonomi", "Judul", "--status", "treated", "--summary", "Pasar\ntumbuh “pesat” 😀.")
        self.ok("cell", "Tantangan", "dua", "--status", "silent")
        self.ok("cell", "Tantangan", "Judul", "--summary", "Basi.")
        self.ok("tag", "Judul", "10", "17", "Tantangan")
        self.ok("set-point", "Tantangan", "similarities=sama", "differences=beda")

    def test_same_bytes(self):
        self.fill()
        first = self.ok("outline", "--format", "json")
        self.assertEqual(self.ok("outline", "--format", "json"), first)
        self.assertEqual(self.ok("outline", "--json"), first)
        path = self.path("garis besar.json")
        self.assertEqual(self.ok("outline", "--output", path), "")
        with open(path, encoding="utf-8") as file:
            self.assertEqual(file.read(), first)

    def test_says_what_is_there(self):
        self.fill()
        outline = self.export()
        texts = dict(zip(self.sources, (ONE, TWO)))
        self.assertEqual([source["id"] for source in outline["sources"]], self.sources)
        self.assertEqual([theme["id"] for theme in outline["themes"]], self.themes)
        self.assertEqual([(point["title"], point["theme"]) for point in walk(outline["points"])],
                         list(zip(["Tantangan", "Manfaat", "Ekonomi"], self.themes)))

        quotes = []
        for point in walk(outline["points"]):
            self.assertEqual([cell["source"] for cell in point["cells"]], self.sources)
            for cell in point["cells"]:
                for passage in cell["evidence"]:
                    text = texts[cell["source"]]
                    self.assertEqual(text[passage["start"]:passage["end"]], passage["quote"])
                    self.assertTrue(text[:passage["start"]].endswith(passage["prefix"]))
                    self.assertTrue(text[passage["end"]:].startswith(passage["suffix"]))
                    quotes.append((point["title"], passage["quote"]))
        self.assertEqual(quotes, [("Tantangan", "digital"), ("Tantangan", " Indonesia"), ("Tantangan", "Gawai"),
                                  ("Manfaat", "Diplomasi"), ("Ekonomi", "😀"), ("Ekonomi", " Indonesia")])

        cells = {(point["title"], cell["source"]): cell for point in walk(outline["points"]) for cell in point["cells"]}
        self.assertEqual(cells["Ekonomi", self.sources[0]]["summary"], "Pasar\ntumbuh “pesat” 😀.")
        self.assertEqual(cells["Ekonomi", self.sources[0]]["evidence"][0]["notes"], ["emoji"])
        self.assertTrue(cells["Tantangan", self.sources[0]]["stale"])
        self.assertEqual(cells["Tantangan", self.sources[1]]["status"], "silent")
        self.assertEqual(cells["Manfaat", self.sources[1]]["status"], "unread")

    def test_schema(self):
        path = self.path("garis besar.json")
        self.ok("outline", "--output", path)
        self.validate(path)
        self.fill()
        self.ok("outline", "--output", path)
        self.validate(path)

    def test_schema_bare(self):
        """Also of a project with nothing in it."""
        self.project = self.path("kosong.telaah")
        self.ok("create")
        path = self.path("kosong.json")
        self.ok("outline", "--output", path)
        self.validate(path)

    def test_for_people(self):
        self.fill()
        for form, words in (("text", ["Judul pertama", "Ekonomi"]), ("markdown", ["Judul pertama", "Ekonomi", "#"])):
            with self.subTest(form):
                printed = self.ok("outline", "--format", form)
                for word in words:
                    self.assertIn(word, printed)
        path = self.path("a.md")
        self.ok("outline", "-o", path)
        with open(path, encoding="utf-8") as file:
            self.assertEqual(file.read(), self.ok("outline", "--format", "markdown"))

    def test_nowhere(self):
        self.refused(1, "outline", "--output", self.path("tidak/ada.json"))
        self.refused(1, "outline", "--output", self.folder)


class TakeIn(Outline):
    def saying(self):
        """What the outline says, whatever its ids and columns are."""
        outline = self.export()
        digests = {source["id"]: source["sha256"] for source in outline["sources"]}
        names = {theme["id"]: theme["name"] for theme in outline["themes"]}
        return [(point["title"], names.get(point["theme"]), point["similarities"], point["differences"],
                 sorted((digests[cell["source"]], cell["status"], cell["summary"] or "", cell["stale"],
                         [(p["start"], p["end"], p["quote"], p["coder"], [names[t] for t in p["themes"]], sorted(p["notes"]))
                          for p in cell["evidence"]]) for cell in point["cells"]))
                for point in walk(outline["points"])]

    def test_other_project(self):
        self.ok("cell", "Ekonomi", "Judul", "--status", "treated", "--summary", "Pasar tumbuh.")
        self.ok("cell", "Tantangan", "Judul", "--summary", "Basi.")
        self.ok("tag", "Judul", "10", "17", "Tantangan")
        self.ok("set-point", "Tantangan", "similarities=sama")
        path = self.path("garis besar.json")
        self.ok("outline", "--output", path)
        expected = self.saying()

        self.project = self.path("lain.telaah")
        self.ok("create")
        self.ok("import", self.two, self.one)
        self.ok("import", path)
        self.assertEqual(self.saying(), expected)

        before = self.dump()
        self.ok("import", path)
        self.assertEqual(self.dump(), before)

    def test_with_its_texts(self):
        path = self.path("garis besar.json")
        self.ok("outline", "--output", path)
        expected = self.saying()
        self.project = self.path("lain.telaah")
        self.ok("create")
        self.ok("import", path, self.two, self.one)
        self.assertEqual(self.saying(), expected)

    def test_refused(self):
        path = self.path("garis besar.json")
        self.ok("outline", "--output", path)
        whole = json.dumps(self.export())
        self.project = self.path("lain.telaah")
        self.ok("create")
        self.refused(1, "import", path, says="Judul pertama")

        self.ok("import", self.one, self.two)
        for old, new in (('"version": 1', '"version": 2'), ('"quote": "Gawai"', '"quote": "gawai"'),
                         ('"end": 9', '"end": 900'), ('"status": "unread"', '"status": "red"'), ("}", ""),
                         (self.sources[0], self.themes[0])):
            with self.subTest(old):
                self.assertIn(old, whole)
                changed = self.write("lain.json", whole.replace(old, new, 1))
                self.refused(1, "import", changed)

    def test_all_or_nothing(self):
        """Texts that come with an outline that does not fit are left out too."""
        path = self.path("garis besar.json")
        self.ok("outline", "--output", path)
        self.project = self.path("lain.telaah")
        self.ok("create")
        before = self.dump(journal=False)
        done = call("import", self.project, self.one, path)
        self.complains(done, 1, "dua.txt")
        self.assertEqual(self.json("sources"), [])
        self.assertEqual([line for line in self.dump(journal=False) if 'INTO "text"' not in line], before)


if __name__ == "__main__":
    telaah_cli.main()
