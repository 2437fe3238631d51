#!/usr/bin/env python3
"""Checks that pages show what the program prints.

    readme.py CARTULARY             runs the console blocks of the pages
    readme.py --update CARTULARY    writes what came out into the pages; read the diff

The blocks of a page are one transcript (transcript.py). Those of the README run in a folder where the
sample's store is `demo`, those of a how-to in an empty one.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parents[1]
BLOCK = re.compile(r"```console\n(.*?)```", re.S)
MAKE_STORE = "$ cartulary demo --store demo --sample $SOURCE/examples/rncp39304 > /dev/null\n"
PAGES = {"README.md": MAKE_STORE, "docs/howto/register-a-cohort.md": ""}  # What comes before.
MARK = "# ---- next block\n"


def run(name, before, program, update):
    page = SOURCE / name
    text = page.read_text()
    blocks = BLOCK.findall(text)
    if not blocks:
        sys.exit(f"{name} has no console block")
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / (page.stem + ".test")
        path.write_text(before + "".join(MARK + block for block in blocks))
        command = [sys.executable, HERE / "transcript.py"] + (["--update"] if update else [])
        status = subprocess.run(command + [program, path], check=False).returncode
        if update:
            shown = iter(path.read_text().split(MARK)[1:])
            page.write_text(BLOCK.sub(lambda _: "```console\n" + next(shown) + "```", text))
    return status


def main():
    update = sys.argv[1] == "--update"
    sys.exit(max(run(name, before, sys.argv[-1], update) for name, before in PAGES.items()))


if __name__ == "__main__":
    main()
