#!/usr/bin/env python3
"""telaah-cli search, concordance and frequencies against a second reading of the same texts, in Python.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import csv
import io
import os
import random
import re
import time
from collections import Counter

import telaah_cli
from telaah_cli import call

WORDS = ("kapal layar pulau dermaga warga pasar ikan jala ombak perahu berlayar pelayaran dan yang di itu manfaat "
         "memanfaatkan négara perang peran zaman aman").split()
GAPS = [" "] * 14 + [", ", "  ", "\u00a0", "-", "- ", " (", ") ", " “", "” ", "\n"]
ENDS = [". ", "? ", "!\n", ".\n\n", "… "]
LEVELS = ("exact", "fold", "stem", "fuzzy")
BROKEN = ("Pelaku menyebar des\n\n \n\ninformasi di pasar. Kabar desinformasi itu kemanan, keamanan dan konnflik, konflik. "
          "Perang di zaman itu, peran dan aman.\n")
BOMBS = (r"(a+)+$", r"(.*)*\1", r"(a|aa)+$", r"(((((a*)*)*)*)*)b", r".*.*.*.*z", "(?R)", "(?<=a+)b", "[", r"\C",
         "(" * 3000 + "a" + ")" * 3000)
ODD = ("", "   ", '"', "(", "OR", "NOT", "NOT kapal", "NEAR/3", "…", "\U0001f600", "\u202e", "kapal " * 1500, "(a OR " * 1500)
UNFINISHED = ('"kapal', "(kapal", "kapal)", "kapal OR", "OR kapal", "kapal NOT", "kapal NEAR", "“kapal", "kapal" + "a" * 10000)


def make_text(rand, n_sentences):
    sentences = []
    for _ in range(n_sentences):
        words = [rand.choice(WORDS) for _ in range(rand.randint(3, 12))]
        words = [word.upper() if rand.random() < 0.05 else word for word in words]
        words[0] = words[0].capitalize()
        sentences.append("".join(word + rand.choice(GAPS) for word in words[:-1]) + words[-1] + rand.choice(ENDS))
    return "".join(sentences)


def fold(word):
    return word.casefold().replace("é", "e")


class Oracle(telaah_cli.Case):
    def setUp(self):
        super().setUp()
        before = os.environ.get("XDG_CACHE_HOME")
        self.addCleanup(lambda: os.environ.pop("XDG_CACHE_HOME") if before is None
                        else os.environ.update(XDG_CACHE_HOME=before))
        os.environ["XDG_CACHE_HOME"] = self.path("singgah")
        rand = random.Random(11)
        texts = [make_text(rand, 30), make_text(rand, 900), BROKEN]
        self.ok("create", "--title", "Uji", "--language", "id")
        rows = self.json("import", *(self.write(f"{i}.txt", text) for i, text in enumerate(texts)))
        self.texts = dict(zip((row["id"] for row in rows), texts))
        self.clutter = [(row["source"], row["start"], row["end"]) for row in self.json("marks", "--kind", "clutter")]

    def is_body(self, source, start, end):
        return not any(source == s and start < e and b < end for s, b, e in self.clutter)

    def words(self):
        for source, text in self.texts.items():
            for match in re.finditer(r"[^\W\d_]+", text):
                if self.is_body(source, *match.span()):
                    yield source, match

    def search(self, query, *args):
        rows = self.json("search", query, *args)
        places = [(list(self.texts).index(row["source"]), row["start"], row["end"]) for row in rows]
        self.assertEqual(places, sorted(set(places)))
        for row in rows:
            self.assertEqual(self.texts[row["source"]][row["start"]:row["end"]], row["quote"])
            self.assertLessEqual(row["sentence"]["start"], row["start"])
            self.assertGreaterEqual(row["sentence"]["end"], row["end"])
        return rows

    def test_words(self):
        """All words, and no others; the same once there is an index."""
        for indexed in (False, True):
            if indexed:
                self.ok("index")
            for word in ("kapal", "négara", "peran", "aman", "Pulau"):
                for level, alike in (("exact", str), ("fold", fold)):
                    expected = [(source, *match.span()) for source, match in self.words() if alike(match[0]) == alike(word)]
                    self.assertGreater(len(expected), 0)
                    found = self.search(word, "--level", level)
                    self.assertEqual([(row["source"], row["start"], row["end"]) for row in found], expected)

    def test_phrases(self):
        """Words one after the other, whatever blanks, hyphens, quotes and brackets stand between, but no comma or stop."""
        expected, last = [], None
        for source, match in self.words():
            if (last and last[0] == source and fold(last[1][0]) == "kapal" and fold(match[0]) == "layar" and
                    not re.search(r"[.,?!…]", self.texts[source][last[1].end():match.start()])):
                expected.append((source, last[1].start(), match.end()))
            last = source, match
        self.assertGreater(len(expected), 5)
        self.assertEqual([(row["source"], row["start"], row["end"])
                          for row in self.search('"kapal layar"', "--level", "fold")], expected)

    def test_sentences(self):
        """AND and NOT are of one sentence, NEAR of a stretch of words."""
        sentences = self.json("sentences")
        both, one = set(), set()
        for row in sentences:
            words = re.findall(r"[^\W_]+", row["quote"])
            if "kapal" in words:
                (both if "layar" in words else one).add((row["source"], row["start"], row["end"]))
        for query, expected in (("kapal layar", both), ("kapal NOT layar", one), ("kapal -layar", one)):
            found = self.search(query, "--level", "exact")
            self.assertEqual({(row["source"], row["sentence"]["start"], row["sentence"]["end"]) for row in found}, expected)
        for reach in (0, 1, 3):
            found = self.search(f"kapal NEAR/{reach} layar", "--level", "exact")
            self.assertGreater(len(found), 0)
            for row in found:
                self.assertLessEqual(len(re.findall(r"[^\W_]+", row["quote"])), reach + 2)

    def test_levels(self):
        """What a strict level finds stays as it is with a looser one."""
        for word in ("manfaat", "peran", "aman", "desinformasi", "keamanan", "kemanan", "konflik", "négara"):
            before = {}
            for level in LEVELS:
                found = {(row["source"], row["start"], row["end"]): row["level"]
                         for row in self.search(word, "--level", level)}
                self.assertEqual({place: found.get(place) for place in before}, before, (word, level))
                before = found
            quotes = {fold(row["quote"]) for row in self.search(word, "--level", "fuzzy")}
            self.assertFalse(quotes & {"perang", "zaman", "informasi"} - {word}, quotes)
        self.assertEqual([row["quote"] for row in self.search("desinformasi", "--level", "fold")],
                         ["des\n\n \n\ninformasi", "desinformasi"])
        for one, other in (("kemanan", "keamanan"), ("konflik", "konnflik")):
            for a, b in ((one, other), (other, one)):
                self.assertIn(b, [row["quote"] for row in self.search(a, "--level", "fuzzy")])

    def test_lists(self):
        counts = Counter(fold(match[0]) for _, match in self.words())
        rows = self.json("frequencies", "--stop-words")
        self.assertEqual({fold(row["word"]): row["count"] for row in rows}, counts)
        self.assertEqual([row["count"] for row in rows], sorted(counts.values(), reverse=True))
        table = list(csv.reader(io.StringIO(self.ok("frequencies", "--stop-words", "--format", "csv"))))
        self.assertEqual([(row[0], int(row[1])) for row in table[1:]], [(row["word"], row["count"]) for row in rows])

        found = sorted((row["source"], row["start"], row["end"]) for row in self.search("kapal"))
        for order, side, step in (("right", "after", 1), ("left", "before", -1)):
            rows = self.json("concordance", "kapal", "--order", order)
            self.assertEqual(sorted((row["source"], row["start"], row["end"]) for row in rows), found)
            keys = [[fold(word) for word in re.findall(r"[^\W_]+", row[side])][::step][:1] for row in rows]
            self.assertEqual(keys, sorted(keys))

    def test_bombs(self):
        self.ok("import", self.write("satu baris.txt", "a" * 200000 + " ab" * 1000 + "!\n"))
        for bomb in BOMBS:
            begin = time.monotonic()
            done = call("search", self.project, bomb, "--regex", "--json", "--source", "satu baris.txt")
            self.assertLess(time.monotonic() - begin, 60, bomb[:40])
            self.assertIn(done.returncode, (0, 1, 2), bomb[:40])
            if done.returncode != 0:
                self.complains(done, done.returncode)

    def test_odd(self):
        for query in ODD:
            self.refused(2, "search", query)
        for query in UNFINISHED[:-1]:
            self.assertEqual({fold(row["quote"]) for row in self.search(query, "--level", "fold")}, {"kapal"})
        self.assertEqual(self.search(UNFINISHED[-1], "--level", "fuzzy"), [])


if __name__ == "__main__":
    telaah_cli.main()
