#!/bin/sh
# Prints the medians of loading one CSV file here and in pandas, in one run: [PYTHON=python3] csv-vs-pandas.sh FILE.csv
set -eu
file=$(realpath "$1")
cd "$(dirname "$0")"
dotnet build -c Release -v q --nologo >/dev/null
dotnet ../../artifacts/bin/CsvVersusPandas/release/CsvVersusPandas.dll "$file"
"${PYTHON:-python3}" - "$file" <<'PYTHON'
import statistics, sys, time
import pandas
wall, cpu = [], []
pandas.read_csv(sys.argv[1])
for _ in range(31):
    c, w = time.process_time(), time.perf_counter()
    pandas.read_csv(sys.argv[1])
    cpu.append(1000 * (time.process_time() - c)); wall.append(1000 * (time.perf_counter() - w))
print(f"pandas {pandas.__version__} load: {statistics.median(wall):.1f} ms wall, {statistics.median(cpu):.1f} ms CPU (median)")
PYTHON
