#!/usr/bin/env python3
"""Checks the text of the sources: what a reviewer should not have to look for.

    check_source.py               checks the files that git knows or would add, one line per fault
    check_source.py --self-test   checks that each fault is caught

C++ lines have at most 100 characters, headers say `#pragma once`, no test is switched off, every
source is named in a CMakeLists.txt, every relative link of a page leads to a file, and no file
names a place that only one machine has. No tabs and no marks of unfinished work.
"""

import pathlib
import posixpath
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LINE_LENGTH_MAX = 100
CODE_SUFFIXES = (".h", ".cc", ".capnp", ".cmake", ".py", "CMakeLists.txt")
LIBRARY_FOLDERS = ("core/", "store/", "projections/", "cli/")
ARCHITECTURE = "docs/architecture.md"
SOURCE_FOLDERS = LIBRARY_FOLDERS + ("tests/", "benchmarks/")

# Written so that this file does not contain what it forbids.
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK)\b")
SWITCHED_OFF = re.compile(r"TEST_" r"SKIP|DISA" r"BLED_")
FOREIGN_PLACE = re.compile(r"(?<![\w.~}-])/(wo" r"rk(?![\w-])|ro" r"ot/)|\.\./sha" r"red\b")
LINK = re.compile(r"\]\(<?([^)>\s]+)|^\[[^\]]+\]:\s+(\S+)")


def faults_of_text(name, text):
    is_cpp = name.endswith((".h", ".cc"))
    is_code = name.endswith(CODE_SUFFIXES) or name.startswith(("scripts/", ".ci/"))
    lines = text.splitlines()
    if name.endswith(".h") and "#pragma once" not in lines:
        yield 1, "has no #pragma once"
    for number, line in enumerate(lines, 1):
        if is_cpp and len(line) > LINE_LENGTH_MAX:
            yield number, f"has {len(line)} characters, more than {LINE_LENGTH_MAX}"
        if is_cpp and (found := SWITCHED_OFF.search(line)):
            yield number, f"switches a test off: {found.group()}"
        if is_code and "\t" in line:
            yield number, "has a tab"
        if (is_code or name.endswith(".md")) and (found := UNFINISHED.search(line)):
            yield number, f"says that it is unfinished: {found.group()}"
        if found := FOREIGN_PLACE.search(line):
            yield number, f"names a place of one machine: {found.group()}"


def faults_of_links(name, text, places):
    fenced = False
    for number, line in enumerate(text.splitlines(), 1):
        fenced ^= line.lstrip().startswith("```")
        for found in LINK.finditer("" if fenced else re.sub(r"`[^`]*`", "", line)):
            target = (found.group(1) or found.group(2)).partition("#")[0]
            if target and not re.match(r"[a-z]+:", target):
                place = posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
                if place not in places:
                    yield number, f"links to {target}, which does not exist"


def unlisted(texts):
    """The sources that no CMakeLists.txt, in their folder or above it, names."""
    listed = set()
    for name, text in texts.items():
        if posixpath.basename(name) == "CMakeLists.txt":
            words = re.findall(r"[\w./+-]+\.(?:h|cc)\b", re.sub(r"#.*", "", text))
            listed.update(posixpath.join(posixpath.dirname(name), word) for word in words)
    # The headers of tests are reached by #include alone; those of a library are its header set.
    return [name for name in texts if name not in listed and (
        name.startswith(SOURCE_FOLDERS) and name.endswith(".cc") or
        name.startswith(LIBRARY_FOLDERS) and name.endswith(".h"))]


def faults(texts):
    """One line for each fault in the files, given as text by name."""
    places = {parent.as_posix() for name in texts for parent in pathlib.PurePath(name).parents}
    places.update(texts)
    for name, text in texts.items():
        found = list(faults_of_text(name, text))
        if name.endswith(".md"):
            found += faults_of_links(name, text, places)
        for number, what in found:
            yield f"{name}:{number}: {what}"
    for name in unlisted(texts):
        yield f"{name}:1: is named in no CMakeLists.txt"
    for folder in sorted({name.partition("/")[0] for name in texts if "/" in name}):
        if not folder.startswith(".") and f"| `{folder}/` |" not in texts[ARCHITECTURE]:
            yield f"{ARCHITECTURE}:1: has no row for the folder {folder}"


def files_of(root):
    # A checkout may belong to another user than the one who tests it: git would refuse to list it.
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others",
         "--exclude-standard"], cwd=root, check=True, stdout=subprocess.PIPE)
    names = sorted(set(listing.stdout.decode().split("\0")) - {""})
    return {name: (root / name).read_bytes().decode(errors="replace")
            for name in names if (root / name).is_file()}


CLEAN = {
    ".ci/run": "",
    ARCHITECTURE: "| `core/` | \n| `docs/` | \n| `tests/` |",
    "core/CMakeLists.txt": "cartulary_library(core HDRS a.h SRCS sub/a.cc)\n",
    "core/a.h": "#pragma once\n",
    "core/sub/a.cc": "é" * LINE_LENGTH_MAX + "\n",
    "docs/page.md": "[a](../core/a.h#x) [b](https://x.org/y) [c](#here) [d](../core) `[e](no)`\n",
}
SELF_TEST = [  # A file added to the clean tree, and where it is faulty.
    ("core/sub/a.cc", "\n" + "é" * (LINE_LENGTH_MAX + 1), "core/sub/a.cc:2: has 101 characters"),
    ("core/sub/a.cc", "\t", "core/sub/a.cc:1: has a tab"),
    ("core/a.h", "#include <vector>", "core/a.h:1: has no #pragma once"),
    ("core/sub/a.cc", "// TO" "DO(me): more", "core/sub/a.cc:1: says that it is unfinished"),
    ("docs/page.md", "FIX" "ME", "docs/page.md:1: says that it is unfinished"),
    ("core/sub/a.cc", "  GTEST_" "SKIP();", "core/sub/a.cc:1: switches a test off"),
    ("core/sub/a.cc", "TEST(A, DISA" "BLED_B)", "core/sub/a.cc:1: switches a test off"),
    ("core/b.h", "#pragma once", "core/b.h:1: is named in no CMakeLists.txt"),
    ("tests/b.cc", "", "tests/b.cc:1: is named in no CMakeLists.txt"),
    ("core/CMakeLists.txt", "a.h # sub/a.cc", "core/sub/a.cc:1: is named in no CMakeLists.txt"),
    ("docs/page.md", "[a](../core/b.h)", "docs/page.md:1: links to ../core/b.h"),
    ("docs/page.md", "[a]: b.md", "docs/page.md:1: links to b.md"),
    ("data.txt", "see /wo" "rk/a", "data.txt:1: names a place of one machine"),
    ("data.txt", "'/ro" "ot/a'", "data.txt:1: names a place of one machine"),
    ("data.txt", "../sha" "red/a", "data.txt:1: names a place of one machine"),
    ("more/data.txt", "", "docs/architecture.md:1: has no row for the folder more"),
]


def self_test():
    wrong = [f"a clean tree gave {line}" for line in faults(CLEAN)]
    for name, text, expected in SELF_TEST:
        found = list(faults({**CLEAN, name: text}))
        if len(found) != 1 or not found[0].startswith(expected):
            wrong.append(f"expected {expected}, got {found}")
    return wrong


def main():
    found = self_test() if sys.argv[1:] == ["--self-test"] else list(faults(files_of(ROOT)))
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
