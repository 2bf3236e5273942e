#!/usr/bin/env python3
"""CPU seconds, user and system with all child processes, of commands that run in turn.

usage: measure.py ROUNDS NAME=COMMAND...    A command ends with 0 or 1 (findings); anything else is a failure.
"""
import os
import statistics
import subprocess
import sys
import tempfile

rounds, commands = int(sys.argv[1]), dict(argument.split("=", 1) for argument in sys.argv[2:])
taken = {name: [] for name in commands}
for _ in range(rounds):
    for name, command in commands.items():
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen(["bash", "-c", command], stdout=said, stderr=said)
            _, status, usage = os.wait4(process.pid, 0)
            if os.waitstatus_to_exitcode(status) not in (0, 1):
                said.seek(0)
                sys.exit(f"{name} failed:\n{said.read().decode(errors='replace')[-4000:]}")
        taken[name].append(usage.ru_utime + usage.ru_stime)
first = statistics.median(next(iter(taken.values())))
for name, seconds in taken.items():
    middle = statistics.median(seconds)
    each = ", ".join(f"{s:.1f}" for s in seconds)
    print(f"{name}: {middle:.1f} s of CPU (median of {each}), {middle / first:.2f} of the first")
