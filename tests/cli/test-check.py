#!/usr/bin/env python3
"""telaah-cli check: what is sound passes, what was damaged is named; and projects that many use at once.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import subprocess

import telaah_cli
from telaah_cli import call


class Check(telaah_cli.Case):
    def setUp(self):
        super().setUp()
        self.sources, self.themes = self.make()
        self.passage = self.ok("tag", "satu", "0", "9", "Manfaat", "--note", "catatan").strip()
        self.ok("cell", "Manfaat", "satu", "--summary", "Isi.")

    def faults(self):
        """What it finds, which must be something. It changes nothing by looking."""
        before = self.dump()
        done = call("check", self.project)
        self.complains(done, 1)
        self.assertEqual(self.dump(), before)
        self.assertNotEqual(done.stdout, b"")
        return done.stdout.decode("utf-8")

    def test_sound(self):
        before = self.dump()
        self.assertEqual(self.ok("check"), "")
        self.assertEqual(self.json("check"), [])
        self.assertEqual(self.dump(), before)

    def test_quote(self):
        self.sql("UPDATE passage SET quote = 'Diplomasj'")
        self.assertIn(self.passage, self.faults())

    def test_span(self):
        self.sql("UPDATE passage SET end = 100000")
        self.assertIn(self.passage, self.faults())

    def test_negative_span(self):
        self.sql("UPDATE passage SET start = -5")
        self.assertIn(self.passage, self.faults())

    def test_body(self):
        self.sql("UPDATE text SET body = replace (body, 'ruang', 'ruing')")
        self.assertIn(self.sources[0], self.faults())

    def test_digest(self):
        self.sql("PRAGMA foreign_keys = OFF", "UPDATE source SET sha256 = (SELECT min (sha256) FROM text)")
        self.assertNotEqual(self.faults(), "")

    def test_text_gone(self):
        self.sql("DELETE FROM text")
        self.assertNotEqual(self.faults(), "")

    def test_references(self):
        for statement in ("DELETE FROM theme WHERE name = 'Manfaat'", "DELETE FROM point", "DELETE FROM source",
                          "DELETE FROM passage"):
            with self.subTest(statement):
                with open(self.project, "rb") as file:
                    whole = file.read()
                self.sql(statement)
                self.assertNotEqual(self.faults(), "")
                with open(self.project, "wb") as file:
                    file.write(whole)
        self.assertEqual(self.ok("check"), "")

    def test_json(self):
        self.sql("UPDATE passage SET quote = 'x'")
        done = call("check", self.project, "--json")
        self.assertEqual(done.returncode, 1)
        self.assertIn(b'"fault"', done.stdout)

    def test_truncated(self):
        """Wherever it was cut, it is named; a piece of the last page may have held nothing yet."""
        size = os.path.getsize(self.project)
        with open(self.project, "rb") as file:
            whole = file.read()
        for length in (1, 50, 99, 100, 1000, 4096, 5000, 8192, size // 2, size - 4096, size - 1):
            with self.subTest(length):
                with open(self.project, "wb") as file:
                    file.write(whole[:length])
                for verb in ("check", "sources", "passages"):
                    done = call(verb, self.project)
                    if done.returncode != 0 or verb == "check" and length <= size - 4096:
                        self.complains(done, 1)

    def test_overwritten(self):
        """A page of noise in the middle."""
        with open(self.project, "rb") as file:
            whole = bytearray(file.read())
        for page in range(1, len(whole) // 4096):
            with self.subTest(page):
                broken = whole[:]
                broken[page * 4096:(page + 1) * 4096] = bytes(range(256)) * 16
                with open(self.project, "wb") as file:
                    file.write(broken)
                self.complains(call("check", self.project), 1)


class AtOnce(telaah_cli.Case):
    def test_calls_at_once(self):
        """Each waits its turn, and none is lost."""
        self.make()
        calls = [subprocess.Popen([telaah_cli.PROGRAM, "tag", self.project, "satu", str(i), str(i + 5), "Manfaat"],
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE) for i in range(24)]
        ids = []
        for process in calls:
            out, err = process.communicate(timeout=120)
            self.assertEqual((process.returncode, err), (0, b""))
            ids.append(out.decode().strip())
        self.assertEqual([row["id"] for row in self.json("passages")], ids)
        self.assertEqual(self.ok("check"), "")


if __name__ == "__main__":
    telaah_cli.main()
