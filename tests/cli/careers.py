#!/usr/bin/env python3
"""Checks that the sample cohort is what its README says, and holds each type of fact.

    careers.py CARTULARY SOURCE
"""

import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

# What the program records by itself; what answers a report or an audit, and is not in a file.
MADE = {"AwardNumberTaken", "StoreCreated"}
ANSWERS = {"FindingNoted", "SampleDrawn", "SkipWaived"}
CAREERS = 40


def careers(readme):
    """Learner numbers, name, and what `list learners` is to say, of each row of the table."""
    for line in readme.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 6 and re.match(r"V?\d{4,5}", cells[0]):
            yield cells[0].split(", "), cells[1], cells[2], cells[4].split("; "), cells[5].split("; ")


def main():
    program, source = sys.argv[1], pathlib.Path(sys.argv[2])
    sample = source / "examples" / "rncp39304"

    def ask(*words):
        done = subprocess.run([program, *words], stdout=subprocess.PIPE, check=True, text=True)
        return done.stdout

    with tempfile.TemporaryDirectory() as folder:
        store = ["--store", folder + "/demo"]
        ask("demo", *store, "--sample", str(sample))
        rows = json.loads(ask("list", "learners", "--json", *store))["rows"]
        log = json.loads(ask("log", "--json", "--limit", "100000", *store))

    listed = collections.defaultdict(list)
    for row in rows:
        listed[row["learner"]].append(row)
    faults, seen = [], 0
    for numbers, name, route, enrolled, standing in careers((sample / "README.md").read_text()):
        seen += 1
        found = [row for number in numbers for row in listed.pop(number, [])]
        told = ([row["enrolled"].replace("_", " ") for row in found],
                [row["standing"].replace("_", " ") for row in found])
        if told != (enrolled, standing):
            faults.append(f"{numbers[-1]}: {told}, and the README says {enrolled, standing}")
        last = found[-1]
        if (last["name"], last["route"].replace("_", " ")) != (name, route):
            faults.append(f"{numbers[-1]}: {last['name']}, {last['route']}")
    if listed:
        faults.append(f"not in the README: {sorted(listed)}")
    if seen != CAREERS:
        faults.append(f"{seen} careers in the README")

    types = set(re.findall(r"^### ([A-Z]\w+)$", ask("help", "facts"), re.M)) - MADE - ANSWERS
    lacking = types - {event["fact"]["type"] for event in log["events"]}
    if lacking:
        faults.append(f"no fact of the types {sorted(lacking)}")
    print("\n".join(faults))
    sys.exit(bool(faults))


main()
