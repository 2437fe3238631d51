#!/usr/bin/env python3
"""Checks that HTML files are well formed, and complete in themselves.

    well_formed.py FILE...     one line per fault
    well_formed.py --self-test checks that faults are found
"""

import html.parser
import pathlib
import re
import sys

VOID = {"meta", "br", "hr", "img", "input", "link"}
ACTIVE = {"script", "iframe", "object", "embed", "link", "img", "form", "base"}


class Checker(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=False)  # What is escaped is no data.
        self.open = []
        self.faults = []

    def fault(self, text):
        line, column = self.getpos()
        self.faults.append(f"{line}:{column + 1}: {text}")

    def handle_starttag(self, tag, attributes):
        if tag in ACTIVE:
            self.fault(f"<{tag}> is active or from elsewhere")
        for name, value in attributes:
            if name.startswith("on") or name in ("src", "href", "style"):
                self.fault(f"{name}={value!r} is active or from elsewhere")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.fault(f"</{tag}> closes {self.open[-1] if self.open else 'nothing'}")
        else:
            self.open.pop()

    def handle_data(self, data):
        if self.open[-1:] == ["style"] and ("url(" in data or "@import" in data):
            self.fault("a style is from elsewhere")
        if self.open[-1:] != ["style"] and re.search("[<>&]", data):
            self.fault("a stray < > or &")


def faults_in(text):
    checker = Checker()
    if not text.startswith("<!DOCTYPE html>\n"):
        checker.faults.append("1:1: no document type")
    checker.feed(text)
    checker.close()
    if checker.open:
        checker.faults.append(f"end: open: {' '.join(checker.open)}")
    return checker.faults


def self_test():
    start = "<!DOCTYPE html>\n"
    right = start + "<html><head><meta charset='utf-8'><style>p { }</style></head><p>a &lt; b</p></html>"
    wrong = [
        "<html></html>",
        start + "<p><b></p></b>",
        start + "<p>a < b</p>",
        start + "<p>a > b</p>",
        start + "<p>a & b</p>",
        start + "<table><tr>",
        start + "<script></script>",
        start + "<p onclick='x'></p>",
        start + "<a href='http://x'></a>",
        start + "<style>@import 'x';</style>",
    ]
    if faults_in(right):
        sys.exit(f"well_formed.py: finds a fault in a right page: {faults_in(right)}")
    missed = [text for text in wrong if not faults_in(text)]
    if missed:
        sys.exit(f"well_formed.py: misses {missed}")


def main():
    if sys.argv[1:] == ["--self-test"]:
        self_test()
        return
    faults = 0
    for name in sys.argv[1:]:
        for fault in faults_in(pathlib.Path(name).read_text(encoding="utf-8")):
            print(f"{name}:{fault}")
            faults += 1
    print(f"{len(sys.argv) - 1} pages, {faults} faults")
    sys.exit(faults > 0)


main()
