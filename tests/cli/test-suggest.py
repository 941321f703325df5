#!/usr/bin/env python3
"""Candidates on the command line: offered for a theme with their reasons, refused, and offered again.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import telaah_cli

SEA = ("Nelayan menangkap ikan tongkol di laut. Kereta tiba pukul tujuh pagi. Gedung sekolah dicat putih. "
       "Ikan laut dijual nelayan di pasar. Hujan turun sepanjang malam.\n")
COAST = ("Jalan raya diperbaiki tahun ini. Para nelayan mencari ikan sampai ke laut lepas 🐟 sejak subuh. "
         "Murid belajar menghitung. Kantor pos tutup lebih awal.\n")
CAUGHT = "Para nelayan mencari ikan sampai ke laut lepas 🐟 sejak subuh."


class Suggest(telaah_cli.Case):
    def setUp(self):
        super().setUp()
        self.ok("create", "--title", "Uji", "--language", "id")
        self.ok("import", self.write("laut.txt", SEA), self.write("pesisir.txt", COAST))
        self.ok("theme", "Bahari", "--description", "Kapal dan dermaga.")
        self.texts = {source["id"]: {"laut.txt": SEA, "pesisir.txt": COAST}[source["fileName"]]
                      for source in self.json("sources")}

    def tag(self):
        for words in ("Nelayan menangkap ikan tongkol di laut.", "Ikan laut dijual nelayan di pasar."):
            start = SEA.index(words)
            self.ok("tag", "laut.txt", str(start), str(start + len(words)), "Bahari")

    def suggest(self, *args):
        rows = self.json("suggest", "--theme", "Bahari", *args)
        for row in rows:
            self.assertEqual(list(row), ["source", "start", "end", "quote", "score", "reasons"])
            self.assertEqual(self.texts[row["source"]][row["start"]:row["end"]], row["quote"])
            self.assertLessEqual(len(row["reasons"]), 4)
            for word in row["reasons"]:
                self.assertIn(word, row["quote"])
            self.assertTrue(0 <= row["score"] <= 1)
        scores = [row["score"] for row in rows]
        self.assertEqual(scores, sorted(scores, reverse=True))
        return rows

    def test_nothing_to_go_by(self):
        self.assertEqual(self.suggest(), [])
        self.assertEqual(self.ok("suggest", "--theme", "Bahari"), "")

    def test_order_and_reasons(self):
        self.tag()
        rows = self.suggest("--source", "pesisir.txt")
        self.assertEqual(len(rows), 4)
        self.assertEqual(rows[0]["quote"], CAUGHT)
        self.assertLessEqual(set(rows[0]["reasons"]), {"nelayan", "ikan", "laut"})
        self.assertTrue(rows[0]["reasons"])

    def test_limit(self):
        self.tag()
        rows = self.suggest()
        self.assertEqual(len(rows), 7)
        self.assertEqual(self.suggest("--limit", "2"), rows[:2])
        self.refused(2, "suggest", "--theme", "Bahari", "--limit", "-1", says="--limit")

    def test_at_most_ten(self):
        readers = " ".join(f"Orang ke-{n} membaca koran pagi." for n in range(20))
        self.ok("import", self.write("lain.txt", readers + "\n"))
        self.tag()
        self.assertEqual(len(self.json("suggest", "--theme", "Bahari")), 10)

    def test_line(self):
        self.tag()
        score, source, start, end, quote, reasons = self.ok("suggest", "--theme", "Bahari", "--limit", "1",
                                                            "--source", "pesisir").rstrip("\n").split("\t")
        self.assertRegex(score, r"^0\.\d\d$")
        self.assertEqual((source, COAST[int(start):int(end)], quote), ("pesisir.txt", CAUGHT, f"“{CAUGHT}”"))
        self.assertTrue(reasons)

    def test_refuse(self):
        self.tag()
        first = self.suggest("--source", "pesisir.txt")[0]
        place = (str(first["start"]), str(first["end"]))
        self.assertEqual(self.ok("refuse", "--theme", "Bahari", "pesisir.txt", *place), "")
        self.assertNotIn(CAUGHT, [row["quote"] for row in self.suggest()])
        self.ok("undo")
        self.assertIn(CAUGHT, [row["quote"] for row in self.suggest()])
        self.ok("refuse", "--theme", "Bahari", "pesisir.txt", *place)
        self.ok("refuse", "--theme", "Bahari", "pesisir.txt", *place, "--undo")
        self.assertIn(CAUGHT, [row["quote"] for row in self.suggest()])

    def test_wrong_calls(self):
        self.refused(2, "suggest", says="--theme")
        self.refused(2, "refuse", "pesisir.txt", "0", "5", says="--theme")
        self.refused(1, "suggest", "--theme", "Nobody", says="Nobody")
        self.refused(1, "suggest", "--theme", "Bahari", "--source", "Nobody", says="Nobody")
        self.refused(2, "refuse", "--theme", "Bahari", "pesisir.txt", "x", "5", says="x")
        self.refused(1, "refuse", "--theme", "Bahari", "pesisir.txt", "0", "5000")
        self.refused(1, "refuse", "--theme", "Bahari", "pesisir.txt", "0", "3")


if __name__ == "__main__":
    telaah_cli.main()
