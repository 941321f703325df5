#!/usr/bin/env python3
"""The comparison on the command line: outlines, every format, open ends, counts, pictures.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import xml.etree.ElementTree

import telaah_cli
from telaah_cli import call

FIRST = {"json": b"{", "text": None, "markdown": b"#", "html": b"<!DOCTYPE html>", "odt": b"PK", "docx": b"PK", "pdf": b"%PDF",
         "opml": b"<?xml", "csv": b"\xef\xbb\xbf", "xlsx": b"PK", "template": b"{"}


class Comparison(telaah_cli.Case):
    def setUp(self):
        super().setUp()
        self.sources, self.themes = self.make()
        self.ok("tag", "satu", "0", "9", "Tantangan")
        self.ok("tag", "satu", "5", "20", "Manfaat", "Tantangan")
        self.ok("tag", "dua", "0", "5", "Tantangan")

    def point(self, title, *args):
        row, = self.json("point", title, *args)
        return row["id"]


class Exports(Comparison):
    def test_every_format(self):
        self.ok("cell", "Tantangan", "satu", "--summary", "Jaringan belum merata.", "--status", "treated")
        for name, first in FIRST.items():
            with self.subTest(name):
                path = self.path("keluar." + name)
                self.ok("outline", "--format", name, "-o", path)
                with open(path, "rb") as file:
                    contents = file.read()
                if first is not None:
                    self.assertEqual(contents[:len(first)], first)
                self.assertGreater(len(contents), 100)

    def test_by_name_of_file(self):
        for name in ("html", "odt", "docx", "pdf", "opml", "csv", "xlsx", "json"):
            with self.subTest(name):
                path = self.path("keluar." + name)
                self.ok("outline", "-o", path)
                with open(path, "rb") as file:
                    self.assertTrue(file.read().startswith(FIRST[name]))

    def test_same_twice(self):
        for name in FIRST:
            with self.subTest(name):
                paths = [self.path(f"{n}.{name}") for n in (1, 2)]
                for path in paths:
                    self.ok("outline", "--format", name, "-o", path)
                one, two = (open(path, "rb").read() for path in paths)
                self.assertEqual(one, two)

    def test_handouts(self):
        for kind in ("blank", "filled"):
            path = self.path(kind + ".pdf")
            self.ok("outline", "--handout", kind, "-o", path)
            with open(path, "rb") as file:
                self.assertEqual(file.read(4), b"%PDF")
        self.refused(2, "outline", "--handout", "lain")
        self.refused(2, "outline", "--handout", "blank", "--format", "html")
        self.refused(2, "outline", "--format", "lain")

    def test_template(self):
        self.ok("set-point", "Tantangan", "question=Apa yang menghambat?")
        path = self.path("templat.json")
        self.ok("outline", "--format", "template", "-o", path)
        with open(path, encoding="utf-8") as file:
            template = json.load(file)
        self.assertEqual(template["points"][0]["question"], "Apa yang menghambat?")
        self.assertFalse(template.get("sources"))

        other = self.path("murid.telaah")
        self.assertEqual(call("create", other).returncode, 0)
        self.assertEqual(call("import", other, path).returncode, 0)
        outline = json.loads(call("outline", other, "--json").stdout)
        self.assertEqual([point["title"] for point in outline["points"]], [point["title"] for point in template["points"]])
        self.assertEqual(outline["points"][0]["question"], "Apa yang menghambat?")

    def test_opml_back(self):
        path = self.path("garis.opml")
        self.ok("outline", "-o", path)
        other = self.path("lain.telaah")
        self.assertEqual(call("create", other).returncode, 0)
        self.assertEqual(call("import", other, path).returncode, 0)
        titles = [p["title"] for p in json.loads(call("outline", other, "--json").stdout)["points"]]
        self.assertEqual(titles, [p["title"] for p in json.loads(self.ok("outline", "--json"))["points"]])
        self.write("rusak.opml", "<opml><body><outline text='x'></body></opml>")
        self.refused(1, "import", self.path("rusak.opml"))

    def test_points_alone(self):
        """An outline whose texts are not there: its points can be had."""
        path = self.path("semua.json")
        self.ok("outline", "--json", "-o", path)
        other = self.path("lain.telaah")
        self.assertEqual(call("create", other).returncode, 0)
        self.assertEqual(call("import", other, path).returncode, 1)
        self.assertEqual(call("import", other, path, "--points").returncode, 0)


class Outlines(Comparison):
    def test_two(self):
        row, = self.json("add-outline", "Kedua")
        self.assertEqual((row["title"], row["follows"]), ("Kedua", False))
        point = self.point("Titik", "--outline", "Kedua", "--theme", "Manfaat")
        self.assertEqual([r["title"] for r in self.json("outlines")], [None, "Kedua"])
        cells, = self.json("cell", point, "satu", "--outline", "Kedua", "--summary", "Isi.")
        self.assertEqual(len(cells["evidence"]), 1)
        titles = [p["title"] for p in json.loads(self.ok("outline", "--json", "--outline", "Kedua"))["points"]]
        self.assertEqual(titles, ["Titik"])
        self.refused(1, "outline", "--outline", "Ketiga")

    def test_from_themes(self):
        self.ok("add-outline", "Ikut", "--from-themes")
        titles = [p["title"] for p in json.loads(self.ok("outline", "--json", "--outline", "Ikut"))["points"]]
        self.assertEqual(titles, ["Tantangan", "Manfaat"])

    def test_conditions(self):
        row, = self.json("set-point", "Tantangan", f"themes={self.themes[0]} {self.themes[1]}", "coder=Sari")
        self.assertEqual((row["themes"], row["coder"]), (self.themes[:2], "Sari"))
        cell, = self.json("cell", "Tantangan", "satu")
        self.assertEqual(cell["evidence"], [])
        self.ok("tag", "satu", "30", "35", "Manfaat", "--coder", "Sari")
        cell, = self.json("cell", "Tantangan", "satu")
        self.assertEqual(len(cell["evidence"]), 1)


class Hands(Comparison):
    def test_evidence(self):
        passage = self.json("passages", "--source", "satu")[0]["id"]
        for state, n in (("hidden", 1), ("usual", 2), ("pinned", 2)):
            self.ok("evidence", "Tantangan", passage, state)
            cell, = self.json("cell", "Tantangan", "satu")
            self.assertEqual(len(cell["evidence"]), n, state)
        self.ok("evidence", "Ekonomi", passage, "pinned")
        cell, = self.json("cell", "Ekonomi", "satu")
        self.assertEqual(cell["evidence"], [passage])
        self.refused(2, "evidence", "Tantangan", passage, "lain")
        self.refused(1, "evidence", "Tantangan", "tidak ada", "pinned")

    def test_link(self):
        passage = self.json("passages", "--source", "satu")[0]["id"]
        self.ok("cell", "Tantangan", "satu", "--summary", "Jarak di dalam.")
        row, = self.json("link", "Tantangan", "satu", "0", "5", passage)
        link, = json.loads(self.ok("outline", "--json"))["points"][0]["cells"][0]["links"]
        self.assertEqual((link["start"], link["end"], link["passage"]), (0, 5, passage))
        self.assertTrue(row["id"])
        self.refused(1, "link", "Tantangan", "satu", "0", "50", passage)
        self.refused(2, "link", "Tantangan", "satu", "a", "b", passage)

    def test_second_language(self):
        self.ok("set-project", "second-language=en")
        cell, = self.json("cell", "Tantangan", "satu", "--summary", "Jarak.", "--translation", "A gap.")
        self.assertEqual((cell["summary"], cell["translation"]), ("Jarak.", "A gap."))
        self.assertEqual(json.loads(self.ok("outline", "--json"))["secondLanguage"], "en")
        self.refused(1, "set-project", "warna=biru")


class Figures(Comparison):
    def test_counts(self):
        rows = {(r["title"], r["source"]): (r["passages"], r["characters"]) for r in self.json("counts")}
        self.assertEqual(rows["Tantangan", self.sources[0]], (2, 20))
        self.assertEqual(rows["Tantangan", self.sources[1]], (1, 5))
        self.assertEqual(rows["Ekonomi", self.sources[1]], (0, 0))
        self.assertEqual(len(rows), 6)

    def test_cooccurrence(self):
        row, = self.json("cooccurrence")
        self.assertEqual({row["theme"], row["other"]}, set(self.themes[:2]))
        self.assertEqual((row["passages"], row["characters"]), (1, 15))

    def test_open_ends(self):
        rows = self.json("open-ends")
        for row in rows:
            self.assertLessEqual({"kind", "point", "source", "message"}, set(row))
        kinds = [row["kind"] for row in rows]
        self.assertEqual((kinds.count("unread"), kinds.count("single-source"), kinds.count("unused-theme")), (6, 1, 1))
        self.ok("cell", "Tantangan", "satu", "--summary", "Isi.", "--status", "silent")
        self.ok("tag", "satu", "40", "45", "Tantangan")
        kinds = [row["kind"] for row in self.json("open-ends")]
        self.assertEqual((kinds.count("stale"), kinds.count("silent-with-evidence"), kinds.count("unread")), (1, 1, 5))
        self.assertEqual({row["kind"] for row in self.json("open-ends", "--kind", "stale")}, {"stale"})
        self.refused(2, "open-ends", "--kind", "lain")

    def test_pictures(self):
        for kind in ("heatmap", "portrait", "cooccurrence"):
            with self.subTest(kind):
                svg, png, csv = (self.path(kind + end) for end in (".svg", ".png", ".csv"))
                for path in (svg, png, csv):
                    self.ok("picture", "--kind", kind, "-o", path)
                self.assertTrue(xml.etree.ElementTree.parse(svg).getroot().tag.endswith("svg"))
                with open(png, "rb") as file:
                    self.assertEqual(file.read(8), b"\x89PNG\r\n\x1a\n")
                self.assertGreater(os.path.getsize(csv), 20)
        self.refused(2, "picture", "--kind", "lain", "-o", self.path("x.svg"))
        self.refused(2, "picture", "--kind", "heatmap")
        self.refused(2, "picture", "--kind", "heatmap", "-o", self.path("x.gif"))
        self.refused(1, "picture", "--kind", "portrait", "--source", "tidak ada", "-o", self.path("x.svg"))


if __name__ == "__main__":
    telaah_cli.main()
