#!/usr/bin/env python3
"""Checks that packages of OpenDocument and Office Open XML are what programs want that open them.

check-office-packages.py FILE...

Prints a line a fault and exits with 1 where there is any.
SPDX-License-Identifier: GPL-3.0-or-later
"""

import posixpath
import sys
import xml.etree.ElementTree as ET
import zipfile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"


def parse_all(package):
    """Every part that is XML, by its name."""
    return {name: ET.fromstring(package.read(name)) for name in package.namelist()
            if name.endswith((".xml", ".rels"))}


# ---- OpenDocument ----

def odt_faults(path, package, parts):
    first = package.infolist()[0]
    with open(path, "rb") as file:
        head = file.read(120)
    if first.filename != "mimetype" or first.compress_type != zipfile.ZIP_STORED:
        yield "its first entry is not mimetype, stored"
    if first.extra or first.flag_bits:
        yield "the entry of mimetype has extra fields or flags"
    if head[30:38] != b"mimetype" or head[38:].find(b"application/vnd.oasis.opendocument.text") != 0:
        yield "its type is not seen at its beginning"

    listed = {entry.get(MANIFEST + "full-path") for entry in parts["META-INF/manifest.xml"]}
    held = set(package.namelist()) - {"mimetype", "META-INF/manifest.xml"}
    if listed != held | {"/"}:
        yield f"the manifest lists {sorted(listed)}, there is {sorted(held)}"

    made = {style.get(STYLE + "name") for part in ("content.xml", "styles.xml")
            for style in parts[part].iter(STYLE + "style")}
    used = {element.get(TEXT + "style-name") for element in parts["content.xml"].iter()} - {None}
    for name in sorted(used - made):
        yield f"there is no style {name}"


# ---- Office Open XML ----

def relationship_faults(package, parts):
    for name, root in parts.items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        for relationship in root.iter(RELS + "Relationship"):
            target = posixpath.normpath(posixpath.join(folder, relationship.get("Target")))
            if target not in package.namelist():
                yield f"{name} points at {target}, which is not there"


def type_faults(package, parts):
    types = parts["[Content_Types].xml"]
    overrides = {part.get("PartName").lstrip("/") for part in types.iter(TYPES + "Override")}
    content = {name for name in package.namelist() if not name.endswith(".rels") and name != "[Content_Types].xml"}
    if overrides != content:
        yield f"types are of {sorted(overrides)}, parts are {sorted(content)}"
    if {default.get("Extension") for default in types.iter(TYPES + "Default")} != {"rels", "xml"}:
        yield "the usual types are not those of rels and xml"


def note_faults(parts):
    notes = list(parts["word/footnotes.xml"].iter(W + "footnote"))
    separators = {note.get(W + "id"): note.get(W + "type") for note in notes if note.get(W + "type")}
    if separators != {"-1": "separator", "0": "continuationSeparator"}:
        yield f"separators of footnotes are {separators}"

    asked = {note.get(W + "id") for note in parts["word/settings.xml"].iter(W + "footnote")}
    if asked != set(separators):
        yield f"the settings ask for the separators {sorted(asked)}"

    there = [note.get(W + "id") for note in notes if not note.get(W + "type")]
    cited = [mark.get(W + "id") for mark in parts["word/document.xml"].iter(W + "footnoteReference")]
    if not cited or there != cited:
        yield f"footnotes are {there}, cited are {cited}"
    if len(list(parts["word/footnotes.xml"].iter(W + "footnoteRef"))) != len(there):
        yield "not every footnote shows its number"


def style_faults(parts):
    styles = {style.get(W + "styleId"): style for style in parts["word/styles.xml"].iter(W + "style")}
    for name in ("word/document.xml", "word/footnotes.xml", "word/footer1.xml"):
        for kind in ("pStyle", "rStyle"):
            for use in parts[name].iter(W + kind):
                if use.get(W + "val") not in styles:
                    yield f"{name}: there is no style {use.get(W + 'val')}"

    for level in range(1, 10):
        heading = styles[f"Heading{level}"]
        outline = heading.find(f"{W}pPr/{W}outlineLvl")
        if heading.find(W + "name").get(W + "val") != f"heading {level}":
            yield f"Heading{level} is not Word's own"
        if outline is None or outline.get(W + "val") != str(level - 1):
            yield f"Heading{level} is not of its level"

    numbers = {number.get(W + "numId") for number in parts["word/numbering.xml"].iter(W + "num")} | {"0"}
    for name in ("word/document.xml", "word/styles.xml"):
        for use in parts[name].iter(W + "numId"):
            if use.get(W + "val") not in numbers:
                yield f"{name}: there is no numbering {use.get(W + 'val')}"


def table_faults(parts):
    tables = list(parts["word/document.xml"].iter(W + "tbl"))
    if not tables:
        yield "there is no table"
    for table in tables:
        rows = table.findall(W + "tr")
        if rows[0].find(f"{W}trPr/{W}tblHeader") is None:
            yield "the head of a table does not come again"
        n_columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in rows:
            if len(row.findall(W + "tc")) != n_columns:
                yield f"a row has {len(row.findall(W + 'tc'))} cells, the table {n_columns} columns"


def sheet_faults(parts):
    workbook = parts["xl/workbook.xml"]
    ids = {relationship.get("Id") for relationship in parts["xl/_rels/workbook.xml.rels"]}
    for sheet in workbook.iter(S + "sheet"):
        if sheet.get(R + "id") not in ids or len(sheet.get("name")) > 31:
            yield f"the sheet {sheet.get('name')} is not there, or its name is too long"

    formats = parts["xl/styles.xml"].find(S + "cellXfs")
    if int(formats.get("count")) != len(formats):
        yield "the number of formats is not that of the formats"
    for name in (f"xl/worksheets/sheet{i}.xml" for i in (1, 2, 3)):
        pane = parts[name].find(f"{S}sheetViews/{S}sheetView/{S}pane")
        if pane is None or pane.get("state") != "frozen" or pane.get("ySplit") != "1":
            yield f"{name}: its head does not stay in sight"
        for cell in parts[name].iter(S + "c"):
            if int(cell.get("s")) >= len(formats):
                yield f"{name}: {cell.get('r')} has no format"


def faults(path):
    with zipfile.ZipFile(path) as package:
        broken = package.testzip()
        if broken is not None:
            yield f"{broken} is broken"
        parts = parse_all(package)
        if path.endswith(".odt"):
            yield from odt_faults(path, package, parts)
            return

        if package.namelist()[0] != "[Content_Types].xml":
            yield "its first entry is not [Content_Types].xml"
        yield from type_faults(package, parts)
        yield from relationship_faults(package, parts)
        if path.endswith(".docx"):
            yield from note_faults(parts)
            yield from style_faults(parts)
            yield from table_faults(parts)
        else:
            yield from sheet_faults(parts)


def main(argv):
    if len(argv) < 2:
        print(__doc__, file=sys.stderr)
        return 2

    found = [f"{path}: {fault}" for path in argv[1:] for fault in faults(path)]
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv))
    except (OSError, KeyError, ValueError, ET.ParseError, zipfile.BadZipFile) as error:
        print(repr(error))
        sys.exit(1)
