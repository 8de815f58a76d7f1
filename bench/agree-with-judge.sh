#!/usr/bin/env bash
# Compares our fidelity scores with those of an independent judge on the same three files.
#
#   bench/agree-with-judge.sh JUDGE.py TRAIN.csv TEST.csv SYNTH.csv
#
# JUDGE.py takes --train --test --synth --out and writes the keys shapes, pairs_shared_edges, pairs, pairs_strong and dcr.share_closer_train.
# Exit status 0 when every score agrees within 1e-6 (the judge rounds to six decimals), 1 when one does not. The DCR share is compared where
# neither draws rows at random: as many training as test rows, at most 15,000, and at most 3,000 synthetic ones.
set -euo pipefail
[ $# -eq 4 ] || { sed -n '2,7p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
judge=$(realpath "$1") train=$(realpath "$2") test=$(realpath "$3") synth=$(realpath "$4")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=${PYTHON:-/usr/bin/python3}
"$python" "$judge" --train "$train" --test "$test" --synth "$synth" --skip marginals,detect,tstr,exact --no-reference --out "$work/judge.json" >/dev/null
dotnet run -c Release --project "$here/Agreement" -- "$train" "$test" "$synth" "$work/ours.json"
"$python" - "$work/judge.json" "$work/ours.json" <<'PYTHON'
import json, sys
judge, report = json.load(open(sys.argv[1])), json.load(open(sys.argv[2]))
ours = report["fidelity"]["modes"]
worst = 0.0
for key, mode, score in (("shapes", "default", "shape"), ("pairs_shared_edges", "default", "trend"),
                         ("pairs", "sdmetrics-0.24", "trend"), ("pairs_strong", "sdmetrics-0.27", "trend")):
    a, b = judge.get(key), ours[mode][score]
    gap = 0.0 if a is None and b is None else float("inf") if a is None or b is None else abs(a - b)
    worst = max(worst, gap)
    print(f"{key:20} judge {a}  ours {b}  gap {gap:.1e}")
rows, dcr = judge["rows"], judge["dcr"]
if rows["train"] == rows["test"] <= 15000 and rows["synth"] <= 3000:
    ours = next(metric["value"] for metric in report["metrics"] if metric["name"] == "dcr-share")
    worst = max(worst, abs(dcr["share_closer_train"] - ours))
    print(f"{'dcr share':20} judge {dcr['share_closer_train']}  ours {ours}  gap {abs(dcr['share_closer_train'] - ours):.1e}")
sys.exit(worst > 1e-6)
PYTHON
