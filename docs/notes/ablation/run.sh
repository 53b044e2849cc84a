#!/bin/sh
# Measures every settings file of this folder on a theorem file: run.sh PROGRAM FILE.lean EXPANSIONS OUT
# One report in JSON for each; table.py makes the table.
here=$(dirname "$0")
mkdir -p "$4"
for settings in "$here"/*.toml; do
  name=$(basename "$settings" .toml)
  "$1" prove "$2" --settings "$settings" --expansions "$3" --timeout 600 --jobs 1 --raw --json "$4/$name.json" >/dev/null
done
