#!/usr/bin/env python3
"""How much faster several workers are on one theorem.

    benches/workers.py FILE.lean --theorem NAME [--expansions 1500] [--workers 2] [--turnstile PATH]

The theorem should be out of reach, so that all runs expand the same number of goals. On a busy machine wall time says little:
the speed-up by processor time is that of one worker divided by that of the busiest thread of several, which is what the wall
time would be if every thread had a core for itself and never waited. Waiting is measured by wall time only.
"""

import argparse
import os
import subprocess
import time

TICK = os.sysconf("SC_CLK_TCK")


def thread_seconds(pid, seen):
    """Notes the processor seconds of each thread of the process, user and system."""
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{task}/stat") as stat:
                fields = stat.read().rpartition(")")[2].split()
            seen[task] = (int(fields[11]) + int(fields[12])) / TICK
    except FileNotFoundError:
        pass


def run(args, workers):
    command = [args.turnstile, "prove", args.file, "--theorem", args.theorem, "--jobs", "1",
               "--workers", str(workers), "--expansions", str(args.expansions), "--timeout", "200000", "--no-refute"]
    seen, start = {}, time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None:
        thread_seconds(process.pid, seen)
        time.sleep(0.05)
    return time.monotonic() - start, sorted(seen.values(), reverse=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("--theorem", required=True)
    parser.add_argument("--expansions", type=int, default=1500)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--turnstile", default="target/release/turnstile")
    args = parser.parse_args()
    results = {}
    for workers in (1, args.workers):
        wall, threads = run(args, workers)
        results[workers] = wall, threads
        busy = " ".join(f"{t:.2f}" for t in threads if t >= 0.05)
        print(f"{workers} worker(s): {wall:.2f} s wall, {sum(threads):.2f} s processor; threads: {busy}")
    (wall1, one), (wall2, several) = results[1], results[args.workers]
    print(f"speed-up: {wall1 / wall2:.2f} by wall time, {max(one) / max(several):.2f} by processor time")


if __name__ == "__main__":
    main()
