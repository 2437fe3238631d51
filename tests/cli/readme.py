#!/usr/bin/env python3
"""Checks that the README shows what the program prints.

    readme.py CARTULARY             runs the README's console blocks on the sample cohort
    readme.py --update CARTULARY    writes what came out into the README; read the diff

The blocks are one transcript (transcript.py), in a folder where the sample's store is `demo`.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
README = HERE.parents[1] / "README.md"
BLOCK = re.compile(r"```console\n(.*?)```", re.S)
MAKE_STORE = "$ cartulary demo --store demo --sample $SOURCE/examples/rncp39304 > /dev/null\n"
MARK = "# ---- next block\n"


def main():
    update = sys.argv[1] == "--update"
    program = sys.argv[-1]
    readme = README.read_text()
    blocks = BLOCK.findall(readme)
    if not blocks:
        sys.exit("README.md has no console block")
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "README.test"
        path.write_text(MAKE_STORE + "".join(MARK + block for block in blocks))
        command = [sys.executable, HERE / "transcript.py"] + (["--update"] if update else [])
        status = subprocess.run(command + [program, path], check=False).returncode
        if update:
            shown = iter(path.read_text().split(MARK)[1:])
            README.write_text(BLOCK.sub(lambda _: "```console\n" + next(shown) + "```", readme))
    sys.exit(status)


if __name__ == "__main__":
    main()
