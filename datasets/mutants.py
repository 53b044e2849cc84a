#!/usr/bin/env python3
"""Makes candidates for false_mutants.json: true statements with one thing changed.

    python3 mutants.py PROBLEMS COUNT OUT.lean [SEED]

PROBLEMS is the folder that make.py reads. OUT.lean gets COUNT mutants, each below a comment that says what was changed. About
a third of them are true all the same. Which are false is for `turnstile prove OUT.lean --json`, and by hand for
those that are neither proved nor refuted, so that the choice does not depend on what a refuter finds.
"""

import json
import random
import re
import sys
from pathlib import Path

from make import Definitions, header, read_lines, theorem

# List, form, share of the mutants.
SOURCES = [
    ("nng", "statement_lean", 10),
    ("nng", "statement_core", 6),
    ("lean_core_style", "statement_lean", 26),
    ("tip_isaplanner", "statement_lean", 14),
    ("tip_isaplanner", "statement_core", 8),
    ("tip_prod", "statement_lean", 10),
    ("tip_prod", "statement_core", 6),
    ("pelletier", "statement_lean", 8),
    ("prop_families", "statement_lean", 4),
    ("minif2f_arith", "statement_lean", 18),
]

# What is written for what.
SWAPS = [
    (r" \+ ", [" * ", " - "]), (r" \* ", [" + "]), (r" - ", [" + "]), (r" \^ ", [" * "]),
    (r" ≤ ", [" < ", " ≥ "]), (r" < ", [" ≤ "]), (r" ∧ ", [" ∨ "]), (r" ∨ ", [" ∧ "]), (r" ↔ ", [" → ", " ∧ "]),
    (r" = ", [" ≠ "]), (r" ≠ ", [" = "]), (r"¬ ", [""]), (r"∃ ", ["∀ "]), (r" % ", [" / "]), (r" ∣ ", [" ≤ "]),
    (r"\bmin\b", ["max"]), (r"\bmax\b", ["min"]), (r"\btake\b", ["drop"]), (r"\bdrop\b", ["take"]),
    (r"\bInd\.take\b", ["Ind.drop"]), (r"\bInd\.drop\b", ["Ind.take"]), (r"\bInd\.add\b", ["Ind.sub"]),
    (r"\bInd\.leq\b", ["Ind.lt"]), (r"\bNNG\.add\b", ["NNG.mul"]), (r"\bNNG\.mul\b", ["NNG.add", "NNG.pow"]),
    (r"\bNNG\.le\b", ["NNG.lt"]), (r"\btrue\b", ["false"]), (r"\bfalse\b", ["true"]), (r"\bsome\b (\w)\b", [r"none"]),
]


def mutants(statement):
    """All mutants, as pairs of what was done and the new statement."""
    out = []
    binders = re.match(r"∀ (?:\([^()]*\) ?)+, ", statement)
    start = binders.end() if binders else 0

    def put(what, a, b, new):
        out.append((what, statement[:a] + new + statement[b:]))

    for pattern, news in SWAPS:
        for m in re.finditer(pattern, statement[start:]):
            for new in news:
                put(f"`{m[0].strip()}` became `{new.strip()}`", start + m.start(), start + m.end(), new)
    for m in re.finditer(r"(?<![\w.])\d+(?![\w.])", statement[start:]):
        n = int(m[0])
        for k in {n + 1, max(n - 1, 0)} - {n}:
            put(f"`{n}` became `{k}`", start + m.start(), start + m.end(), str(k))
    # One occurrence of a variable becomes another of the same type.
    groups = re.findall(r"\(([^():]*) : ([^()]*|[^()]*\([^()]*\)[^()]*)\)", binders[0]) if binders else []
    for names, _ in groups:
        names = names.split()
        for x in names:
            for m in re.finditer(rf"(?<![\w.]){re.escape(x)}(?![\w'])", statement[start:]):
                for y in names:
                    if y != x:
                        put(f"an `{x}` became `{y}`", start + m.start(), start + m.end(), y)
    # A hypothesis is dropped.
    depth, last = 0, start
    for i in range(start, len(statement)):
        depth += {"(": 1, ")": -1}.get(statement[i], 0)
        if depth == 0 and statement.startswith(" → ", i):
            put("a hypothesis was dropped", last, i + 3, "")
            last = i + 3
    return out


def main(arguments):
    if len(arguments) < 3:
        sys.exit(__doc__)
    problems, count, out = Path(arguments[0]), int(arguments[1]), Path(arguments[2])
    rng = random.Random(int(arguments[3]) if len(arguments) > 3 else 1)
    definitions = Definitions((problems / "defs.lean").read_text(encoding="utf-8"))
    total = sum(share for _, _, share in SOURCES)
    chosen, seen = [], set()
    for source, form, share in SOURCES:
        listed = read_lines(problems / f"{source}.jsonl")
        seen |= {p[form] for p in listed}
        wanted, tries = round(count * share / total), 0
        while wanted > 0 and tries < 5000:
            tries += 1
            problem = rng.choice(listed)
            options = mutants(problem[form])
            if not options:
                continue
            # First the kind of change, then the place, so that long statements are not changed in one way only.
            kind = rng.choice(sorted({what for what, _ in options}))
            what, statement = rng.choice([o for o in options if o[0] == kind])
            if statement in seen:
                continue
            seen.add(statement)
            chosen.append((f"mutant_{len(chosen) + 1:03}", problem["id"], what, statement))
            wanted -= 1
    lines = header("Candidates", len(chosen), "", ["-- turnstile: isolate"])
    lines += definitions.needed([c[3] for c in chosen])
    for name, origin, what, statement in chosen:
        lines += theorem(name, statement, [f"-- {origin}: {what}"])
    out.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
