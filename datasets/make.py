#!/usr/bin/env python3
"""Writes the theorem files of this folder.

    python3 make.py PROBLEMS [--check]

PROBLEMS is a folder with the problem lists (*.jsonl) and defs.lean. The files are kept in the repository, so Python is
needed only to change them. With --check nothing is written; the exit status says whether the files are up to date.
"""

import json
import re
import sys
import textwrap
from pathlib import Path

HERE = Path(__file__).resolve().parent
WIDTH = 110

PROVENANCE = """\
The facts are public mathematics; this wording is the project's own and is under the Apache License 2.0."""

RULE = """\
Measuring: every theorem is attempted on its own, with the definitions above it and the library in scope, without the \
other theorems of the file and without library lemmas of the same content. 10 seconds and one core each, unless a \
report says otherwise. It counts when the finished file passes the final check."""

GAME = "After the Natural Number Game (Lean 4 edition)."
ISAPLANNER = "After the IsaPlanner suite as collected in TIP, the Tons of Inductive Problems."
PROD = """\
After "Productive use of failure in inductive proof" (Ireland and Bundy, 1996) as collected in TIP, the Tons of \
Inductive Problems."""

# One entry a file: name, list it is made from, which form, title, and remarks on the origin.
FILES = [
    ("nng", "nng", "statement_lean", "The levels of the Natural Number Game, on a fresh copy of the natural numbers",
     GAME),
    ("nng_core", "nng", "statement_core", "The levels of the Natural Number Game, on the library's natural numbers",
     GAME),
    ("lean_core_style", "lean_core_style", "statement_lean", "Lemmas of the kind that a core library has",
     "Chosen for this project: natural numbers, integers, lists, truth values, logic, options, pairs."),
    ("isaplanner", "tip_isaplanner", "statement_lean", "Inductive properties, IsaPlanner suite, on definitions from nothing",
     ISAPLANNER),
    ("isaplanner_core", "tip_isaplanner", "statement_core", "Inductive properties, IsaPlanner suite, on the library's functions",
     ISAPLANNER),
    ("prod", "tip_prod", "statement_lean", "Inductive properties that need a lemma, on definitions from nothing",
     PROD),
    ("prod_core", "tip_prod", "statement_core", "Inductive properties that need a lemma, on the library's functions",
     PROD),
    ("pelletier", "pelletier", "statement_lean", "Pelletier's problems of propositional and first-order logic",
     "After \"Seventy-five problems for testing automatic theorem provers\" (Pelletier 1986), 1-46."),
    ("prop_families", "prop_families", "statement_lean", "Families of propositional formulas of growing size",
     "After families in the literature: de Bruijn, pigeonhole, Schwichtenberg, equivalence chains."),
    ("minif2f_arith", "minif2f_arith", "statement_lean", "Competition problems about natural numbers and integers",
     "After the statements of miniF2F that need no more than natural numbers and integers."),
]


class Definitions:
    """The declarations of defs.lean, to be taken out one by one with all they need."""

    def __init__(self, text):
        self.blocks = []  # (namespace, name or None, text), in order
        namespace = None
        text = re.sub(r"/-(?!-).*?-/\n", "", text, flags=re.S)  # comments on the file as a whole
        for chunk in re.split(r"\n\s*\n", text):
            chunk = chunk.strip("\n")
            if not chunk:
                continue
            if m := re.fullmatch(r"namespace (\w+)", chunk):
                namespace = m[1]
            elif re.fullmatch(r"end \w+", chunk):
                namespace = None
            else:
                # Several declarations may stand together, one to a line.
                for part in re.split(r"(?<!-/)\n(?=def |inductive |open )", chunk):
                    m = re.search(r"^(?:def|inductive) (\w+)", part, flags=re.M)
                    self.blocks.append((namespace, m and m[1], part))

    def needed(self, statements):
        """Text of the declarations that the statements need, in namespaces."""
        names = {(ns, name) for ns, name, _ in self.blocks if name}
        wanted = set()
        for ns, name in names:
            if any(re.search(rf"\b{ns}\.{name}\b", s) for s in statements):
                wanted.add((ns, name))
        while True:
            more = set()
            for ns, name, text in self.blocks:
                if (ns, name) in wanted:
                    text = re.sub(r"/--.*?-/", "", text, flags=re.S)
                    more |= {(ns, n) for (m, n) in names if m == ns and re.search(rf"(?<![\w.]){n}(?!\w)", text)}
            if more <= wanted:
                break
            wanted |= more
        out, current = [], None
        for ns, name, text in self.blocks:
            if not any(w == ns for w, _ in wanted) or (name and (ns, name) not in wanted):
                continue
            if ns != current:
                out += [f"end {current}", ""] if current else []
                out += [f"namespace {ns}", ""]
                current = ns
            out += [text, ""]
        return out + ([f"end {current}", ""] if current else [])


