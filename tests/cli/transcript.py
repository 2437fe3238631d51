#!/usr/bin/env python3
"""Runs a transcript: commands with the output and the exit status expected of each.

    transcript.py CARTULARY FILE...             says where the output differs
    transcript.py --update CARTULARY FILE...    writes what came out into the files; read the diff
    transcript.py --self-test                   checks that differences are found

A transcript is text:

    # A remark.
    $ cartulary history 20240001      a command, run by bash in a folder of its own
    > more of the command             its next line
    Version  Index  Effective         its output
    ! cartulary: nothing is called…   its error output, after the output
    [3]                               its exit status; none: 0

`$ export NAME=VALUE` holds for the commands after it; SOURCE names the sources. What differs from run to run is replaced
before it is compared: ids by L-<1>, hashes by <hash 1>, each numbered in the order in which it first
appears; moments by <time>, today's date by <today>, the number of the account by <uid>.
"""

import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
TIMEOUT_S = 120
VARYING = re.compile(r"\b([A-Z])-[0-9a-f]{32}\b|\b[0-9a-f]{64}\b")
ACCOUNT = re.compile(r'("uid": ?)\d+')
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z")


class Normaliser:
    def __init__(self, today):
        self.today = today
        self.numbers = {}

    def number(self, found):
        letter = found.group(1)
        number = self.numbers.setdefault(found.group(), len(self.numbers) + 1)
        return f"{letter}-<{number}>" if letter else f"<hash {number}>"

    def __call__(self, text):
        text = VARYING.sub(self.number, text)
        text = MOMENT.sub("<time>", text)
        text = ACCOUNT.sub(r"\1<uid>", text)
        return text.replace(self.today, "<today>")


def parse(text):
    """The blocks of a transcript: (lines of remarks and the command, lines expected)."""
    blocks, head, expected = [], [], []
    for line in text.splitlines():
        if line.startswith(("#", "$ ")) and (expected or command(head)):
            blocks.append((head, expected))
            head, expected = [], []
        if line.startswith("#") or line == "" and not command(head):
            head.append(line)
        elif (line.startswith(("$ ", "> ")) or line == ">") and not expected:
            head.append(line)
        else:
            expected.append(line)
    blocks.append((head, expected))
    return blocks


def command(head):
    return "\n".join(line[2:] for line in head if line.startswith(("$", ">")))


def run(text, program):
    """The transcript as it comes out."""
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        environment = {"PATH": f"{pathlib.Path(program).resolve().parent}:{os.environ['PATH']}",
                       "HOME": folder, "LC_ALL": "C.UTF-8", "TERM": "dumb", "SOURCE": str(SOURCE)}
        for option in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"):
            if option in os.environ:
                environment[option] = os.environ[option]
        today = subprocess.run(["date", "+%F"], env={"TZ": "Europe/Paris", **environment},
                               stdout=subprocess.PIPE, check=True).stdout.decode().strip()
        normalise = Normaliser(today)
        for head, _ in parse(text):
            lines += head
            words = command(head)
            if not words:
                continue
            if words.startswith("export "):
                name, _, value = words[len("export "):].partition("=")
                environment[name] = value
                continue
            ran = subprocess.run(["bash", "-c", words], cwd=folder, env=environment,
                                 stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE, timeout=TIMEOUT_S)
            lines += normalise(ran.stdout.decode(errors="replace")).splitlines()
            lines += ["! " + line
                      for line in normalise(ran.stderr.decode(errors="replace")).splitlines()]
            if ran.returncode:
                lines.append(f"[{ran.returncode}]")
    return "\n".join(lines) + "\n"


def self_test():
    text = ("# A remark.\n\n$ echo a; echo b >&2; exit 3\na\n! b\n[3]\n"
            "$ export X=one two\n$ cat <<E\n> $X $(date +%F)\n> L-" + "0" * 32 + " L-" + "1" * 32 +
            " L-" + "0" * 32 + "\n> E\none two <today>\nL-<1> L-<2> L-<1>\n")
    out = run(text, "/bin/true")
    assert out == text, out
    assert run(text.replace("one two <today>", "one"), "/bin/true") == text
    assert run("$ echo a\n", "/bin/true") == "$ echo a\na\n"


def main():
    arguments = sys.argv[1:]
    if arguments == ["--self-test"]:
        return self_test()
    update = arguments[0] == "--update"
    program, *files = arguments[1:] if update else arguments
    wrong = 0
    for name in files:
        path = pathlib.Path(name)
        expected = path.read_text()
        actual = run(expected, program)
        if actual == expected:
            continue
        if update:
            path.write_text(actual)
        else:
            wrong = 1
            sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True),
                                                       actual.splitlines(True),
                                                       f"{name} as expected", "as it is"))
    return wrong


if __name__ == "__main__":
    sys.exit(main())
