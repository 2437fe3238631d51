#!/usr/bin/env python3
"""advice.py CARTULARY SAMPLE: what `status` says to do next is what the program then accepts.

For every enrolment of the sample whose page names `award issue`, runs the command as it is named,
with the number, authority, reason and approver that it asks for.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

PROGRAM, SAMPLE = sys.argv[1:]


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=False)


def advised(row):
    page = run("status", row["learner"], "--enrolment", str(row["enrolment"]), "--json")
    return json.loads(page.stdout).get("next_act", {}).get("en", "")


def plain(arguments):
    """Without the findings in spite of which it would be issued."""
    return [a for at, a in enumerate(arguments)
            if "--despite" not in (a, arguments[at - 1])]


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(CARTULARY_STORE=folder + "/store", CARTULARY_ACTOR="S001")
        made = run("demo", "--sample", SAMPLE)
        assert made.returncode == 0, made.stderr
        rows = json.loads(run("list", "learners", "--json").stdout)["rows"]
        tried = 0
        for row in rows:
            advice = advised(row)
            command = re.search(r"`cartulary (award issue [^`]*)`", advice)
            if command is None:
                assert row["standing"] != "admitted", (row, advice)
                continue
            tried += 1
            arguments = command.group(1).split() + [
                "--number", f"ADVISED-{tried}", "--authority", "director_general"]
            if "--despite" in arguments:
                refused = run(*plain(arguments))
                assert refused.returncode == 4, (row, refused.stderr)
                arguments += ["--reason", "council_decision", "--approver", "E001",
                              "--approver-role", "director", "--same-account", "one workstation"]
            issued = run(*arguments)
            assert issued.returncode == 0, (row, advice, issued.stderr)
            assert advised(row) == "", "nothing follows a title that was issued"
        assert tried, "no page of the sample advises to issue an award"


main()
