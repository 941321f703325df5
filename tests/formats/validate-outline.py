#!/usr/bin/env python3
"""Checks an exported outline: against its schema, and its quotes against the texts they were taken from.

validate-outline.py SCHEMA FILE [TEXT...]

Prints a line a fault and exits with 1 where there is any, with 77 where jsonschema is not installed.
SPDX-License-Identifier: GPL-3.0-or-later
"""

import hashlib
import json
import sys

try:
    import jsonschema
except ImportError:
    print("jsonschema is not installed", file=sys.stderr)
    sys.exit(77)


def read_texts(paths):
    """The texts by their digest, as Telaah stores them: no byte order mark, CRLF as LF."""
    texts = {}
    for path in paths:
        with open(path, "rb") as file:
            body = file.read().decode("utf-8-sig").replace("\r\n", "\n")
        texts[hashlib.sha256(body.encode("utf-8")).hexdigest()] = body
    return texts


def evidence(points, path=""):
    """Every passage of every cell, with where in the file it is."""
    for i, point in enumerate(points):
        here = f"{path}points[{i}]"
        for j, cell in enumerate(point["cells"]):
            for k, passage in enumerate(cell["evidence"]):
                yield f"{here}.cells[{j}].evidence[{k}]", cell["source"], passage
        yield from evidence(point["points"], here + ".")


def schema_faults(schema, outline):
    validator = jsonschema.Draft202012Validator(schema)
    for error in validator.iter_errors(outline):
        yield f"{error.json_path}: {error.message}"


def quote_faults(outline, texts):
    digests = {source["id"]: source["sha256"] for source in outline["sources"]}
    for where, source, passage in evidence(outline["points"]):
        text = texts.get(digests.get(source))
        if text is None:
            yield f"{where}: no text given has the digest of its source"
            continue

        start, end = passage["start"], passage["end"]
        if text[start:end] != passage["quote"]:
            yield f"{where}.quote: the text has {text[start:end]!r} there"
        if not text[:start].endswith(passage["prefix"]):
            yield f"{where}.prefix: is not what comes before"
        if not text[end:].startswith(passage["suffix"]):
            yield f"{where}.suffix: is not what comes after"


def main(argv):
    if len(argv) < 3:
        print(__doc__, file=sys.stderr)
        return 2

    with open(argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    with open(argv[2], encoding="utf-8") as file:
        outline = json.load(file)

    faults = list(schema_faults(schema, outline))
    if not faults and len(argv) > 3:
        faults = list(quote_faults(outline, read_texts(argv[3:])))
    for fault in faults:
        print(fault)

    return 1 if faults else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv))
    except (OSError, ValueError) as error:
        print(error)
        sys.exit(1)
