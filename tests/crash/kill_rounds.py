#!/usr/bin/env python3
"""Kills a program at random moments, again and again, and checks what it left.

    kill_rounds.py [--rounds N] [--folder DIR] --writer COMMAND --check COMMAND

Each round starts the writer and kills it (SIGKILL) at a random moment: while it opens, or after its
first line. The lines that it printed whole, of all rounds, are what was acknowledged: the check gets
them on its standard input and fails by its exit status. `{}` in a command is an empty folder of
this run, made below DIR. The writer may also end by itself, with status 0.

Environment: CARTULARY_CRASH_ROUNDS (default of --rounds), CARTULARY_TEST_SEED.
"""

import argparse
import os
import random
import select
import shlex
import signal
import subprocess
import sys
import tempfile
import time

ROUNDS = 100
WAIT_FOR_A_LINE_S = 60
EARLY_KILL_S_MAX = 0.06
LATE_KILL_S_MAX = 0.08


def run_and_kill(command, dice, late_kill_s_max=LATE_KILL_S_MAX):
    """The lines printed whole, and whether the writer was killed."""
    writer = subprocess.Popen(command, stdout=subprocess.PIPE)
    if dice.random() < 0.3:
        time.sleep(dice.uniform(0, EARLY_KILL_S_MAX))
    else:
        if not select.select([writer.stdout], [], [], WAIT_FOR_A_LINE_S)[0]:
            writer.kill()
            sys.exit("the writer said nothing for too long")
        time.sleep(dice.uniform(0, late_kill_s_max))
    writer.send_signal(signal.SIGKILL)
    printed = writer.stdout.read()
    status = writer.wait()
    if status not in (0, -signal.SIGKILL):
        sys.exit(f"the writer failed by itself, with status {status}")
    return printed[: printed.rfind(b"\n") + 1], status != 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int,
                        default=int(os.environ.get("CARTULARY_CRASH_ROUNDS", ROUNDS)))
    parser.add_argument("--folder", default=None)
    parser.add_argument("--writer", required=True)
    parser.add_argument("--check", required=True)
    options = parser.parse_args()
    seed = int(os.environ.get("CARTULARY_TEST_SEED", time.time_ns() % 1_000_000))
    print(f"repeat with CARTULARY_TEST_SEED={seed} (the moments vary with the machine)")
    dice = random.Random(seed)

    acknowledged = b""
    killed = 0
    said = ""
    with tempfile.TemporaryDirectory(prefix="crash.", dir=options.folder) as folder:
        writer = shlex.split(options.writer.replace("{}", folder))
        check = shlex.split(options.check.replace("{}", folder))
        for number in range(options.rounds):
            lines, was_killed = run_and_kill(writer, dice)
            acknowledged += lines
            killed += was_killed
            checked = subprocess.run(check, input=acknowledged, capture_output=True)
            if checked.returncode != 0:
                sys.exit(f"round {number}: {checked.stderr.decode()}")
            said = checked.stdout.decode().strip()
    print(f"{options.rounds} rounds, {killed} kills: {said}")
    if options.rounds >= 20 and (killed < options.rounds / 2 or not acknowledged):
        sys.exit("too few kills, or nothing was ever acknowledged: this proves nothing")


if __name__ == "__main__":
    main()
