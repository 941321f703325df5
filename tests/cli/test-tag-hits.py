#!/usr/bin/env python3
"""telaah-cli tag-hits, and the words that count as one.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import telaah_cli
from telaah_cli import ONE, TWO


class TagHits(telaah_cli.Case):
    def quotes(self, *args):
        return [row["quote"] for row in self.json("tag-hits", *args)]

    def test_units(self):
        self.make()
        dry = ["--theme", "Manfaat", "--dry-run"]
        self.assertEqual(self.quotes("jaringan OR negara", *dry),
                         ["Tantangannya besar: jaringan belum merata. 😀", "Negara belajar mendengar."])
        self.assertEqual(self.quotes("jaringan OR negara", *dry, "--unit", "sentence"),
                         self.quotes("jaringan OR negara", *dry))
        self.assertEqual(self.quotes("jaringan OR negara", *dry, "--unit", "hit"), ["jaringan", "Negara"])
        self.assertEqual(self.quotes("jaringan OR negara", *dry, "--unit", "paragraph"), [ONE.strip(), TWO.strip()])
        self.assertEqual(self.json("passages"), [])

    def test_merged(self):
        """Two hits of one sentence are one passage."""
        self.make()
        row, = self.json("tag-hits", "warga OR gawai", "--theme", "Manfaat", "--dry-run")
        self.assertEqual((row["quote"], row["tagged"]), ("Gawai murah membawa warga ke meja perundingan.", False))

    def test_tags_once(self):
        _, themes = self.make()
        rows = self.json("tag-hits", "jaringan OR negara", "--theme", "Tant", "--note", "cek", "--coder", "Sari")
        self.assertEqual([(row["themes"], row["notes"], row["coder"]) for row in rows],
                         [([themes[0]], ["cek"], "Sari")] * 2)
        self.assertEqual(self.json("passages"), rows)
        steps = len(self.json("history"))

        # What has the theme already is told, and not done again; with nothing to do there is no step.
        self.assertEqual([row["tagged"] for row in self.json("tag-hits", "negara OR pasar", "--theme", "Tant", "--dry-run")],
                         [False, True])
        self.assertEqual(self.json("tag-hits", "jaringan OR negara", "--theme", "Tantangan"), [])
        self.assertEqual(len(self.json("history")), steps)
        self.assertEqual(len(self.json("tag-hits", "negara OR pasar", "--theme", "Tantangan")), 1)
        self.ok("undo")
        self.ok("undo")
        self.assertEqual(self.json("passages"), [])

    def test_body_only(self):
        """Clutter is no passage, and a heading neither sentence nor paragraph."""
        self.make()
        self.ok("mark", "satu", "0", str(ONE.index(" Tantangan")), "heading")
        self.ok("mark", "dua", "0", str(TWO.index(" Pasar")), "clutter")
        args = ["diplomasi OR gawai OR pasar", "--theme", "Manfaat", "--dry-run"]
        self.assertEqual(self.quotes(*args), ["Pasar daring tumbuh."])
        self.assertEqual(self.quotes(*args, "--unit", "hit"), ["Diplomasi", "Pasar"])
        self.assertEqual(self.quotes(*args, "--unit", "paragraph"), ["Pasar daring tumbuh. Negara belajar mendengar."])

    def test_search_options(self):
        self.make()
        args = ["--theme", "Manfaat", "--dry-run"]
        self.assertEqual(self.quotes("jaring", *args, "--level", "fold"), [])
        self.assertEqual(len(self.quotes("jaring", *args, "--parts")), 1)
        self.assertEqual(self.quotes("[Nn]egara", *args, "--regex", "--unit", "hit"), ["Negara"])
        self.assertEqual(self.quotes("negara", *args, "--source", "satu"), [])
        self.ok("set-synonyms", "gawai", "jaringan")
        self.assertEqual(len(self.quotes("gawai", *args)), 1)
        self.assertEqual(len(self.quotes("gawai", *args, "--synonyms")), 2)

    def test_lines(self):
        sources, _ = self.make()
        start = ONE.index("Tantangan")
        line = self.ok("tag-hits", "jaringan", "--theme", "Manfaat", "--dry-run")
        self.assertEqual(line, f"{sources[0]}\t{start}\t{start + 44}\t\tTantangannya besar: jaringan belum merata. 😀\n")
        passage = self.ok("tag-hits", "jaringan", "--theme", "Manfaat").strip()
        self.assertEqual(self.json("passages")[0]["id"], passage)
        self.assertIn("\ttagged already\t", self.ok("tag-hits", "jaringan", "--theme", "Manfaat", "--dry-run"))

    def test_refused(self):
        self.make()
        self.refused(2, "tag-hits", "negara", says="--theme")
        self.refused(2, "tag-hits", "negara", "--theme", "Manfaat", "--unit", "word", says="word")
        self.refused(2, "tag-hits", "negara", "--theme", "Manfaat", "--level", "loud", says="loud")
        self.refused(2, "tag-hits", "(", "--theme", "Manfaat", "--regex")
        self.refused(2, "tag-hits", "--theme", "Manfaat")
        self.refused(1, "tag-hits", "negara", "--theme", "Tiada", says="Tiada")
        self.refused(1, "tag-hits", "negara", "--theme", "Manfaat", "--source", "tiga", says="tiga")


class Synonyms(telaah_cli.Case):
    def test_round(self):
        self.make()
        self.assertEqual(self.json("synonyms"), [])
        one, = self.json("set-synonyms", "manfaat", "nilai tambah", "laba, untung")
        self.assertEqual(one["words"], ["manfaat", "nilai tambah", "laba", "untung"])
        two, = self.json("set-synonyms", "kendala, hambatan")
        self.assertEqual(self.json("synonyms"), [one, two])
        self.assertEqual(self.ok("synonyms").splitlines()[1], f"{two['id']}\tkendala, hambatan")

        edited, = self.json("set-synonyms", one["id"], "manfaat", "faedah")
        self.assertEqual(edited, {"id": one["id"], "words": ["manfaat", "faedah"]})
        self.assertEqual(self.json("set-synonyms", two["id"][:8]), [])
        self.refused(1, "set-synonyms", two["id"], "kendala", "hambatan")
        self.assertEqual(self.json("synonyms"), [edited])
        self.ok("undo")
        self.assertEqual(self.json("synonyms"), [edited, two])

    def test_refused(self):
        self.make()
        group, = self.json("set-synonyms", "manfaat", "faedah")
        self.refused(1, "set-synonyms", "Faedah", "laba", says="Faedah")
        self.refused(1, "set-synonyms", "laba")
        self.refused(1, "set-synonyms", "laba", "LABA")
        self.refused(2, "set-synonyms", group["id"], "laba", says="two words")
        self.refused(2, "set-synonyms")
        self.refused(2, "synonyms", "manfaat")


if __name__ == "__main__":
    telaah_cli.main()
