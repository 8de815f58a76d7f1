#!/usr/bin/env bash
# Compares our 1-, 2- and 3-way workload errors with those of an independent judge on the same three files.
#
#   bench/agree-on-marginals.sh JUDGE.py TRAIN.csv TEST.csv SYNTH.csv
#
# JUDGE.py takes --train --test --synth --skip --no-reference --out and writes marginals.tv1, tv2, tv3 and n3. Exit status 0 when every error
# agrees within 1e-6 (the judge rounds to six decimals), or within .005 where there are more triples than either counts and each draws its own.
set -euo pipefail
[ $# -eq 4 ] || { sed -n '2,7p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
judge=$(realpath "$1") train=$(realpath "$2") test=$(realpath "$3") synth=$(realpath "$4")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=${PYTHON:-/usr/bin/python3}
"$python" "$judge" --train "$train" --test "$test" --synth "$synth" --skip shapes,pairs,detect,tstr,dcr,exact --no-reference --out "$work/judge.json" >/dev/null
dotnet run -c Release --project "$here/Agreement" -- "$train" "$test" "$synth" "$work/ours.json"
"$python" - "$work/judge.json" "$work/ours.json" <<'PYTHON'
import json, sys
judge, report = json.load(open(sys.argv[1])), json.load(open(sys.argv[2]))
ours = {metric["name"]: metric["value"] for metric in report["metrics"]}
columns = sum(len(names) for kind, names in judge["columns"].items() if kind != "left_out_ids")
drawn = columns * (columns - 1) * (columns - 2) // 6 > judge["marginals"]["n3"]
failed = False
for key, name in (("tv1", "one-way-error"), ("tv2", "two-way-error"), ("tv3", "three-way-error")):
    a, b = judge["marginals"][key], ours[name]
    gap = 0.0 if a is None and b is None else float("inf") if a is None or b is None else abs(a - b)
    failed |= gap > (5e-3 if key == "tv3" and drawn else 1e-6)
    print(f"{name:16} judge {a}  ours {b}  gap {gap:.1e}")
sys.exit(failed)
PYTHON
