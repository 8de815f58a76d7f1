#!/usr/bin/env bash
# CPU seconds and memory of whole processes: fitting the copula to a table, and sampling 1,000,000 rows to CSV. Medians of five runs.
#   bench/copula.sh TRAIN.csv
set -euo pipefail
train=${1:?usage: bench/copula.sh TRAIN.csv}
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/build/common.sh"
publish_tool
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# measure NAME COMMAND...: median CPU and wall seconds, largest memory.
measure() {
    local name=$1
    shift
    for _ in 1 2 3 4 5; do
        /usr/bin/env python3 - "$@" <<'PY'
import os, resource, subprocess, sys, time
begun = time.monotonic()
subprocess.run(sys.argv[1:], check=True, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, time.monotonic() - begun, used.ru_maxrss / 1024)
PY
    done | /usr/bin/env python3 -c "
import statistics, sys
rows = [list(map(float, line.split())) for line in sys.stdin]
cpu, wall, memory = (list(column) for column in zip(*rows))
print(f'$name: CPU {statistics.median(cpu):.2f} s, wall {statistics.median(wall):.2f} s, memory {max(memory):.0f} MB')"
}

measure "fit" "$tool" fit "$train" --model copula --out "$work/m.synth"
measure "sample 1,000,000 rows to CSV" "$tool" sample "$work/m.synth" --rows 1000000 --out "$work/s.csv"
