#!/usr/bin/env python3
"""How long a question takes, whole process, on a store of about a million events.

    benchmarks/queries.py CARTULARY FOLDER [--learners 11000]

Makes the store in FOLDER unless it is there: `cartulary init`, the rules, then the learners of
benchmarks/workload.py in files of 1,000. Prints the median of seven runs of each question, the first
run left out.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
RULES = ROOT / "examples" / "rncp39304" / "rules.yaml"
QUESTIONS = [
    ["status", "W0000003"],
    ["status", "W0000500"],
    ["trace", "ENSAM-W0000003"],
    ["history", "W0000500"],
    ["jury", "check", "JW-2025-W0000003"],
    ["list", "awards"],
    ["list", "learners", "--cohort", "2023"],
]


def make(run, folder, learners):
    run("init", "--number", "S001", "--name", "Martin")
    run("referential", "publish", RULES, "--adopted", "2022-06-15")
    rows = folder / "rows.jsonl"
    workload = [sys.executable, ROOT / "benchmarks" / "workload.py"]
    for arguments in [["--setup"]] + [
        ["--learners", "1000", "--first", str(first)] for first in range(1, learners, 1000)
    ]:
        rows.write_bytes(subprocess.run(workload + arguments, check=True, capture_output=True).stdout)
        began = time.monotonic()
        run("import", rows, "--source", "workload")
        count = rows.read_bytes().count(b"\n")
        took = time.monotonic() - began
        print(f"import of {count} rows: {took:.1f} s, {count / took:.0f} rows/s", flush=True)
    rows.unlink()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--learners", type=int, default=11000)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    store = arguments.folder / "store"
    environment = os.environ | {"CARTULARY_STORE": str(store), "CARTULARY_ACTOR": "S001"}

    def run(*words, statuses=(0,)):
        command = [arguments.program, *map(str, words)]
        done = subprocess.run(command, env=environment, capture_output=True, check=False)
        if done.returncode not in statuses:
            sys.exit(f"{command}: {done.returncode}\n{done.stderr.decode()}")
        return done.stdout

    if not store.exists():
        make(run, arguments.folder, arguments.learners)
    print(run("log", "--limit", "1", "--json").decode()[:120])
    for question in QUESTIONS:
        times = []
        for _ in range(8):
            began = time.monotonic()
            run(*question, statuses=(0, 1))
            times.append(time.monotonic() - began)
        print(f"{' '.join(question):40} {statistics.median(times[1:]) * 1000:7.1f} ms")


if __name__ == "__main__":
    main()
