#!/usr/bin/env python3
"""Words on the command line: concordance, frequencies and key words, against counts that are made here.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import collections
import csv
import io
import math
import re
import unicodedata

import telaah_cli

SEA = ("Nelayan pulang membawa ikan. Laut tenang, dan ikan-ikan kecil berkejaran di laut.\n\n"
       "Kata nelayan tua: “Laut memberi, laut mengambil.” Tahun 2021 ikan jarang; tahun 2022 ikan banyak.\n")
MARKET = ("Pasar ikan buka sebelum fajar. Harga ikan naik bila laut\nbergelora, dan Harga turun bila  laut tenang.\n\n"
          "Pembeli menawar, =penjual= menimbang “ikan, segar”. Ombak laut tak pernah menawar.\n")


def words(text):
    """In small letters; a hyphen parts words."""
    return re.findall(r"\w+", text.casefold())


def rows(table):
    """Of a CSV as a spreadsheet reads it."""
    assert table.startswith("\ufeff")
    assert table.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(table[1:], newline=""), strict=True))


def likelihood(a, b, c, d):
    expected = [c * (a + b) / (c + d), d * (a + b) / (c + d)]
    return 2 * sum(n * math.log(n / e) for n, e in zip((a, b), expected) if n > 0)


def ratio(a, b, c, d):
    return math.log2((a or 0.5) / c / ((b or 0.5) / d))


class Words(telaah_cli.Case):
    def setUp(self):
        super().setUp()
        self.ok("create", "--title", "Uji", "--language", "id")
        self.texts = {"laut": SEA, "pasar": MARKET}
        paths = [self.write(name + ".txt", text) for name, text in self.texts.items()]
        self.sources = dict(zip(self.texts, (source["id"] for source in self.json("import", *paths))))
        for mark in self.json("marks"):
            self.ok("unmark", mark["id"])
        self.ok("theme", "Alam")
        self.ok("theme", "Ombak", "--parent", "Alam")
        self.ok("theme", "Kosong")

    def tag(self, source, quote, theme):
        start = self.texts[source].index(quote)
        self.ok("tag", source, str(start), str(start + len(quote)), theme)


class Frequencies(Words):
    def test_all(self):
        found = self.json("frequencies", "--stop-words")
        counts = collections.Counter(words(SEA + MARKET))
        self.assertEqual({row["word"]: row["count"] for row in found}, counts)
        self.assertEqual([row["count"] for row in found], sorted(counts.values(), reverse=True))
        for row in found:
            self.assertEqual(row["sources"], sum(row["word"] in words(text) for text in self.texts.values()))
            self.assertAlmostEqual(row["perThousand"], 1000 * row["count"] / counts.total())

    def test_source(self):
        found = self.json("frequencies", "--stop-words", "--source", "pasar")
        self.assertEqual({row["word"]: row["count"] for row in found}, collections.Counter(words(MARKET)))

    def test_stop_words(self):
        every = {row["word"]: row for row in self.json("frequencies", "--stop-words")}
        some = {row["word"]: row for row in self.json("frequencies")}
        self.assertIn("dan", every)
        self.assertNotIn("dan", some)
        self.assertLess(some.items(), every.items())
        self.assertEqual(some["ikan"]["count"], words(SEA + MARKET).count("ikan"))

    def test_theme(self):
        """What lies under the theme or below it, each word once."""
        self.tag("laut", "Laut tenang, dan ikan", "Alam")
        self.tag("laut", "dan ikan-ikan kecil", "Ombak")
        self.tag("pasar", "laut\nberg", "Ombak")
        found = {row["word"]: row["count"] for row in self.json("frequencies", "--stop-words", "--theme", "Alam")}
        self.assertEqual(found, collections.Counter(words("Laut tenang, dan ikan-ikan kecil laut")))
        found = {row["word"]: row["count"] for row in self.json("frequencies", "--stop-words", "--theme", "Ombak")}
        self.assertEqual(found, collections.Counter(words("dan ikan-ikan kecil laut")))
        self.assertEqual(self.json("frequencies", "--theme", "Kosong"), [])

    def test_clutter(self):
        start = SEA.index("Kata")
        self.ok("mark", "laut", str(start), str(len(SEA) - 1), "clutter")
        found = {row["word"]: row["count"] for row in self.json("frequencies", "--stop-words")}
        self.assertEqual(found, collections.Counter(words(SEA[:start] + MARKET)))

    def test_stems(self):
        """The forms together are as many as they are alone."""
        alone, together = self.json("frequencies", "--stop-words"), self.json("frequencies", "--stop-words", "--stems")
        self.assertEqual(sum(row["count"] for row in alone), sum(row["count"] for row in together))
        self.assertLessEqual(len(together), len(alone))
        self.assertLessEqual({row["word"] for row in together}, {row["word"] for row in alone})

    def test_limit(self):
        found = self.json("frequencies")
        self.assertEqual(self.json("frequencies", "--limit", "3"), found[:3])
        self.assertEqual(self.json("frequencies", "--limit", "3000"), found)
        self.refused(2, "frequencies", "--limit", "-1")

    def test_csv(self):
        found = self.json("frequencies")
        table = rows(self.ok("frequencies", "--format", "csv"))
        self.assertEqual(list(table[0]), ["Word", "Count", "Sources", "Per Thousand Words"])
        self.assertEqual([(row["Word"], int(row["Count"]), int(row["Sources"])) for row in table],
                         [(row["word"], row["count"], row["sources"]) for row in found])
        for row, same in zip(table, found):
            self.assertAlmostEqual(float(row["Per Thousand Words"]), same["perThousand"], delta=0.0006)

    def test_files(self):
        """The name of the file says what it is to be."""
        for name in ("csv", "json", "txt"):
            path = self.path("kata." + name)
            self.assertEqual(self.ok("frequencies", "-o", path), "")
            printed = self.ok("frequencies", "--format", {"txt": "text"}.get(name, name))
            with open(path, encoding="utf-8", newline="") as file:
                self.assertEqual(file.read(), printed)
        self.refused(2, "frequencies", "--format", "pdf", says="pdf")

    def test_text(self):
        """Columns: words begin together, numbers end together."""
        lines = self.ok("frequencies", "--limit", "5").splitlines()
        self.assertEqual(len(lines), 6)
        self.assertEqual(len({len(line) for line in lines}), 1)
        self.assertEqual([line.split()[0] for line in lines[1:]],
                         [row["word"] for row in self.json("frequencies", "--limit", "5")])

    def test_wrong(self):
        self.refused(1, "frequencies", "--source", "tidak ada")
        self.refused(1, "frequencies", "--theme", "tidak ada")
        self.refused(2, "frequencies", "lebih")


class KeyWords(Words):
    def test_measures(self):
        self.tag("laut", "Laut tenang, dan ikan-ikan kecil berkejaran di laut.", "Alam")
        self.tag("pasar", "Ombak laut tak pernah menawar.", "Ombak")
        here = collections.Counter(words("Laut tenang, dan ikan-ikan kecil berkejaran di laut. "
                                         "Ombak laut tak pernah menawar."))
        rest = collections.Counter(words(SEA + MARKET)) - here
        found = self.json("key-words", "--theme", "Alam", "--stop-words")
        self.assertEqual({row["word"] for row in found}, set(here) | set(rest))
        for row in found:
            numbers = here[row["word"]], rest[row["word"]], here.total(), rest.total()
            self.assertEqual((row["count"], row["rest"]), numbers[:2])
            self.assertAlmostEqual(row["likelihood"], max(likelihood(*numbers), 0), msg=row["word"])
            self.assertAlmostEqual(row["ratio"], ratio(*numbers), msg=row["word"])
        measures = [row["likelihood"] for row in found]
        self.assertEqual(measures, sorted(measures, reverse=True))

    def test_source(self):
        self.tag("pasar", "Ombak laut", "Alam")
        self.tag("laut", "ikan banyak", "Alam")
        here, every = collections.Counter(words("Ombak laut")), collections.Counter(words(MARKET))
        found = self.json("key-words", "--theme", "Alam", "--stop-words", "--source", "pasar")
        self.assertEqual({row["word"]: (row["count"], row["rest"]) for row in found},
                         {word: (here[word], every[word] - here[word]) for word in every})

    def test_stop_words(self):
        """Left out of the list, not of what is measured."""
        self.tag("laut", "Laut tenang, dan ikan", "Alam")
        every = {row["word"]: row for row in self.json("key-words", "--theme", "Alam", "--stop-words")}
        some = {row["word"]: row for row in self.json("key-words", "--theme", "Alam")}
        self.assertIn("dan", every)
        self.assertNotIn("dan", some)
        self.assertLess(some.items(), every.items())

    def test_csv(self):
        self.tag("laut", "Laut tenang, dan ikan", "Alam")
        found = self.json("key-words", "--theme", "Alam", "--limit", "5")
        table = rows(self.ok("key-words", "--theme", "Alam", "--limit", "5", "--format", "csv"))
        self.assertEqual(len(table), 5)
        for row, same in zip(table, found):
            self.assertEqual((row["Word"], int(row["Count in Theme"]), int(row["Count in Rest"])),
                             (same["word"], same["count"], same["rest"]))
            self.assertAlmostEqual(float(row["Log-Likelihood"]), same["likelihood"], delta=0.0006)
            self.assertAlmostEqual(float(row["Log Ratio"]), same["ratio"], delta=0.0006)

    def test_nothing(self):
        self.assertEqual(self.json("key-words", "--theme", "Kosong"), [])
        self.assertEqual(self.ok("key-words", "--theme", "Kosong").count("\n"), 1)

    def test_wrong(self):
        self.refused(2, "key-words")
        self.refused(1, "key-words", "--theme", "tidak ada")


class Concordance(Words):
    def lines(self, pattern, context=60):
        """(source, start, end, before, words, after) of every match, in the order of the texts."""
        found = []
        for name, text in self.texts.items():
            for match in re.finditer(pattern, text):
                before = re.sub(r"\s+", " ", text[:match.start()]).lstrip()
                after = re.sub(r"\s+", " ", text[match.end():]).rstrip()
                if len(before) > context:
                    cut = before[-context:]
                    before = cut.lstrip() if before[-context - 1] == " " else cut[cut.index(" ") + 1:]
                if len(after) > context:
                    cut = after[:context]
                    after = cut.rstrip() if after[context] == " " else cut[:cut.rindex(" ")]
                found.append((self.sources[name], match.start(), match.end(), before,
                              re.sub(r"\s+", " ", match.group()), after))
        return found

    def found(self, *args):
        return [(row["source"], row["start"], row["end"], row["before"], row["words"], row["after"])
                for row in self.json("concordance", *args)]

    def test_lines(self):
        for context in (60, 20, 200):
            with self.subTest(context=context):
                self.assertEqual(self.found("ikan", "--context", str(context)), self.lines(r"(?i)\bikan\b", context))
        self.assertEqual(self.found("ikan"), self.lines(r"(?i)\bikan\b"))

    def test_phrase(self):
        self.assertEqual(self.found('"laut tenang"'), self.lines(r"(?i)laut\s+tenang"))

    def test_levels(self):
        exact = self.json("concordance", "laut", "--level", "exact")
        self.assertEqual([row["start"] for row in exact], [line[1] for line in self.lines(r"\blaut\b")])
        folded = self.json("concordance", "laut", "--level", "fold")
        self.assertEqual([row["start"] for row in folded], [line[1] for line in self.lines(r"(?i)\blaut\b")])
        self.assertEqual({row["level"] for row in exact}, {"exact"})
        self.assertEqual({row["level"] for row in folded}, {"exact", "fold"})
        self.refused(2, "concordance", "laut", "--level", "lain")

    def test_regex(self):
        self.assertEqual(self.found("tahun 202[0-9]", "--regex"), self.lines("(?i)tahun 202[0-9]"))
        self.refused(2, "concordance", "ta(hun", "--regex")

    def test_source(self):
        self.assertEqual(self.found("laut", "--source", "pasar"),
                         [line for line in self.lines(r"(?i)\blaut\b") if line[0] == self.sources["pasar"]])
        self.refused(1, "concordance", "laut", "--source", "tidak ada")

    def test_no_context(self):
        self.assertEqual({(row["before"], row["after"]) for row in self.json("concordance", "laut", "--context", "0")},
                         {("", "")})
        self.refused(2, "concordance", "laut", "--context", "-1")

    def test_clutter(self):
        """Neither looked through, nor between a word and those beside it."""
        start = MARKET.index("Harga ikan naik")
        self.ok("mark", "pasar", str(start), str(start + len("Harga ikan naik")), "clutter")
        found = self.found("fajar OR bila", "--source", "pasar", "--context", "13")
        self.assertEqual(found[0][3:], ("buka sebelum ", "fajar", ". bila laut"))
        self.assertEqual(len(self.found("ikan")), len(self.lines(r"(?i)\bikan\b")) - 1)

    def test_order(self):
        lines = self.lines(r"(?i)\bikan\b")
        keys = {
            "text": lambda line: (),
            "left": lambda line: words(line[3])[::-1],
            "right": lambda line: words(line[5]),
            "word": lambda line: (line[4].casefold(), words(line[5])),
        }
        for order, key in keys.items():
            with self.subTest(order):
                self.assertEqual(self.found("ikan", "--order", order), sorted(lines, key=key))
        self.refused(2, "concordance", "ikan", "--order", "lain")

    def test_limit(self):
        self.assertEqual(self.found("ikan", "--limit", "2"), self.lines(r"(?i)\bikan\b")[:2])

    def test_csv(self):
        found = self.json("concordance", "ikan")
        table = rows(self.ok("concordance", "ikan", "--format", "csv"))
        self.assertEqual(list(table[0]), ["Source", "Start", "End", "Before", "Word", "After", "Level"])
        self.assertEqual(len(table), len(found))
        names = {id: name + ".txt" for name, id in self.sources.items()}
        for row, same in zip(table, found):
            self.assertEqual((row["Source"], int(row["Start"]), int(row["End"]), row["Word"], row["Level"]),
                             (names[same["source"]], same["start"], same["end"], same["words"], same["level"]))
            for column, key in (("Before", "before"), ("After", "after")):
                formula = same[key].startswith(("=", "+", "-", "@"))
                self.assertEqual(row[column], ("'" if formula else "") + same[key])
        self.assertTrue(any(row["After"].startswith("'-ikan") for row in table))

    def test_text(self):
        """The word stands in one column, whatever is wide or narrow before it."""
        self.write("lebar.txt", "日本の海 ikan.\nCafe\u0301 ikan.\nIkan 日本.\n")
        self.ok("import", self.path("lebar.txt"))
        lines = self.ok("concordance", "ikan").splitlines()
        self.assertEqual(len(lines), len(self.lines(r"(?i)\bikan\b")) + 3)
        columns = []
        for line in lines:
            self.assertEqual(line, line.rstrip())
            columns.append({sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
                                for c in line[:match.start()]) for match in re.finditer("(?i)ikan", line)})
        self.assertTrue(set.intersection(*columns), columns)

    def test_nothing(self):
        self.assertEqual(self.json("concordance", "tidakadakataini"), [])
        self.assertEqual(self.ok("concordance", "tidakadakataini"), "")

    def test_quote(self):
        self.assertEqual([row["quote"] for row in self.json("concordance", "laut", "--limit", "1")],
                         ["Laut"])


if __name__ == "__main__":
    telaah_cli.main()
