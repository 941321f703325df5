#!/usr/bin/env python3
"""telaah-cli on what texts are made of: sentences, headings, clutter, corrected texts, notes, merged themes.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import textwrap

import telaah_cli
from telaah_cli import ONE, TWO, call

ARTICLE = """# Pelabuhan Baru

ADVERTISEMENT

Prof. Siti tiba di pelabuhan, hlm. 3 di tangan. Ia menunggu kapal dari timur.

Kapal
-----

Kapal itu terlambat dua jam karena angin barat. Penumpangnya bersabar di dermaga kayu.
"""


class Structure(telaah_cli.Case):
    def setUp(self):
        super().setUp()
        self.make()
        self.article = self.write("artikel.md", ARTICLE)
        self.ok("import", self.article)

    def check_quotes(self, rows, key="quote"):
        for row in rows:
            self.assertEqual(ARTICLE[row["start"]:row["end"]], row[key])

    def test_sentences(self):
        rows = self.json("sentences", "--source", "artikel")
        self.check_quotes(rows)
        self.assertEqual([row["quote"] for row in rows], [
            "Prof. Siti tiba di pelabuhan, hlm. 3 di tangan.", "Ia menunggu kapal dari timur.",
            "Kapal itu terlambat dua jam karena angin barat.", "Penumpangnya bersabar di dermaga kayu."])
        self.assertEqual(len({row["source"] for row in self.json("sentences")}), 3)

    def test_sections(self):
        rows = self.json("sections", "--source", "artikel")
        self.check_quotes(rows, "title")
        self.assertEqual([(row["level"], row["title"]) for row in rows], [(1, "Pelabuhan Baru"), (2, "Kapal")])

    def test_marks(self):
        rows = self.json("marks", "--source", "artikel")
        self.check_quotes(rows)
        self.assertEqual({row["state"] for row in rows}, {"proposed"})
        self.assertTrue(all(row["reason"] for row in rows))
        clutter = self.json("marks", "--source", "artikel", "--kind", "clutter")
        self.assertEqual([row["quote"] for row in clutter], ["ADVERTISEMENT"])
        self.refused(2, "marks", "--kind", "noise", says="noise")

    def test_mark_and_unmark(self):
        start = ARTICLE.index("Ia menunggu")
        end = start + len("Ia menunggu kapal dari timur.")
        row, = self.json("mark", "artikel", str(start), str(end), "clutter")
        self.assertEqual((row["state"], row["reason"], row["kind"]), ("accepted", None, "clutter"))
        self.assertEqual(len(self.json("sentences", "--source", "artikel")), 3)
        self.ok("unmark", "artikel", str(start), str(end))
        self.assertEqual(len(self.json("sentences", "--source", "artikel")), 4)
        self.refused(1, "unmark", "artikel", str(start), str(end))

        # A proposal that is taken back stays refused.
        advertisement, = self.json("marks", "--source", "artikel", "--kind", "clutter")
        self.ok("unmark", advertisement["id"])
        after, = self.json("marks", "--source", "artikel", "--kind", "clutter")
        self.assertEqual(after["state"], "refused")
        self.assertEqual(len(self.json("sentences", "--source", "artikel")), 5)

        row, = self.json("mark", "artikel", str(start), str(start + 11), "heading", "--level", "3")
        self.assertEqual((row["level"], row["quote"]), (3, "Ia menunggu"))
        for args in (["artikel", "9", "5", "clutter"], ["artikel", "0", "99999", "clutter"], ["tiada", "0", "5", "clutter"]):
            self.refused(1, "mark", *args)
        self.refused(2, "mark", "artikel", "0", "5", "noise")
        for level in ("9", "7", "0", "-1", "x", ""):
            self.refused(2, "mark", "artikel", "0", "5", "heading", "--level", level)


class Labels(telaah_cli.Case):
    TEXT = """Pelabuhan dan Warga

