#!/usr/bin/env python3
"""Kills `cartulary replay --apply` at random moments, and asks what it left.

    apply_rounds.py CARTULARY SAMPLE [--rounds N] [--folder DIR]

A sample store has a revision that is published and not applied; every round works on a copy of it.
The program is to apply the revision and is killed (SIGKILL) at a random moment; a reader asks at
another. All questions, asked afterwards, are answered wholly as before or wholly as after: they are
compared with the answers of a store that nobody touched and of one where nothing was killed. Where
it is as before, the same command then applies it.

Environment: CARTULARY_CRASH_ROUNDS (default of --rounds), CARTULARY_TEST_SEED.
"""

import argparse
import json
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROUNDS = 12
REVISED = "      levels: [6, 7]\n"  # Of an entry level that the rules have as 5 or 6.

# Lists out of the projections, and pages out of the log. None has an id in it; the moment at which
# the last event was recorded is left out.
QUESTIONS = [["list", "learners", "--json"], ["cases", "--all", "--json"],
             ["referential", "list", "--json"], ["status", "23052", "--json"]]


def comparable(answer):
    return re.sub(r'"recorded": *"[^"]*"', "", answer)


class Store:
    def __init__(self, program, path):
        self.program = program
        self.path = str(path)

    def command(self, *words):
        return [self.program, *words, "--store", self.path]

    def run(self, *words, statuses=(0,)):
        ran = subprocess.run(self.command(*words), capture_output=True)
        if ran.returncode not in statuses:
            sys.exit(f"{words} ended with status {ran.returncode}: {ran.stderr.decode()}")
        return ran.stdout.decode()

    def copy_to(self, path):
        shutil.copytree(self.path, path)
        for suffix in (".keys", ".head"):
            shutil.copy(self.path + suffix, str(path) + suffix)
        return Store(self.program, path)

    def answers(self):
        return [comparable(self.run(*question, statuses=(0, 1))) for question in QUESTIONS]


def make_store(program, sample, folder):
    """A store with a revision to apply, its name, and the command that applies it."""
    store = Store(program, folder / "store")
    store.run("demo", "--sample", str(sample), "--json")
    rules = (sample / "rules.yaml").read_text().replace("      levels: [5, 6]\n", REVISED)
    if REVISED not in rules:
        sys.exit("the rules of the sample have no entry level to misread")
    text = folder / "rules.yaml"
    text.write_text(rules + "# misread\n")
    published = json.loads(store.run(
        "referential", "correct", str(text), "--misread", "entry_level", "--reason", "misread",
        "--ordered-by", "E001", "--actor", "S001", "--json"))
    name = published["revision"]
    replay = json.loads(store.run("replay", "--rules", name, "--json", statuses=(0, 1)))
    return store, ["replay", "--rules", name, "--on", replay["on"], "--apply", replay["digest"],
                   "--actor", "E004", "--same-account", "one machine for this test"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("sample")
    parser.add_argument("--rounds", type=int,
                        default=int(os.environ.get("CARTULARY_CRASH_ROUNDS", ROUNDS)))
    parser.add_argument("--folder", default=None)
    options = parser.parse_args()
    seed = int(os.environ.get("CARTULARY_TEST_SEED", time.time_ns() % 1_000_000))
    print(f"repeat with CARTULARY_TEST_SEED={seed} (the moments vary with the machine)", flush=True)
    dice = random.Random(seed)

    kills = untouched = 0
    with tempfile.TemporaryDirectory(prefix="apply.", dir=options.folder) as below:
        folder = pathlib.Path(below)
        store, apply = make_store(options.program, pathlib.Path(options.sample), folder)
        whole = store.copy_to(folder / "whole")
        before = store.answers()
        began = time.monotonic()
        whole.run(*apply)
        takes = time.monotonic() - began
        after = whole.answers()
        same = [QUESTIONS[i] for i in range(len(QUESTIONS)) if before[i] == after[i]]
        if same:
            sys.exit(f"these say the same before and after, and prove nothing: {same}")

        for number in range(options.rounds):
            path = folder / f"round{number}"
            tried = store.copy_to(path)
            writer = subprocess.Popen(tried.command(*apply), stdout=subprocess.DEVNULL,
                                      stderr=subprocess.DEVNULL)
            time.sleep(dice.uniform(0, takes / 2))
            question = dice.randrange(len(QUESTIONS))
            reader = subprocess.Popen(tried.command(*QUESTIONS[question]), stdout=subprocess.PIPE,
                                      stderr=subprocess.PIPE)
            time.sleep(dice.uniform(0, takes / 2))
            writer.send_signal(signal.SIGKILL)
            kills += writer.wait() != 0
            said, complaint = (stream.decode() for stream in reader.communicate())
            if comparable(said) not in (before[question], after[question]):
                sys.exit(f"round {number}: {QUESTIONS[question]}, asked meanwhile, said neither: "
                         f"{said}{complaint}")
            left = tried.answers()
            if left not in (before, after):
                which = ["before" if left[i] == before[i] else
                         "after" if left[i] == after[i] else "neither"
                         for i in range(len(QUESTIONS))]
                sys.exit(f"round {number}: a mixture: {list(zip(QUESTIONS, which))}")
            if left == before:
                untouched += 1
                tried.run(*apply)
                if tried.answers() != after:
                    sys.exit(f"round {number}: applied after the kill, it says something else")
            shutil.rmtree(path)
    print(f"{options.rounds} rounds, {kills} kills, {untouched} of them before it was recorded")
    if options.rounds >= 12 and kills < options.rounds / 3:
        sys.exit("too few kills: this proves nothing")


if __name__ == "__main__":
    main()
