#!/usr/bin/env python3
"""telaah-cli tag, one and many, untag, undo and redo.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json

import telaah_cli
from telaah_cli import ONE, call


def lines(*rows):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode("utf-8")


class Tag(telaah_cli.Case):
    def test_one(self):
        sources, themes = self.make()
        row, = self.json("tag", "satu", "81", "82", "Eko", "Tant", "--note", "emoji", "--coder", "Sari")
        self.assertEqual((row["quote"], row["themes"], row["notes"], row["coder"]),
                         ("😀", [themes[2], themes[0]], ["emoji"], "Sari"))
        self.assertEqual(self.json("passages"), [row])

    def test_same_gains_themes(self):
        _, themes = self.make()
        first = self.ok("tag", "satu", "0", "9", "Manfaat").strip()
        self.assertEqual(self.ok("tag", "satu", "0", "9", "Tantangan").strip(), first)
        self.assertEqual(self.json("passages")[0]["themes"], [themes[1], themes[0]])
        self.assertNotEqual(self.ok("tag", "satu", "0", "9", "Manfaat", "--coder", "Sari").strip(), first)

    def test_note_alone(self):
        self.make()
        row, = self.json("tag", "satu", "0", "9", "--note", "hanya ini")
        self.assertEqual((row["themes"], row["notes"]), ([], ["hanya ini"]))

    def test_refused(self):
        self.make()
        n = len(ONE)
        for args in (["satu", "5", "5"], ["satu", "9", "5"], ["satu", "0", str(n + 1)], ["satu", str(n), str(n + 1)],
                     ["satu", "0", "4294967295"], ["tiga", "0", "5"]):
            with self.subTest(args):
                self.refused(1, "tag", *args, "Manfaat")
        self.refused(1, "tag", "satu", "0", "5", "Manfaat", "Tidak ada", says="Tidak ada")
        self.refused(1, "tag", "satu", "0", "5", "")
        self.ok("tag", "satu", "0", str(n), "Manfaat")


class Untag(telaah_cli.Case):
    def test_theme_by_theme(self):
        _, themes = self.make()
        passage = self.ok("tag", "satu", "0", "9", "Manfaat", "Ekonomi").strip()
        row, = self.json("untag", passage, "Manfaat")
        self.assertEqual(row["themes"], [themes[2]])
        self.assertEqual(self.json("untag", passage, "Ekonomi"), [])
        self.assertEqual(self.json("passages"), [])

    def test_keeps_what_has_a_note(self):
        self.make()
        passage = self.ok("tag", "satu", "0", "9", "Manfaat", "--note", "catatan").strip()
        row, = self.json("untag", passage, "Manfaat")
        self.assertEqual((row["themes"], row["notes"]), ([], ["catatan"]))
        self.ok("untag", passage)
        self.assertEqual(self.json("passages"), [])

    def test_refused(self):
        self.make()
        passage = self.ok("tag", "satu", "0", "9", "Manfaat").strip()
        self.refused(1, "untag", passage, "Tantangan", says="Tantangan")
        self.refused(1, "untag", passage, "Manfaat", "Tantangan")
        self.refused(1, "untag", passage, "Tidak ada")
        self.refused(1, "untag", "00000000-0000-4000-8000-000000000000")


class From(telaah_cli.Case):
    """Many at once: all of them or none."""

    GOOD = [
        {"source": "satu.txt", "start": 0, "end": 9, "themes": ["Manfaat"]},
        {"source": "satu.txt", "start": 81, "end": 82, "quote": "😀", "themes": ["Eko", "Tantangan"], "note": "lihat"},
        {"source": "dua", "start": 0, "end": 5, "themes": [], "note": "hanya catatan", "coder": "Sari"},
        {"source": "dua", "start": 6, "end": 11, "note": "tanpa tema", "lain": {"tak": ["dikenal"]}},
    ]

    def check(self, rows):
        self.assertEqual([(row["start"], row["end"], len(row["themes"]), row["notes"]) for row in rows], [
            (0, 9, 1, []), (81, 82, 2, ["lihat"]), (0, 5, 0, ["hanya catatan"]), (6, 11, 0, ["tanpa tema"])])
        self.assertEqual(rows[2]["coder"], "Sari")

    def test_file(self):
        self.make()
        path = self.write("semua.jsonl", lines(*self.GOOD))
        self.check(self.json("tag", "--from", path))
        self.check(sorted(self.json("passages"), key=lambda row: [g["start"] for g in self.GOOD].index(row["start"])
                          + 2 * (row["end"] == 5)))

        # One step.
        self.ok("undo")
        self.assertEqual(self.json("passages"), [])

    def test_stdin(self):
        self.make()
        self.check(self.json("tag", "--from", "-", stdin=lines(*self.GOOD)))
        ids = self.ok("tag", "--from", "-", stdin=lines(*self.GOOD)).split()
        self.assertEqual(len(ids), 4)
        self.assertEqual(len(self.json("passages")), 4)

    def test_between_the_lines(self):
        """Empty lines, CRLF, no line feed at the end."""
        self.make()
        first, second = lines(self.GOOD[0]), lines(self.GOOD[1])
        self.assertEqual(len(self.json("tag", "--from", "-", stdin=b"\n  \r\n" + first[:-1] + b"\r\n\n\t\n" + second[:-1])), 2)

    def test_nothing(self):
        self.make()
        before = self.dump()
        self.assertEqual(self.json("tag", "--from", "-", stdin=b""), [])
        self.assertEqual(self.dump(), before)

    def test_options_for_all(self):
        self.make()
        rows = self.json("tag", "--from", "-", "--coder", "Budi", "--note", "semua", stdin=lines(*self.GOOD))
        self.assertEqual([row["coder"] for row in rows], ["Budi", "Budi", "Sari", "Budi"])
        self.assertEqual([row["notes"] for row in rows], [["semua"], ["lihat"], ["hanya catatan"], ["tanpa tema"]])

    BAD = [
        b"this is no JSON", b"[]", b"{", b'"text"', b"{} {}", b'{"source": "satu"', b"{\"source\": \"satu\", }",
        b"[" * 100000, b'{"a":' * 50000, b"\xff\xfe{}", b'{"source": "\xff"}',
        lines({}), lines({"source": "satu"}), lines({"source": "satu", "start": 0}),
        lines({"source": "satu", "start": 0, "end": 9}), lines({"source": "satu", "start": 0, "end": 9, "themes": []}),
        lines({"source": "satu", "start": 0, "end": 9, "note": ""}),
        lines({"source": "tiga", "start": 0, "end": 9, "themes": ["Manfaat"]}),
        lines({"source": 1, "start": 0, "end": 9, "themes": ["Manfaat"]}),
        lines({"source": None, "start": 0, "end": 9, "themes": ["Manfaat"]}),
        lines({"source": "satu", "start": "0", "end": 9, "themes": ["Manfaat"]}),
        lines({"source": "satu", "start": 0.5, "end": 9, "themes": ["Manfaat"]}),
        lines({"source": "satu", "start": -1, "end": 9, "themes": ["Manfaat"]}),
        lines({"source": "satu", "start": True, "end": 9, "themes": ["Manfaat"]}),
        lines({"source": "satu", "start": 9, "end": 9, "themes": ["Manfaat"]}),
        lines({"source": "satu", "start": 9, "end": 2, "themes": ["Manfaat"]}),
        lines({"source": "satu", "start": 0, "end": len(ONE) + 1, "themes": ["Manfaat"]}),
        lines({"source": "satu", "start": 0, "end": 2 ** 31 - 1, "themes": ["Manfaat"]}),
        lines({"source": "satu", "start": 0, "end": 2 ** 32, "themes": ["Manfaat"]}),
        lines({"source": "satu", "start": 0, "end": 2 ** 70, "themes": ["Manfaat"]}),
        lines({"source": "satu", "start": 0, "end": 9, "themes": "Manfaat"}),
        lines({"source": "satu", "start": 0, "end": 9, "themes": ["Tidak ada"]}),
        lines({"source": "satu", "start": 0, "end": 9, "themes": [1]}),
        lines({"source": "satu", "start": 0, "end": 9, "themes": [["Manfaat"]]}),
        lines({"source": "satu", "start": 0, "end": 9, "themes": ["Manfaat"], "note": 7}),
        lines({"source": "satu", "start": 0, "end": 9, "themes": ["Manfaat"], "coder": []}),
        lines({"source": "satu", "start": 0, "end": 9, "themes": ["Manfaat"], "quote": "diplomasi"}),
        lines({"source": "satu", "start": 0, "end": 9, "themes": ["Manfaat"], "quote": 5}),
    ]

    def test_bad_line(self):
        """One that does not fit stops all, and is named by its line, with the empty ones counted."""
        self.make()
        for bad in self.BAD:
            with self.subTest(bad[:80]):
                whole = lines(self.GOOD[0]) + b"\n" + bad.rstrip(b"\n") + b"\n" + lines(self.GOOD[1])
                self.refused(1, "tag", "--from", "-", stdin=whole, says="line 3: ")
                path = self.write("semua.jsonl", bad)
                self.refused(1, "tag", "--from", path, says="semua.jsonl, line 1: ")

    def test_zero_byte(self):
        self.make()
        self.refused(1, "tag", "--from", "-", stdin=lines(self.GOOD[0]) + b"\0" + lines(self.GOOD[1]))

    def test_no_file(self):
        self.make()
        self.refused(1, "tag", "--from", self.path("tidak ada.jsonl"), says="tidak ada.jsonl")
        self.refused(1, "tag", "--from", self.folder)


class History(telaah_cli.Case):
    def content(self):
        return self.dump(journal=False)

    def test_there_and_back(self):
        self.make()
        start = self.content()
        dumps = [start]
        for args in (["tag", "satu", "0", "9", "Manfaat"], ["theme", "Peran"], ["cell", "Manfaat", "satu", "--status", "silent"],
                     ["set-source", "satu", "title=x"], ["point", "Sendiri"]):
            self.ok(*args)
            dumps.append(self.content())

        for expected in reversed(dumps[:-1]):
            self.ok("undo")
            self.assertEqual(self.content(), expected)
        for expected in dumps[1:]:
            self.ok("redo")
            self.assertEqual(self.content(), expected)

        self.ok("undo", "--steps", "5")
        self.assertEqual(self.content(), start)
        self.assertEqual(self.json("redo", "--steps", "3"), [{"verb": "tag"}, {"verb": "add-theme"}, {"verb": "set-status"}])
        self.assertEqual(self.content(), dumps[3])

    def test_says_what(self):
        self.make()
        self.ok("tag", "satu", "0", "9", "Manfaat")
        self.assertEqual(self.ok("undo"), "Tag passage\n")
        self.assertEqual(self.ok("redo"), "Tag passage\n")

    def test_nothing_left(self):
        self.make()
        self.refused(1, "redo", says="redo")
        self.ok("undo", "--steps", "4")
        self.assertEqual(self.json("sources"), [])
        self.refused(1, "undo", says="undo")

    def test_too_many_steps(self):
        """All of them or none."""
        self.make()
        before = self.content()
        done = call("undo", self.project, "--steps", "99")
        self.complains(done, 1)
        self.assertEqual(done.stdout, b"")
        self.assertEqual(self.content(), before)
        self.ok("undo", "--steps", "4")
        after = self.content()
        self.complains(call("redo", self.project, "--steps", "5"), 1)
        self.assertEqual(self.content(), after)
        self.ok("redo", "--steps", "4")
        self.assertEqual(self.content(), before)

    def test_redo_goes(self):
        self.make()
        self.ok("undo")
        self.ok("theme", "Lain")
        self.refused(1, "redo")


if __name__ == "__main__":
    telaah_cli.main()