Tantangan Teknis: Kapal itu terlambat dua jam karena angin barat yang kencang sekali.
Tantangan Sosial : Penumpangnya bersabar di dermaga kayu sampai malam tiba di kota.
"""

    def test_colon_is_of_neither(self):
        self.make()
        self.ok("import", self.write("label.txt", self.TEXT))
        self.assertEqual([row["title"] for row in self.json("sections", "--source", "label")],
                         ["Pelabuhan dan Warga", "Tantangan Teknis", "Tantangan Sosial"])
        rows = self.json("sentences", "--source", "label")
        self.assertEqual([row["quote"][:8] for row in rows], ["Kapal it", "Penumpan"])
        for row in rows:
            self.assertEqual(self.TEXT[row["start"]:row["end"]], row["quote"])


class Replace(telaah_cli.Case):
    LETTER = ('Kepala desa berkata, "Pompa itu milik kita semua." Warga mengangguk, lalu pulang ke rumah masing-masing. '
              "Besoknya pompa itu dibongkar, diperbaiki - dan dipasang lagi oleh warga yang sama.\n\n"
              "Kas desa dibuka pada hari Jumat. Semua orang boleh membacanya, kata bendahara yang baru.\n")

    def replace_and_compare(self, change, same):
        """Passages on each sentence and on some words go with them; @same says what counts as the same words."""
        self.make()
        self.ok("import", self.write("surat.txt", self.LETTER))
        for row in self.json("sentences", "--source", "surat"):
            self.ok("tag", "surat", str(row["start"]), str(row["end"]), "Manfaat")
        for words in ("Pompa itu milik", '"Pompa', "desa dibuka pada hari", "Kas", "diperbaiki - dan"):
            start = self.LETTER.index(words)
            self.ok("tag", "surat", str(start), str(start + len(words)), "Ekonomi")
        before = {row["id"]: row["quote"] for row in self.json("passages", "--source", "surat")}
        new = change(self.LETTER)
        result = self.json("replace-text", "surat", self.write("baru.txt", new))
        self.assertEqual((result["moved"] + result["unchanged"], result["review"]), (len(before), []))
        for row in self.json("passages", "--source", "surat"):
            self.assertEqual(new[row["start"]:row["end"]], row["quote"])
            self.assertEqual(same(row["quote"]), same(before[row["id"]]))
        self.ok("check")
        self.ok("undo")
        self.assertEqual({row["id"]: row["quote"] for row in self.json("passages", "--source", "surat")}, before)

    def test_rewrapped(self):
        self.replace_and_compare(lambda text: "\n\n".join(textwrap.fill(part, 38) for part in text.split("\n\n")) + "\n",
                                 str.split)

    def test_other_quotation_marks_and_dashes(self):
        plain = str.maketrans("“”’–", "\"\"'-")
        self.replace_and_compare(lambda text: text.replace(', "', ", “").replace('" ', "” ").replace(" - ", " – "),
                                 lambda quote: quote.translate(plain))

    def test_other_case(self):
        self.replace_and_compare(lambda text: text.replace("Kas desa", "KAS DESA").replace("Besok", "besok"), str.lower)

    def test_moves(self):
        self.make()
        words = "jaringan belum merata"
        start = ONE.index(words)
        passage = self.ok("tag", "satu", str(start), str(start + len(words)), "Tantangan").strip()
        gone = self.ok("tag", "satu", "0", "9", "Manfaat").strip()
        new = "Sebuah pembuka. " + ONE.replace("Diplomasi digital membuka ruang baru. ", "")
        result = self.json("replace-text", "satu", self.write("baru.txt", new))
        self.assertEqual((result["moved"], result["unchanged"]), (1, 0))
        lost, = result["review"]
        self.assertEqual((lost["passage"], lost["quote"]), (gone, "Diplomasi"))

        row, = self.json("passages", "--source", "satu")
        self.assertEqual((row["id"], row["quote"], new[row["start"]:row["end"]]), (passage, words, words))
        self.assertEqual([row["passage"] for row in self.json("review")], [gone])

        self.ok("place", gone, "0", "6")
        self.assertEqual(self.json("review"), [])
        self.assertEqual({row["quote"] for row in self.json("passages", "--source", "satu")}, {words, "Sebuah"})
        self.ok("undo", "--steps", "2")
        self.assertEqual({row["quote"] for row in self.json("passages", "--source", "satu")}, {words, "Diplomasi"})
        self.ok("check")

    def test_refused(self):
        self.make()
        self.refused(1, "replace-text", "satu", self.path("tiada.txt"))
        self.refused(1, "replace-text", "satu", self.write("kosong.txt", ""))
        self.refused(1, "replace-text", "tiada", self.two)
        self.refused(1, "place", "tiada")
        passage = self.ok("tag", "satu", "0", "9", "Manfaat").strip()
        self.refused(1, "place", passage)
        self.refused(2, "place", passage, "3")
        self.refused(1, "place", passage, "9", "3")

    def test_names_that_are_no_utf8(self):
        self.make()
        for args in (["replace-text", "\udcff", self.two], ["mark", "\udcff", "0", "5", "clutter"],
                     ["mark", "satu", "\udcff", "5", "clutter"], ["place", "\udcff"],
                     ["note", "\udcff", "x"], ["merge-themes", "Tantangan", "\udcff"]):
            self.refused(2 if "satu" in args else 1, *args, says="\ufffd")

    def test_same_text(self):
        self.make()
        self.ok("tag", "dua", "0", "5", "Manfaat")
        result = self.json("replace-text", "dua", self.write("lagi.txt", TWO))
        self.assertEqual((result["moved"], result["unchanged"], result["review"]), (0, 1, []))


class Notes(telaah_cli.Case):
    def test_on_anything(self):
        sources, themes = self.make()
        passage = self.ok("tag", "satu", "0", "9", "Tantangan").strip()
        for target in (passage, "dua", "Ekonomi", "project"):
            self.ok("note", target, "tentang *" + target + "*")
        rows = self.json("notes")
        self.assertEqual([(row["kind"], row["target"]) for row in rows],
                         [("passage", passage), ("source", sources[1]), ("theme", themes[2]), ("project", None)])
        self.assertEqual([row["kind"] for row in self.json("notes", "--kind", "theme")], ["theme"])
        self.refused(1, "note", "tiada", "x", says="tiada")
        self.refused(1, "note", "dua", "")
        self.refused(1, "note", "dua", " \n\t ")
        self.refused(2, "notes", "--kind", "planet")

    def test_ambiguous(self):
        self.make()
        self.ok("set-source", "satu", "title=Ekonomi")
        self.refused(1, "note", "Ekonomi", "x", says="theme:Ekonomi")
        row, = self.json("note", "theme:Ekonomi", "x")
        self.assertEqual(row["kind"], "theme")


class Themes(telaah_cli.Case):
    def test_merge(self):
        _, themes = self.make()
        passage = self.ok("tag", "satu", "0", "9", "Manfaat").strip()
        row, = self.json("merge-themes", "Tantangan", "Manfaat")
        self.assertEqual((row["id"], row["passages"]), (themes[0], 1))
        self.assertEqual([row["name"] for row in self.json("themes")], ["Tantangan", "Ekonomi"])
        self.assertEqual(self.json("passages")[0]["id"], passage)
        self.refused(1, "merge-themes", "Tantangan", "Tantangan")
        self.ok("undo")
        self.assertEqual(len(self.json("themes")), 3)


class Details(telaah_cli.Case):
    def test_all(self):
        self.make()
        row, = self.json("set-source", "satu", "container=Jurnal", "doi=10.1/2", "attribute:Wilayah=Jawa", "pages=")
        self.assertEqual((row["container"], row["doi"], row["pages"], row["attributes"]),
                         ("Jurnal", "10.1/2", None, {"Wilayah": "Jawa"}))
        row, = self.json("set-source", "satu", "attribute:Wilayah=")
        self.assertEqual(row["attributes"], {})
        self.refused(1, "set-source", "satu", "accessed=kemarin", says="kemarin")
        self.refused(1, "set-source", "satu", "tilte=x", says="attribute:NAME")
        self.assertEqual(json.loads(call("sources", self.project, "--json").stdout)[0]["container"], "Jurnal")


if __name__ == "__main__":
    telaah_cli.main()
