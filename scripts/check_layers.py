#!/usr/bin/env python3
"""Checks that every #include follows the layers of docs/architecture.md.

The tables of that page are the rule; this file only reads them. A part may include itself, the
parts and library headers of its row, and the C++ standard library. A path belongs to the longest
part that contains it.

    check_layers.py               checks the sources, one line per violation
    check_layers.py --self-test   checks that violations are caught
"""

import fnmatch
import graphlib
import pathlib
import re
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = "docs/architecture.md"
INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)[>"]')
SOURCE_SUFFIXES = (".h", ".cc")
EVERYTHING = "*"


def table(page, heading):
    """The rows of the first table under a heading; a cell is the list of its `quoted` words."""
    section = re.split(r"(?m)^#+ " + re.escape(heading) + r"$", page)
    if len(section) != 2:
        sys.exit(f"{PAGE}: expected one heading '{heading}', found {len(section) - 1}")
    rows = []
    for line in section[1].splitlines():
        if line.startswith("|"):
            rows.append([re.findall(r"`([^`]+)`", cell) for cell in line.split("|")[1:-1]])
        elif rows:
            break
    return [row for row in rows if row[0]]


class Rule:
    def __init__(self, page):
        self.parts = {}  # part -> (parts, library headers) that it may include
        for row in table(page, "Layers"):
            for part in row[0]:
                self.parts[part] = (row[1], row[2])
        self.homes = {row[0][0]: row[1] for row in table(page, "Headers with one home")}
        known = set(self.parts)
        for part, (others, _) in self.parts.items():
            if unknown := set(others) - known - {EVERYTHING}:
                sys.exit(f"{PAGE}: {part} may include {sorted(unknown)}, which have no row")
        graph = {part: others for part, (others, _) in self.parts.items()}
        tuple(graphlib.TopologicalSorter(graph).static_order())  # Raises on a cycle.

    def part_of(self, path):
        owners = [part for part in self.parts if path.startswith(part + "/")]
        return max(owners, key=len, default=None)

    def objection(self, path, quote, header):
        """Why `path` may not include `header`; None if it may."""
        part = self.part_of(path)
        if part is None:
            return f"belongs to no part of the table in {PAGE}"
        if not re.search(r"[./]", header):
            return None if quote == "<" else "is named by a path from the root"
        for prefix, homes in self.homes.items():
            if matches(header, prefix):
                if any(fnmatch.fnmatchcase(path, home) for home in homes):
                    return None
                return f"may be included only by {', '.join(homes)}"
        others, libraries = self.parts[part]
        target = self.part_of(header)
        if EVERYTHING in others:
            allowed = True
        elif target:
            allowed = target == part or target in others
        else:
            allowed = any(matches(header, library) for library in libraries)
        return None if allowed else f"may not be included by {part}"


def matches(header, entry):
    return header.startswith(entry) if entry.endswith("/") else header == entry


def violations(root, rule):
    for folder in sorted(root.iterdir()):
        if not folder.is_dir() or folder.name.startswith((".", "build")):
            continue
        for path in sorted(folder.rglob("*")):
            if path.suffix not in SOURCE_SUFFIXES:
                continue
            name = path.relative_to(root).as_posix()
            for number, line in enumerate(path.read_text().splitlines(), 1):
                if found := INCLUDE.match(line):
                    if why := rule.objection(name, *found.groups()):
                        yield f"{name}:{number}: {found.group(2)} {why}"


# What the design says, said a second time: a slip in the page's table fails here.
SELF_TEST = [
    ("core/a.cc", "<vector>", True),
    ("core/a.cc", '"core/time.h"', True),
    ("core/a.cc", '"time.h"', False),
    ("core/a.cc", '"vector"', False),
    ("core/a.cc", "<unistd.h>", False),
    ("core/a.cc", "<boost/system/result.hpp>", False),
    ("core/a.cc", '"schema/event.capnp.h"', False),
    ("core/a.cc", '"store/codec/codec.h"', False),
    ("core/a.cc", '"tests/support/a.h"', False),
    ("store/codec/a.cc", '"core/ids.h"', True),
    ("store/codec/a.cc", '"schema/event.capnp.h"', True),
    ("store/codec/a.cc", "<capnp/message.h>", True),
    ("store/codec/a.cc", "<openssl/evp.h>", True),
    ("store/codec/a.cc", "<yaml.h>", True),
    ("store/codec/a.cc", "<rocksdb/db.h>", False),
    ("store/memory/a.cc", '"core/ids.h"', True),
    ("store/memory/a.cc", '"store/codec/codec.h"', False),
    ("store/rocksdb/a.cc", "<rocksdb/db.h>", True),
    ("store/rocksdb/a.cc", '"store/codec/codec.h"', False),
    ("store/rocksdb/a.cc", '"schema/event.capnp.h"', False),
    ("store/a.cc", "<vector>", False),
    ("projections/a.cc", '"core/ids.h"', True),
    ("projections/a.cc", '"store/memory/memory_log.h"', False),
    ("cli/a.cc", '"store/rocksdb/rocksdb_log.h"', True),
    ("cli/a.cc", "<boost/asio/thread_pool.hpp>", True),
    ("cli/a.cc", "<nlohmann/json.hpp>", True),
    ("cli/a.cc", '"schema/event.capnp.h"', False),
    ("cli/a.cc", "<rocksdb/db.h>", False),
    ("cli/a.cc", "<CLI/CLI.hpp>", False),
    ("cli/main.cc", "<CLI/CLI.hpp>", True),
    ("cli/options.h", "<CLI/CLI.hpp>", True),
    ("cli/verifier/main.cc", '"core/ids.h"', True),
    ("cli/verifier/main.cc", '"store/codec/codec.h"', True),
    ("cli/verifier/main.cc", '"cli/verifier/proof.h"', True),
    ("cli/verifier/main.cc", '"store/rocksdb/rocksdb_log.h"', False),
    ("cli/verifier/main.cc", '"projections/runner.h"', False),
    ("cli/verifier/main.cc", '"cli/json.h"', False),
    ("tests/core/a_test.cc", "<gtest/gtest.h>", True),
    ("tests/core/a_test.cc", "<CLI/CLI.hpp>", False),
    ("benchmarks/a.cc", '"store/rocksdb/rocksdb_log.h"', True),
    ("server/a.cc", "<vector>", False),
]


def self_test(rule):
    errors = 0
    for path, include, allowed in SELF_TEST:
        with tempfile.TemporaryDirectory() as root:
            source = pathlib.Path(root, path)
            source.parent.mkdir(parents=True)
            source.write_text(f"// First line.\n  # include {include}  // Why.\n")
            found = list(violations(pathlib.Path(root), rule))
        if allowed == bool(found) or any(not line.startswith(f"{path}:2: ") for line in found):
            print(f"self-test: {path} including {include} gave {found}")
            errors += 1
    return errors


def main():
    rule = Rule((ROOT / PAGE).read_text())
    if sys.argv[1:] == ["--self-test"]:
        return 1 if self_test(rule) else 0
    found = list(violations(ROOT, rule))
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
