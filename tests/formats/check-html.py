#!/usr/bin/env python3
"""Checks a page in HTML as a browser, a keyboard and a screen reader need it.

check-html.py FILE [WORDS...]

Elements are closed in order, ids are there once and every link within the page leads to one; headings go down step by
step; nothing comes from elsewhere; colours of words stand out; each of the words is in its text. Prints a line a fault
and exits with 1 where there is any.
SPDX-License-Identifier: GPL-3.0-or-later
"""

import html.parser
import re
import sys

VOID = {"meta", "br", "link", "img", "hr", "input"}
LANDMARKS = {"header", "nav", "main"}

# Words, and what they stand on.
PAIRS = [("text", "page"), ("text", "head"), ("text", "mark"), ("dim", "page"), ("dim", "head"), ("link", "page"),
         ("link", "head"), ("stale", "page")]


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.faults, self.ids, self.refs, self.words = [], [], set(), [], []
        self.landmarks, self.headings, self.lang, self.viewport, self.style = [], [], None, False, ""

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        values = dict(attrs)
        if len(set(names)) < len(names):
            self.fault(f"<{tag}> has an attribute twice")
        if tag not in VOID:
            self.open.append(tag)
        if tag in LANDMARKS:
            self.landmarks.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(values.get("aria-level", tag[1])))
        if tag == "html":
            self.lang = values.get("lang")
        if tag == "meta" and values.get("name") == "viewport":
            self.viewport = "width=device-width" in values["content"]
        if tag == "a" and "a" in self.open[:-1]:
            self.fault("a link is in a link")
        self.look_at(tag, values)

    def look_at(self, tag, values):
        if "id" in values:
            if values["id"] in self.ids or not values["id"]:
                self.fault(f"the id {values['id']!r} is there twice or empty")
            self.ids.add(values["id"])
        self.refs += [(tag, ref) for ref in (values.get("aria-labelledby") or "").split()]
        href = values.get("href", "")
        if href.startswith("#"):
            self.refs.append((tag, href[1:]))
        elif "href" in values and not re.match("https?://", href):
            self.fault(f"<{tag}> leads to {href!r}")
        if tag in {"script", "img", "link", "iframe", "object"} or "src" in values:
            self.fault(f"<{tag}> needs something from elsewhere")
        for name in values:
            if name.startswith("on"):
                self.fault(f"<{tag}> has {name}")

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.fault(f"</{tag}> closes what is not open")

    def handle_data(self, data):
        if "style" in self.open:
            self.style += data
        else:
            self.words.append(data)

    def fault(self, what):
        self.faults.append(f"line {self.getpos()[0]}: {what}")


def luminance(color):
    parts = [int(color[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a, b):
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def color_faults(style):
    blocks = re.findall(r":root \{([^}]*)\}", style)
    if len(blocks) != 2:
        yield "there are not two sets of colours, light and dark"
    colors = {}
    for block in blocks:
        colors.update(re.findall(r"--(\w+): (#[0-9a-f]{6})", block))
        for words, ground in PAIRS:
            ratio = contrast(colors[words], colors[ground])
            if ratio < 4.5:
                yield f"{words} {colors[words]} on {ground} {colors[ground]} is only {ratio:.2f} : 1"


def page_faults(page, text, wanted):
    yield from page.faults
    yield from (f"<{tag}> refers to {ref!r}, which nothing is" for tag, ref in page.refs if ref not in page.ids)
    if page.open:
        yield f"never closed: {' '.join(page.open)}"
    if sorted(page.landmarks) != sorted(LANDMARKS):
        yield f"the landmarks are {page.landmarks}"
    if page.headings[:1] != [1] or page.headings.count(1) != 1:
        yield "there is not one h1, and first"
    for above, below in zip(page.headings, page.headings[1:]):
        if below > above + 1:
            yield f"a heading of level {below} follows one of level {above}"
    if not page.viewport:
        yield "a phone shows it as on a desk"
    if re.search(r"@import|url\s*\(", page.style):
        yield "the style needs something from elsewhere"
    words = " ".join("".join(page.words).split())
    yield from (f"there is no {want!r}" for want in wanted if want not in words)
    if re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]|&#x?[01]?[0-9a-f];", text):
        yield "there are controls in it"


def main(argv):
    if len(argv) < 2:
        print(__doc__, file=sys.stderr)
        return 2

    with open(argv[1], encoding="utf-8") as file:
        text = file.read()
    page = Page()
    page.feed(text)
    page.close()

    faults = list(page_faults(page, text, argv[2:])) + list(color_faults(page.style))
    for fault in faults:
        print(fault)

    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
