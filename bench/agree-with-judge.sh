#!/usr/bin/env bash
# Compares our scores with those of an independent judge on the same three files.
#
#   bench/agree-with-judge.sh JUDGE.py TRAIN.csv TEST.csv SYNTH.csv [TARGET]
#
# JUDGE.py takes --train --test --synth --target --out and writes the keys shapes, pairs_shared_edges, pairs, pairs_strong, dcr.share_closer_train,
# detect.vs_train and, with a target, tstr. Exit status 0 when the scores that draw nothing agree within 1e-6 (the judge rounds to six decimals) and
# those of trained models within 0.01 (or three standard errors of the judge's mean, if that is more), 1 when one does not. The DCR share is compared where neither draws rows at random: as many training as test
# rows, at most 15,000, and at most 3,000 synthetic ones. Where models are trained on drawn rows (detection on tables beyond 10,000 rows), or on few,
# the judge's own draw moves its figure; it is therefore the mean over JUDGE_SEEDS (default 0 1 2 3 4) that ours is held against.
set -euo pipefail
[ $# -eq 4 ] || [ $# -eq 5 ] || { sed -n '2,11p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
judge=$(realpath "$1") train=$(realpath "$2") test=$(realpath "$3") synth=$(realpath "$4") target=${5:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=${PYTHON:-/usr/bin/python3}
skip=marginals,exact
for seed in ${JUDGE_SEEDS:-0 1 2 3 4}; do
    "$python" "$judge" --train "$train" --test "$test" --synth "$synth" ${target:+--target "$target"} --skip "$skip" --seed "$seed" --no-reference \
        --out "$work/judge-$seed.json" >/dev/null
    skip=shapes,pairs,dcr,tstr,marginals,exact # only detection draws rows by the seed
done
dotnet run -c Release --project "$here/Agreement" -- "$train" "$test" "$synth" "$work/ours.json" ${target:+"$target"}
"$python" - "$work" <<'PYTHON'
import glob, json, sys
files = sorted(glob.glob(f"{sys.argv[1]}/judge-*.json"))
judges, report = [json.load(open(file)) for file in files], json.load(open(f"{sys.argv[1]}/ours.json"))
judge = next(one for one in judges if "shapes" in one)
modes, metrics = report["fidelity"]["modes"], {metric["name"]: metric for metric in report["metrics"]}
agree = True


def compare(key, theirs, ours, limit):
    global agree
    gap = 0.0 if theirs is None and ours is None else float("inf") if theirs is None or ours is None else abs(theirs - ours)
    agree &= gap <= limit
    print(f"{key:26} judge {theirs}  ours {ours}  gap {gap:.1e}{'' if gap <= limit else f'  MORE THAN {limit}'}")


for key, mode, score in (("shapes", "default", "shape"), ("pairs_shared_edges", "default", "trend"),
                         ("pairs", "sdmetrics-0.24", "trend"), ("pairs_strong", "sdmetrics-0.27", "trend")):
    compare(key, judge.get(key), modes[mode][score], 1e-6)
rows = judge["rows"]
if rows["train"] == rows["test"] <= 15000 and rows["synth"] <= 3000:
    compare("dcr share", judge["dcr"]["share_closer_train"], metrics["dcr-share"]["value"], 1e-6)
for model, name in (("logreg", "detection-logistic"), ("hgb", "detection-boosting")):
    areas = [one["detect"]["vs_train"][model] for one in judges]
    mean = sum(areas) / len(areas)
    error = (sum((area - mean) ** 2 for area in areas) / max(1, len(areas) - 1) / len(areas)) ** 0.5
    compare(f"detect.vs_train.{model}", round(mean, 6), metrics[name]["value"], max(0.01, 3 * error))
    print(f"{'':26} judge by seed: {' '.join(f'{area:.4f}' for area in areas)}")
if "tstr" in judge:
    tstr = judge["tstr"]
    for model, name in (("logreg_or_ridge", "linear"), ("hgb", "boosting")):
        compare(f"tstr.tstr.{model}", tstr["tstr"][model], metrics[f"utility-{name}"]["value"], 0.01)
        compare(f"tstr.trtr.{model}", tstr["trtr"][model], metrics[f"utility-{name}"]["ceiling"], 0.01)
    compare("tstr.gap_linear", tstr["gap_linear"], metrics["utility-gap-linear"]["value"], 0.01)
    compare("tstr.gap_hgb", tstr["gap_hgb"], metrics["utility-gap-boosting"]["value"], 0.01)
sys.exit(not agree)
PYTHON
