"""What the tests of telaah-cli share: a folder and a project for each, calls, and dumps of what the file holds.

A test file ends with telaah_cli.main(); it is called with the program and the source folder, and prints TAP.
SPDX-License-Identifier: GPL-3.0-or-later
"""

import contextlib
import hashlib
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import unittest

PROGRAM = ""
SOURCE_DIR = ""

ONE = "Diplomasi digital membuka ruang baru. Tantangannya besar: jaringan belum merata. 😀 Indonesia ikut.\n"
TWO = "Gawai murah membawa warga ke meja perundingan. Pasar daring tumbuh. Negara belajar mendengar.\n"


def call(*args, stdin=None, **kwargs):
    """Runs the program; what it gives back is bytes on either side."""
    env = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="", COLUMNS="100")
    return subprocess.run([PROGRAM, *args], input=stdin, stdin=None if stdin is not None else subprocess.DEVNULL,
                          capture_output=True, env=env, timeout=120, check=False, **kwargs)


def sha256(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


class Case(unittest.TestCase):
    """A folder with a name that is not easy, and in it two texts and the path of a project."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="telaah cli – ñ 日本 ")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.project = self.path("proyek saya ✓.telaah")
        self.one = self.write("satu.txt", ONE)
        self.two = self.write("dua.txt", TWO)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, contents):
        """Writes text as UTF-8, and bytes as they are."""
        path = self.path(name)
        with open(path, "wb") as file:
            file.write(contents.encode("utf-8") if isinstance(contents, str) else contents)
        return path

    def dump(self, path=None, journal=True):
        """All that the file holds, as SQL, read past the program; None where there is no file."""
        path = path or self.project
        if not os.path.exists(path):
            return None
        with contextlib.closing(sqlite3.connect(path)) as db:
            lines = list(db.iterdump())
        return [line for line in lines if journal or 'INTO "journal"' not in line and "sqlite_sequence" not in line]

    def sql(self, *statements):
        with contextlib.closing(sqlite3.connect(self.project)) as db:
            for statement in statements:
                db.execute(statement)
            db.commit()

    def ok(self, verb, *args, stdin=None):
        """Calls a verb of the project; it must succeed without a word of complaint. Gives what it printed."""
        done = call(verb, self.project, *args, stdin=stdin)
        self.assertEqual(done.stderr.decode(), "")
        self.assertEqual(done.returncode, 0)
        return done.stdout.decode("utf-8")

    def json(self, verb, *args, stdin=None):
        return json.loads(self.ok(verb, *args, "--json", stdin=stdin))

    def complains(self, done, code, says=""):
        """That a call ended with one line on stderr that says what is wrong."""
        line = done.stderr.decode("utf-8")
        self.assertEqual(done.returncode, code, line)
        self.assertTrue(line.startswith("telaah-cli: "), line)
        self.assertTrue(line.endswith("\n"), line)
        self.assertEqual(line.count("\n"), 1, line)
        self.assertGreater(len(line), len("telaah-cli: ..."))
        self.assertIn(says, line)

    def refused(self, code, verb, *args, says="", stdin=None):
        """That a call fails with @code in one line, and changes nothing."""
        before = self.dump()
        done = call(verb, self.project, *args, stdin=stdin)
        self.complains(done, code, says)
        self.assertEqual(self.dump(), before)

    def make(self):
        """The project with both texts and three themes. Gives the ids."""
        self.ok("create", "--title", "Uji", "--language", "id")
        sources = [source["id"] for source in self.json("import", self.one, self.two)]
        themes = [self.ok("theme", "Tantangan").strip(), self.ok("theme", "Manfaat").strip()]
        themes.append(self.ok("theme", "Ekonomi", "--parent", "Manfaat").strip())
        return sources, themes


class TapResult(unittest.TestResult):
    """Prints a line of TAP a test."""

    def __init__(self):
        super().__init__()
        self.n = 0

    def say(self, good, test, more="", detail=""):
        self.n += 1
        print(f"{'ok' if good else 'not ok'} {self.n} - {test.id().removeprefix('__main__.')}{more}")
        for line in detail.splitlines():
            print(f"# {line}")
        sys.stdout.flush()

    def addSuccess(self, test):
        self.say(True, test)

    def addSkip(self, test, reason):
        self.say(True, test, f" # SKIP {reason}")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.say(False, test, detail=self.failures[-1][1])

    def addError(self, test, err):
        super().addError(test, err)
        self.say(False, test, detail=self.errors[-1][1])

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.say(False, subtest, detail="".join(str(part) for part in (self.failures + self.errors)[-1][1:]))


def main():
    global PROGRAM, SOURCE_DIR
    PROGRAM, SOURCE_DIR = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])

    loader = unittest.defaultTestLoader
    suite = loader.loadTestsFromModule(sys.modules["__main__"])
    if len(sys.argv) > 3:
        suite = loader.loadTestsFromNames(sys.argv[3:], sys.modules["__main__"])
    result = TapResult()
    suite.run(result)
    print(f"1..{result.n}")
    sys.exit(0 if result.wasSuccessful() else 1)
