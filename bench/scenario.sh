#!/usr/bin/env bash
# CPU seconds and memory of whole processes that simulate worlds to CSV: some 1,000,000 transactions, and a tenth of them. Medians of five runs.
#   bench/scenario.sh
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/build/common.sh"
publish_tool
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for rows in 1000 10000; do
    for _ in 1 2 3 4 5; do
        /usr/bin/env python3 - "$root/synthnb" simulate "$root/bench/scenarios/transactions.yaml" --rows "$rows" --out "$work" <<'PY'
import resource, subprocess, sys, time
begun = time.monotonic()
subprocess.run(sys.argv[1:], check=True, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, time.monotonic() - begun, used.ru_maxrss / 1024)
PY
    done | /usr/bin/env python3 -c "
import statistics, sys
lines = [list(map(float, line.split())) for line in sys.stdin]
cpu, wall, memory = (list(column) for column in zip(*lines))
made = sum(1 for _ in open('$work/transactions.csv')) - 1
print(f'$rows accounts, {made} transactions: CPU {statistics.median(cpu):.2f} s, wall {statistics.median(wall):.2f} s, {made / statistics.median(cpu):.0f} rows per CPU second, memory {max(memory):.0f} MB')"
done
