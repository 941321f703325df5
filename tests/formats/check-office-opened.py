#!/usr/bin/env python3
"""Has LibreOffice open exported outlines, and checks what it finds in them against the outline.

check-office-opened.py OUTLINE.json REFERENCES FILE...

REFERENCES has the reference of each quote, a line each, in the order of the outline. Files are .odt, .docx, .xlsx and
.csv. Prints a line a fault and exits with 1 where there is any, with 77 where LibreOffice is not installed.
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
DC = "{http://purl.org/dc/elements/1.1/}"

# What is opened together, and saved as what. Without a window LibreOffice does not look for the mark of UTF-8 in CSV, but
# is told what its window would ask: commas, quotation marks, UTF-8.
KINDS = (
    ((".odt", ".docx"), "fodt", []),
    ((".xlsx",), "fods", []),
    ((".csv",), "fods", ["--infilter=CSV:44,34,76"]),
)

LABELS = {"unread": "Not yet read", "treated": "Treated", "implicit": "Implicit", "silent": "Silent"}


# ---- The outline ----

def walk(points, depth=0, above=None):
    """Each point with its level and its title below those above it."""
    for point in points:
        path = point["title"] if above is None else f"{above} › {point['title']}"
        yield point, depth + 1, path
        yield from walk(point["points"], depth + 1, path)


def evidence(outline):
    for point, _, path in walk(outline["points"]):
        for cell in point["cells"]:
            for passage in cell["evidence"]:
                yield path, cell, passage


# ---- What LibreOffice makes of a file ----

def convert(files, target, options, folder):
    """Opens @files in one start and saves them as flat XML in @folder, where its settings are, too."""
    environment = {"HOME": folder, "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C.UTF-8"}
    subprocess.run(["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile",
                    "--convert-to", target, "--outdir", folder] + options + files,
                   env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=200, check=True)


def plain(element):
    """The words of an element without its footnotes."""
    words = element.text or ""
    for child in element:
        if child.tag == TEXT + "s":
            words += " " * int(child.get(TEXT + "c", "1"))
        elif child.tag == TEXT + "line-break":
            words += "\n"
        elif child.tag == TEXT + "tab":
            words += "\t"
        elif child.tag not in (TEXT + "note", OFFICE + "annotation"):
            words += plain(child)
        words += child.tail or ""
    return words


class Document:
    def __init__(self, path):
        self.root = ET.parse(path).getroot()
        self.body = self.root.find(f"{OFFICE}body/{OFFICE}text")
        self.parents = {style.get(STYLE + "name"): style.get(STYLE + "parent-style-name")
                        for part in (OFFICE + "styles", OFFICE + "automatic-styles")
                        for style in self.root.find(part).iter(STYLE + "style")
                        if style.get(STYLE + "family") == "paragraph"}
        inside = {paragraph for note in self.body.iter(TEXT + "note-body") for paragraph in note.iter(TEXT + "p")}
        self.paragraphs = [element for element in self.body.iter()
                           if element.tag in (TEXT + "p", TEXT + "h") and element not in inside]

    def is_of(self, paragraph, names):
        style = paragraph.get(TEXT + "style-name")
        while style is not None and style not in names:
            style = self.parents.get(style)
        return style is not None


def cells_of(row):
    words = []
    for cell in row:
        if cell.tag not in (TABLE + "table-cell", TABLE + "covered-table-cell"):
            continue
        text = "\n".join(plain(paragraph) for paragraph in cell.findall(TEXT + "p"))
        value = cell.get(OFFICE + "value")
        words += [float(value) if value is not None else text] * int(cell.get(TABLE + "number-columns-repeated", "1"))
    while words and words[-1] == "":
        words.pop()
    return words


def rows_of(table):
    """Its rows as lists, without the emptiness that a sheet ends in."""
    rows = [cells_of(row) for row in table.iter(TABLE + "table-row")]
    while rows and not rows[-1]:
        rows.pop()
    return rows


# ---- Documents ----

def heading_faults(outline, document):
    wanted = ([(1, "Overview")] + [(level, point["title"]) for point, level, _ in walk(outline["points"])]
              + [(1, "Sources")])
    found = [(int(heading.get(TEXT + "outline-level")), plain(heading)) for heading in document.body.iter(TEXT + "h")]
    if found != wanted:
        yield f"headings are {found}"


def quote_faults(outline, references, document):
    quotes = [paragraph for paragraph in document.paragraphs if document.is_of(paragraph, ("Quotations", "Quote"))]
    wanted = [passage["quote"] for _, _, passage in evidence(outline)]
    if [plain(quote) for quote in quotes] != wanted:
        yield f"quotes are {[plain(quote) for quote in quotes]}"
        return

    for quote, reference in zip(quotes, references):
        notes = [" ".join(plain(paragraph) for paragraph in note.iter(TEXT + "p"))
                 for note in quote.iter(TEXT + "note") if note.get(TEXT + "note-class") == "footnote"]
        if len(notes) != 1:
            yield f"“{plain(quote)}” has {len(notes)} footnotes"
        elif not set(re.findall(r"\w+", reference)) <= set(re.findall(r"\w+", notes[0])):
            yield f"“{plain(quote)}” is from {reference}, its footnote says {notes[0]}"


def overview_faults(outline, document):
    rows = [row for table in document.body.iter(TABLE + "table") for row in [rows_of(table)]]
    if not rows:
        yield "there is no table"
        return
    if document.body.find(f".//{TABLE}table-header-rows") is None:
        yield "the head of the table does not come again"

    # Several tables side by side make one.
    whole = [sum((table[i][1:] for table in rows), []) for i in range(len(rows[0]))]
    for i, (point, _, _) in enumerate(walk(outline["points"])):
        wanted = [LABELS[cell["status"]] + (f" ({len(cell['evidence'])})" if cell["evidence"] else "")
                  for cell in point["cells"]]
        if whole[i + 1] != wanted or not rows[0][i + 1][0].endswith(point["title"]):
            yield f"the overview says of {point['title']}: {whole[i + 1]}"


def citation_faults(outline, document):
    """Whom similarities and differences cite, and who has nothing more than a status, is named."""
    heads = [rows_of(table)[0][1:] for table in document.body.iter(TABLE + "table")]
    names = dict(zip((source["id"] for source in outline["sources"]), sum(heads, [])))
    words = [plain(paragraph) for paragraph in document.paragraphs]
    for point, _, _ in walk(outline["points"]):
        for link in point["links"]:
            start = (point[link["kind"]] or "")[:20]
            if not any(start in text and names[link["source"]] in text for text in words):
                yield f"{link['kind']} of {point['title']} do not cite {names[link['source']]}"

        for status in ("unread", "silent"):
            bare = [names[cell["source"]] for cell in point["cells"]
                    if cell["status"] == status and not cell["summary"] and not cell["evidence"]]
            if bare and f"{LABELS[status]}: {'; '.join(bare)}" not in words:
                yield f"{point['title']}: it does not say that {bare} are {status}"


def summary_faults(outline, document):
    words = "".join(plain(paragraph) for paragraph in document.paragraphs)
    for point, _, _ in walk(outline["points"]):
        for text in [point["question"]] + [cell[key] for cell in point["cells"] for key in ("summary", "translation")]:
            if text and text not in words:
                yield f"“{text}” is missing"


def property_faults(outline, document):
    meta = document.root.find(f"{OFFICE}meta")
    default = [style for style in document.root.iter(STYLE + "default-style")
               if style.get(STYLE + "family") == "paragraph"][0]
    language = default.find(STYLE + "text-properties").get(FO + "language")
    if language != outline["language"]:
        yield f"its language is {language}"
    if meta.findtext(DC + "title") != outline["title"]:
        yield f"its title is {meta.findtext(DC + 'title')}"

    orientations = {layout.get(STYLE + "print-orientation") for layout in document.root.iter(STYLE + "page-layout-properties")}
    if len(outline["sources"]) > 4 and "landscape" not in orientations:
        yield "the overview of many sources is not laid across"

    bibliography = [paragraph for paragraph in document.paragraphs
                    if document.is_of(paragraph, ("Bibliography_20_1", "Bibliography"))]
    if len(bibliography) != len(outline["sources"]):
        yield f"there are {len(bibliography)} references"
    links = sorted(link.get(XLINK + "href") for paragraph in bibliography for link in paragraph.iter(TEXT + "a"))
    if links != sorted(source["url"] for source in outline["sources"] if source["url"]):
        yield f"references link to {links}"


def document_faults(outline, references, path):
    document = Document(path)
    for check in (heading_faults, overview_faults, citation_faults, summary_faults, property_faults):
        yield from check(outline, document)
    yield from quote_faults(outline, references, document)


# ---- Tables ----

def trim(row):
    while row and row[-1] in ("", None):
        row.pop()
    return row


def compare(name, found, wanted):
    if len(found) != len(wanted):
        yield f"{name} has {len(found)} rows instead of {len(wanted)}"
    for i, (a, b) in enumerate(zip(found, wanted)):
        if a != b:
            yield f"{name}, row {i + 1}: {a} instead of {b}"


def as_cell(text):
    """What the CSV has for it: an apostrophe before what a spreadsheet would work out."""
    return "'" + text if text and text[0] in "=+-@" else text or ""


def csv_faults(outline, path):
    found = rows_of(ET.parse(path).getroot().find(f".//{TABLE}table"))
    wanted = []
    if found[0][:2] + found[0][-2:] != ["Point", "Question", "Similarities", "Differences"]:
        yield f"the head of the CSV is {found[0]}"
    for point, _, title in walk(outline["points"]):
        row = [as_cell(title), as_cell(point["question"])]
        for cell in point["cells"]:
            row += [LABELS[cell["status"]], as_cell(cell["summary"])]
            row += [as_cell(cell["translation"])] if outline["secondLanguage"] else []
            row += [float(len(cell["evidence"]))]
        wanted.append(trim(row + [as_cell(point["similarities"]), as_cell(point["differences"])]))
    yield from compare("CSV", found[1:], wanted)


def comparison_rows(outline):
    for point, _, _ in walk(outline["points"]):
        row = [point["title"], point["question"] or ""]
        for cell in point["cells"]:
            row.append("\n".join(filter(None, (LABELS[cell["status"]], cell["summary"], cell["translation"]))))
        yield trim(row + [point["similarities"] or "", point["differences"] or ""])


def quote_rows(outline, references):
    sources = {source["id"]: source["title"] or source["fileName"] for source in outline["sources"]}
    themes = [(theme["id"], theme["name"]) for theme in outline["themes"]]
    for (path, cell, passage), reference in zip(evidence(outline), references):
        yield [path, sources[cell["source"]], passage["quote"], reference, float(passage["start"]),
               float(passage["end"]), passage["coder"],
               "; ".join(name for theme, name in themes if theme in passage["themes"])]


def count_rows(outline):
    for point, _, _ in walk(outline["points"]):
        counts = [float(len(cell["evidence"])) for cell in point["cells"]]
        yield [point["title"]] + counts + [sum(counts)]


def workbook_faults(outline, references, path):
    tables = {table.get(TABLE + "name"): rows_of(table) for table in ET.parse(path).getroot().iter(TABLE + "table")}
    if list(tables) != ["Comparison", "Quotes", "Counts"]:
        yield f"its sheets are {list(tables)}"
        return

    yield from compare("Comparison", tables["Comparison"][1:], list(comparison_rows(outline)))
    yield from compare("Quotes", tables["Quotes"][1:], list(quote_rows(outline, references)))
    yield from compare("Counts", tables["Counts"][1:], list(count_rows(outline)))


def main(argv):
    if len(argv) < 4:
        print(__doc__, file=sys.stderr)
        return 2
    if shutil.which("soffice") is None:
        return 77

    with open(argv[1], encoding="utf-8") as file:
        outline = json.load(file)
    with open(argv[2], encoding="utf-8") as file:
        references = file.read().splitlines()

    found = []
    with tempfile.TemporaryDirectory() as folder:
        for endings, target, options in KINDS:
            files = [path for path in argv[3:] if path.endswith(endings)]
            if files:
                convert(files, target, options, folder)
            for path in files:
                stem, ending = os.path.splitext(os.path.basename(path))
                opened = os.path.join(folder, f"{stem}.{target}")
                faults = (document_faults(outline, references, opened) if target == "fodt" else
                          csv_faults(outline, opened) if ending == ".csv" else
                          workbook_faults(outline, references, opened))
                found += [f"{path}: {fault}" for fault in faults]

    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv))
    except (OSError, ValueError, KeyError, IndexError, AttributeError, subprocess.SubprocessError, ET.ParseError) as error:
        print(repr(error))
        sys.exit(1)