def directive(prefix, names):
    """Comment lines `prefix NAME NAME ...`, as many as are needed."""
    return textwrap.wrap(" ".join(names), WIDTH, initial_indent=prefix, subsequent_indent=prefix,
                         break_long_words=False, break_on_hyphens=False)


def header(title, count, origin, directives):
    body = "\n".join([f"{title}: {count} theorems.", "", origin, PROVENANCE, "", RULE])
    wrapped = "\n".join(textwrap.fill(line, WIDTH) for line in body.split("\n"))
    return ["/-", wrapped, "-/", *directives, ""]


def theorem(name, statement, above=()):
    return [*above, f"theorem {name} : {statement} := by", "  sorry", ""]


def theorem_file(problems, form, title, origin, definitions, hidden):
    core = form == "statement_core" or problems[0]["set"] == "lean-core-style"
    directives = ["-- turnstile: isolate"]
    if core:
        names = sorted({name for p in problems for name in hidden.get(p["id"], [])})
        directives += directive("-- turnstile: without ", names)
    lines = header(title, len(problems), origin, directives)
    lines += definitions.needed([p[form] for p in problems])
    for p in problems:
        above = []
        if p.get("scored") is False:
            above.append("-- not counted: no proof is within reach")
        if not core:
            # The functions are defined above, so no lemma about the library's own is of the same content.
            names = [n for n in hidden.get(p["id"], []) if n.split(".")[0] not in ("Nat", "Int", "List", "Std")]
            above += directive("-- without: ", names)
        lines += theorem(p["id"], p[form], above)
    return "\n".join(lines)


def false_file(statements, definitions):
    title = "Plausible statements that are false; none may ever be proved"
    origin = "Each is a statement of the other files with one thing changed. The comment above it says where it fails."
    lines = header(title, len(statements), origin, ["-- turnstile: isolate"])
    lines += definitions.needed([s["statement"] for s in statements])
    for s in statements:
        lines += theorem(s["id"], s["statement"], [f"-- fails for {s['fails_for']}"])
    return "\n".join(lines)


def mutants_file(statements, definitions):
    title = "Mutants of true statements; all are false, and none may ever be proved"
    origin = "True statements of the other files with one thing changed (mutants.py): which and where is said above each."
    lines = header(title, len(statements), origin, ["-- turnstile: isolate"])
    lines += definitions.needed([s["statement"] for s in statements])
    for s in statements:
        lines += theorem(s["id"], s["statement"],
                         [f"-- {s['origin']}: {s['change']}", f"-- fails for {s['fails_for']}"])
    return "\n".join(lines)


def read_lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main(arguments):
    check = "--check" in arguments
    folders = [Path(a) for a in arguments if not a.startswith("-")]
    if len(folders) != 1 or not folders[0].is_dir():
        sys.exit(__doc__)
    problems = folders[0]
    definitions = Definitions((problems / "defs.lean").read_text(encoding="utf-8"))
    hidden = json.loads((HERE / "hidden_lemmas.json").read_text(encoding="utf-8"))
    texts = {}
    for name, source, form, title, origin in FILES:
        listed = read_lines(problems / f"{source}.jsonl")
        texts[name] = theorem_file(listed, form, title, origin, definitions, hidden)
    texts["false"] = false_file(json.loads((HERE / "false.json").read_text(encoding="utf-8")), definitions)
    mutants = json.loads((HERE / "false_mutants.json").read_text(encoding="utf-8"))
    texts["false_mutants"] = mutants_file(mutants, definitions)
    stale = []
    for name, text in texts.items():
        path = HERE / f"{name}.lean"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(path.name)
            if not check:
                path.write_text(text, encoding="utf-8")
    if check and stale:
        sys.exit("out of date: " + ", ".join(stale))


if __name__ == "__main__":
    main(sys.argv[1:])
