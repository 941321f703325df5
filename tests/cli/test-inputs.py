#!/usr/bin/env python3
"""Files that telaah-cli takes in or refuses, whatever they are written in; and real articles, where there are some.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import glob
import json
import os
import random

import telaah_cli
from telaah_cli import ONE, call, sha256

BODY = "Naïf, ça va? “Kutipan” – 100 €.\nBaris kedua: ñandú.\n"


class Encodings(telaah_cli.Case):
    """Whatever it came in, the text is the same, and offsets count its characters."""

    def check(self, name, contents, expected):
        path = self.write(name, contents)
        row, = self.json("import", path)
        self.assertEqual((row["fileName"], row["characters"], row["sha256"]), (name, len(expected), sha256(expected)))
        passage, = self.json("tag", row["id"], "0", str(len(expected)), "--note", "semua")
        self.assertEqual(passage["quote"], expected)
        for start in range(0, len(expected) - 3, 7):
            passage, = self.json("tag", row["id"], str(start), str(start + 3), "--note", "sepotong")
            self.assertEqual(passage["quote"], expected[start:start + 3])

    def setUp(self):
        super().setUp()
        self.ok("create")

    def test_utf8(self):
        self.check("a.txt", BODY.encode("utf-8"), BODY)

    def test_byte_order_mark(self):
        self.check("a.txt", BODY.encode("utf-8-sig"), BODY)

    def test_crlf(self):
        self.check("a.txt", BODY.replace("\n", "\r\n").encode("utf-8"), BODY)

    def test_utf16(self):
        self.check("a.txt", BODY.encode("utf-16"), BODY)

    def test_utf16_crlf(self):
        self.check("a.txt", BODY.replace("\n", "\r\n").encode("utf-16"), BODY)

    def test_windows(self):
        self.check("a.txt", BODY.encode("cp1252"), BODY)

    def test_latin1(self):
        latin = "Naïf, ça va? Le garçon, l'été à Paris; señor, mañana.\n"
        self.check("a.txt", latin.encode("latin-1"), latin)

    def test_emoji(self):
        """Families, flags, skin tones: offsets count code points, not what looks like one sign."""
        self.check("a.txt", "👩‍👩‍👧 🇮🇩 👍🏽 dan teks 😀😀\n", "👩‍👩‍👧 🇮🇩 👍🏽 dan teks 😀😀\n")

    def test_combining(self):
        text = "Jose\u0301 dan José: e\u0308\u0323 q\u0307\u0323 \u1112\u1161\u11ab 한 ﷽ \u202eterbalik\u202c\n"
        self.check("a.txt", text, text)

    def test_spaces_stay(self):
        text = "\u00a0 Tak\u00adberpisah\u200b,\ttab \u2003 em.  \n\n\n  akhir tanpa baris baru"
        self.check("a.txt", text, text)

    def test_one_character(self):
        self.check("a.txt", "😀", "😀")

    def test_names(self):
        for name in ("dengan spasi.txt", "ñ 日本 😀.md", "-x.txt", "tanpa akhiran", "a=b%20.txt", "“kutip”.txt"):
            with self.subTest(name):
                path = self.write(name, name)
                row, = self.json("import", path)
                self.assertEqual(row["fileName"], name)


class Refused(telaah_cli.Case):
    """All of them or none: a bad file among good ones leaves the project as it was, and is named."""

    def setUp(self):
        super().setUp()
        self.ok("create")

    def bad(self, path):
        name = os.path.basename(path)
        self.refused(1, "import", path, says=name)
        self.refused(1, "import", self.one, path, self.two, says=name)

    def test_empty(self):
        self.bad(self.write("kosong.txt", b""))

    def test_only_byte_order_mark(self):
        self.bad(self.write("kosong.txt", b"\xef\xbb\xbf"))

    def test_binary(self):
        noise = random.Random(1)
        for name, contents in (("gambar.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0"),
                               ("acak.bin", noise.randbytes(5000)), ("nol.txt", b"teks\0teks"), ("nol.bin", bytes(300))):
            with self.subTest(name):
                self.bad(self.write(name, contents))

    def test_missing(self):
        self.bad(self.path("tidak ada.txt"))

    def test_folder(self):
        os.mkdir(self.path("folder"))
        self.bad(self.path("folder"))

    def test_device(self):
        self.bad("/dev/null")

    def test_too_large(self):
        path = self.path("besar.txt")
        with open(path, "wb") as file:
            file.truncate(64 * 1024 * 1024 + 1)
        self.bad(path)

    def test_unreadable(self):
        """To root nothing is unreadable: then somebody else has to try."""
        path = self.write("rahasia.txt", "teks")
        os.chmod(path, 0)
        if os.geteuid() != 0:
            self.bad(path)
            return

        os.chmod(self.folder, 0o777)
        os.chmod(self.project, 0o666)
        before = self.dump()
        try:
            done = call("import", self.project, path, user=65534, group=65534, extra_groups=[])
        except PermissionError:
            self.skipTest("root reads everything, and nobody else can run the program here")
        self.complains(done, 1, "rahasia.txt")
        self.assertEqual(self.dump(), before)

    def test_project_is_no_text(self):
        other = self.path("lain.telaah")
        self.assertEqual(call("create", other).returncode, 0)
        self.bad(other)


class Doubles(telaah_cli.Case):
    def test_refused(self):
        self.make()
        self.refused(1, "import", self.one, says="satu.txt")
        again = self.write("lagi.txt", ONE.replace("\n", "\r\n"))
        self.refused(1, "import", again, says="lagi.txt")

        new = self.write("baru.txt", "Baru.")
        self.refused(1, "import", new, self.one)
        self.refused(1, "import", new, new)

    def test_twice(self):
        self.make()
        row, = self.json("import", "--twice", self.one)
        self.assertEqual(row["sha256"], sha256(ONE))
        self.assertEqual([source["fileName"] for source in self.json("sources")], ["satu.txt", "dua.txt", "satu.txt"])
        self.refused(1, "tag", "satu.txt", "0", "5", "Manfaat", says="2")
        self.ok("tag", row["id"], "0", "5", "Manfaat")


class Articles(telaah_cli.Case):
    """Real ones, with all that clutters them."""

    def setUp(self):
        super().setUp()
        folder = os.environ.get("TELAAH_SEEDS") or os.path.join(telaah_cli.SOURCE_DIR, "..", "shared", "seeds")
        self.articles = sorted(glob.glob(os.path.join(folder, "*.txt")))
        if not self.articles:
            self.skipTest("there are no articles; TELAAH_SEEDS names a folder of some")

    def test_all(self):
        self.ok("create", "--language", "id")
        rows = self.json("import", *self.articles)
        texts = {}
        for row, path in zip(rows, self.articles):
            with open(path, "rb") as file:
                text = file.read().decode("utf-8-sig").replace("\r\n", "\n")
            self.assertEqual((row["fileName"], row["characters"], row["sha256"]),
                             (os.path.basename(path), len(text), sha256(text)))
            texts[row["id"]] = text

        for name in ("Tantangan", "Manfaat", "Peran Indonesia"):
            self.ok("theme", name)
        dice = random.Random(7)
        taggings = [{"source": source, "start": start, "end": min(start + dice.randrange(1, 400), len(text)),
                     "themes": [dice.choice(("Tantangan", "Manfaat", "Peran"))]}
                    for source, text in texts.items() for start in dice.sample(range(len(text) - 1), 40)]
        for tagging in taggings:
            tagging["quote"] = texts[tagging["source"]][tagging["start"]:tagging["end"]]
        self.ok("tag", "--from", "-", stdin="\n".join(map(json.dumps, taggings)).encode())

        passages = self.json("passages")
        self.assertEqual(len(passages), len(taggings))
        for row in passages:
            self.assertEqual(texts[row["source"]][row["start"]:row["end"]], row["quote"])

        outline = json.loads(self.ok("outline", "--format", "json"))
        evidence = [(cell["source"], passage) for point in outline["points"] for cell in point["cells"]
                    for passage in cell["evidence"]]
        self.assertEqual(len(evidence), len(taggings))
        for source, passage in evidence:
            self.assertEqual(texts[source][passage["start"]:passage["end"]], passage["quote"])
        self.assertEqual(self.ok("check"), "")


if __name__ == "__main__":
    telaah_cli.main()
