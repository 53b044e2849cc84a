#!/usr/bin/env python3
"""Compares `turnstile check` with other checkers of Lean export files: user time and peak memory of single runs.

    benches/kernel.py --tests DIR --turnstile BIN [--nanoda BIN] [--sokonanoda BIN] [--runs N] [--small N]

DIR is a folder with init/init-medium.ndjson.gz, tutorial/good and inductive-models. Each file is checked N times (3 by
default) by each checker, one after the other, and the best run counts. A ratio above 1 says that turnstile takes more.
The small files are those that turnstile needs longest for. Memory below that of this script, about 14 MiB, is not told apart.
"""

import argparse
import gzip
import json
import os
import shutil
import tempfile
from pathlib import Path

AXIOMS = ["propext", "Classical.choice", "Quot.sound"]


def run(command):
    """Runs a command; (exit status, user seconds, peak memory in MiB)."""
    null = os.open(os.devnull, os.O_RDWR)
    actions = [(os.POSIX_SPAWN_DUP2, null, fd) for fd in (0, 1, 2)]
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
    _, status, usage = os.wait4(pid, 0)
    os.close(null)
    return os.waitstatus_to_exitcode(status), usage.ru_utime, usage.ru_maxrss / 1024


def best(command, runs):
    """The least time and memory of several runs, with the exit status of the last."""
    results = [run(command) for _ in range(runs)]
    return results[-1][0], min(r[1] for r in results), min(r[2] for r in results)


def plain(path, folder):
    """The file unpacked: the others read no gzip."""
    if path.suffix != ".gz":
        return path
    out = folder / path.stem
    with gzip.open(path) as packed, open(out, "wb") as unpacked:
        shutil.copyfileobj(packed, unpacked)
    return out


def configured(binary, path, folder):
    """The command of a checker that takes its arguments in a file."""
    config = folder / (path.name + ".json")
    config.write_text(
        json.dumps(
            {
                "export_file_path": str(path),
                "use_stdin": False,
                "permitted_axioms": AXIOMS,
                "unpermitted_axiom_hard_error": False,
                "nat_extension": True,
                "string_extension": True,
                "pp_declars": [],
                "pp_to_stdout": False,
                "print_success_message": False,
            }
        )
    )
    return [binary, str(config)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tests", type=Path, required=True)
    parser.add_argument("--turnstile", required=True)
    parser.add_argument("--nanoda")
    parser.add_argument("--sokonanoda")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--small", type=int, default=5)
    args = parser.parse_args()
    others = {name: binary for name in ("nanoda", "sokonanoda") if (binary := getattr(args, name))}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        ours = lambda path, jobs: [args.turnstile, "check", "--quiet", "--jobs", str(jobs), str(path)]
        small = [p for d in ("tutorial/good", "inductive-models") for p in sorted((args.tests / d).glob("*.ndjson"))]
        small.sort(key=lambda p: -run(ours(p, 1))[1])
        files = [plain(args.tests / "init/init-medium.ndjson.gz", folder)] + small[: args.small]
        print(f"{'file':<42}{'checker':<22}{'status':>6}{'user s':>9}{'MiB':>8}{'time ratio':>12}{'memory ratio':>14}")
        for path in files:
            status, seconds, memory = best(ours(path, 1), args.runs)
            print(f"{path.name:<42}{'turnstile':<22}{status:>6}{seconds:>9.3f}{memory:>8.0f}")
            rows = [("turnstile --jobs 2", ours(path, 2))]
            rows += [(name, configured(binary, path, folder)) for name, binary in others.items()]
            for name, command in rows:
                status, other_seconds, other_memory = best(command, args.runs)
                time_ratio = f"{seconds / other_seconds:.2f}" if other_seconds else "-"
                row = f"{'':<42}{name:<22}{status:>6}{other_seconds:>9.3f}{other_memory:>8.0f}"
                print(f"{row}{time_ratio:>12}{memory / other_memory:>14.2f}")


if __name__ == "__main__":
    main()
