"""The table of an ablation: table.py FOLDER. For each report, how many theorems were proved within so much processor time."""
import json
import pathlib
import sys

LIMITS = [0.1, 0.25, 0.5, 1, 2, 4]

print("| settings | proved | expansions | " + " | ".join(f"≤ {t} s" for t in LIMITS) + " | CPU s in all |")
print("| --- | ---: | ---: |" + " ---: |" * (len(LIMITS) + 1))
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.json")):
    theorems = json.loads(path.read_text())["theorems"]
    proved = [t for t in theorems if t["status"] == "proved"]
    within = [sum(t["cpu_seconds"] <= limit for t in proved) for limit in LIMITS]
    cells = [path.stem, len(proved), sum(t["expansions"] for t in proved), *within]
    print("| " + " | ".join(map(str, cells)) + f" | {sum(t['cpu_seconds'] for t in theorems):.0f} |")
