#!/usr/bin/env python3
"""Sends SIGINT to `cartulary rebuild`, `replay` and `replay --check` at random moments.

    interrupt_rounds.py CARTULARY [--rounds N] [--folder DIR]

Each ends well, or says that it was stopped, with status 6; either way the projections are as they were,
whole, and the next command works. Before a program has come to its work it may die of the signal like
any other.

Environment: CARTULARY_TEST_SEED.
"""

import argparse
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

WORKLOAD = pathlib.Path(__file__).resolve().parents[2] / "benchmarks" / "workload.py"
RULES = WORKLOAD.parents[1] / "examples" / "rncp39304" / "rules.yaml"
LEARNERS = 60
ROUNDS_MAX = 60
STOPPED_WANTED = 3  # Of each command.
DIFFERS = 1  # Of a replay, whose answer is that.
STOPPED = 6


class Store:
    def __init__(self, program, folder):
        self.program = program
        self.environment = os.environ | {"CARTULARY_STORE": f"{folder}/store",
                                         "CARTULARY_ACTOR": "S001"}
        self.run("init", "--number", "S001", "--name", "Martin")
        self.run("referential", "publish", str(RULES), "--adopted", "2022-06-15")
        rows = pathlib.Path(folder) / "rows.jsonl"
        for options in (["--setup"], ["--learners", str(LEARNERS), "--first", "1"]):
            rows.write_bytes(subprocess.run([sys.executable, WORKLOAD, *options], check=True,
                                            capture_output=True).stdout)
            self.run("import", str(rows), "--source", "workload")

    def run(self, *words):
        ran = subprocess.run([self.program, *words], env=self.environment, capture_output=True)
        if ran.returncode not in (0, DIFFERS):
            sys.exit(f"{words} ended with status {ran.returncode}: {ran.stderr.decode()}")
        return ran.stdout.decode()

    def digest(self):
        report = json.loads(self.run("replay", "--check", "--json"))
        if not report["equal"]:
            sys.exit(f"what is stored is not what comes out: {report}")
        return report["digest"]

    def interrupt(self, after_s, *words):
        """The status of the command and what it said."""
        begun = subprocess.Popen([self.program, *words], env=self.environment,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        time.sleep(after_s)
        begun.send_signal(signal.SIGINT)
        said = begun.stderr.read().decode()
        return begun.wait(), said


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--rounds", type=int, default=ROUNDS_MAX)
    parser.add_argument("--folder", default=None)
    options = parser.parse_args()
    seed = int(os.environ.get("CARTULARY_TEST_SEED", time.time_ns() % 1_000_000))
    print(f"repeat with CARTULARY_TEST_SEED={seed} (the moments vary with the machine)")
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="interrupt.", dir=options.folder) as folder:
        store = Store(options.program, folder)
        digest = store.digest()
        for command in (["rebuild"], ["replay", "--check"],
                        ["replay", "--rules", "RNCP39304@1", "--set", "pass_mark=12"]):
            began = time.monotonic()
            store.run(*command)
            whole_s = time.monotonic() - began
            stopped = 0
            for _ in range(options.rounds):
                status, said = store.interrupt(dice.uniform(0, whole_s), *command)
                if status == STOPPED:
                    stopped += 1
                    if "stopped before the end" not in said:
                        sys.exit(f"{command}: {said}")
                elif status not in (0, DIFFERS, -signal.SIGINT):
                    sys.exit(f"{command} ended with status {status}: {said}")
                if store.digest() != digest:
                    sys.exit(f"{command}, interrupted, changed the projections")
                if stopped == STOPPED_WANTED:
                    break
            print(f"{command}: stopped {stopped} times of {_ + 1}")
            if stopped == 0:
                sys.exit(f"{command} was never stopped at its work: this proves nothing")


if __name__ == "__main__":
    main()
