#!/usr/bin/env python3
"""Kills `cartulary import` at random moments, and checks the log after each kill.

    import_rounds.py CARTULARY [--rounds N] [--folder DIR]

Into a new store, a file is imported until it is complete, however often the import is killed
(SIGKILL); then the next store is made. After each kill, by `cartulary log`:

- what the import said to be durable is there;
- the events seen before are there unchanged, by their leaf hashes;
- every commit is there whole or not at all.

A complete import holds each row once, in the order of the file, and another run adds nothing.

Environment: CARTULARY_CRASH_ROUNDS (default of --rounds), CARTULARY_TEST_SEED.
"""

import argparse
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

from kill_rounds import LATE_KILL_S_MAX, run_and_kill

ROUNDS = 400
COMMIT_EVENTS = 8
EVENTS_OF_INIT = 2
ROWS = 400  # A multiple of COMMIT_EVENTS, so that every commit is full.


def rows():
    for i in range(ROWS // 4):
        yield {"id": f"body-{i}", "type": "BodyAccredited", "effective": "2020-01-01",
               "body": f"BODY-{i}", "language": "en"}
        yield {"id": f"person-{i}", "type": "PersonRegistered", "effective": "2024-01-01",
               "number": f"P{i:04}"}
        yield {"id": f"learner-{i}", "type": "LearnerRegistered", "effective": "2024-09-01",
               "number": f"2024{i:04}", "identity": {"birth_name": f"Nom{i}", "first_names": ["É"]}}
        yield {"id": f"voided-{i}", "type": "FactVoided", "subject": "institution",
               "target": f"row:body-{i}", "ground": "entry_error", "authority": "registrar"}


class Trial:
    """One store and the file that is imported into it."""

    def __init__(self, program, folder):
        self.program = program
        self.store = f"{folder}/store"
        self.file = f"{folder}/rows.jsonl"
        self.types = [row["type"] for row in rows()]
        pathlib.Path(self.file).write_text(
            "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows()))
        self.seen = []
        self.run("init", "--number", "S001", "--name", "Martin")

    def run(self, verb, *options):
        ran = subprocess.run([self.program, verb, "--store", self.store, *options],
                             capture_output=True)
        if ran.returncode != 0:
            sys.exit(f"{verb} ended with status {ran.returncode}: {ran.stderr.decode()}")
        return ran.stdout.decode()

    def import_and_kill(self, dice, late_kill_s_max):
        command = [self.program, "import", self.file, "--store", self.store, "--actor", "S001",
                   "--commit", str(COMMIT_EVENTS), "--each-commit"]
        printed, killed = run_and_kill(command, dice, late_kill_s_max)
        durable = [int(line.split()[1]) for line in printed.decode().splitlines()
                   if line.startswith("durable: ")]
        return max(durable, default=0), killed

    def check(self, durable):
        """Whether the import is complete."""
        log = json.loads(self.run("log", "--limit", "0", "--json"))
        events = log["events"]
        hashes = [event["leaf_hash"] for event in events]
        imported = len(events) - EVENTS_OF_INIT
        types = [event["fact"]["type"] for event in events[EVENTS_OF_INIT:]]
        for what, right in {
                f"{durable} events were said to be durable, {len(events)} are there":
                    len(events) >= durable,
                "events that were there before have changed":
                    hashes[:len(self.seen)] == self.seen,
                f"the log says that it has {log['size']} events, and shows {len(events)}":
                    log["size"] == len(events),
                "indexes are not those of the log's order":
                    [event["index"] for event in events] == list(range(len(events))),
                f"{imported} events are no whole commits": imported % COMMIT_EVENTS == 0,
                "the events are not the rows in their order": types == self.types[:imported],
        }.items():
            if not right:
                sys.exit(what)
        self.seen = hashes
        return imported == ROWS

    def check_complete(self):
        again = self.run("import", self.file, "--actor", "S001")
        if again != f"nothing to record: {ROWS} rows were recorded before\n":
            sys.exit(f"a complete import said, when it was run again: {again}")
        if not self.check(0):
            sys.exit("a complete import is no longer complete")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--rounds", type=int,
                        default=int(os.environ.get("CARTULARY_CRASH_ROUNDS", ROUNDS)))
    parser.add_argument("--folder", default=None)
    options = parser.parse_args()
    seed = int(os.environ.get("CARTULARY_TEST_SEED", time.time_ns() % 1_000_000))
    print(f"repeat with CARTULARY_TEST_SEED={seed} (the moments vary with the machine)", flush=True)
    dice = random.Random(seed)

    kills = amid = stores = 0
    trial = None
    with tempfile.TemporaryDirectory(prefix="import.", dir=options.folder) as folder:
        late_kill_s_max = LATE_KILL_S_MAX
        for _ in range(options.rounds):
            if trial is None:
                stores += 1
                below = pathlib.Path(folder) / str(stores)
                below.mkdir()
                trial = Trial(options.program, below)
            durable, killed = trial.import_and_kill(dice, late_kill_s_max)
            kills += killed
            # How long an import takes is the machine's business: most are to end by a kill.
            late_kill_s_max *= 1.25 if killed else 0.6
            if trial.check(durable):
                trial.check_complete()
                trial = None
            else:
                amid += len(trial.seen) > EVENTS_OF_INIT
    print(f"{options.rounds} rounds, {kills} kills, {amid} of them amid the file, {stores} stores")
    if options.rounds >= 50 and (kills < options.rounds / 2 or amid < options.rounds / 10):
        sys.exit("too few kills amid an import: this proves nothing")


if __name__ == "__main__":
    main()
