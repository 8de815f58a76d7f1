"""Fits every model on every table, has an independent judge score the samples, and writes the tables of docs/benchmarks.md in place.

bench/judge-all [--judge JUDGE.py] [--data DATA] [--out docs/benchmarks.md] [--models copula,mixture] [--tables adult,pima]

JUDGE.py (default: SYNTHNB_JUDGE) takes --train --test --synth --target --drop --skip --no-reference --out. DATA (default: SYNTHNB_DATA) holds CSV files; tables
without a split of their own are cut 70 / 30 by a seeded shuffle. The result replaces what stands between the markers of the file, or makes a new file.
A model that fails is a row that tells why. Needs ./synthnb built; runs one fit at a time.
"""
import argparse
import csv
import json
import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time

TABLES = {
    'adult': ('adult_train.csv', 'adult_test.csv', 'income', ''),
    'telco': ('telco_churn.csv', None, 'Churn', ''),
    'german': ('german_credit.csv', None, 'credit_risk', ''),
    'pima': ('pima_diabetes.csv', None, 'outcome', ''),
    'ai4i': ('ai4i2020_predictive_maintenance.csv', None, 'machine_failure', 'udi,product_id'),
    'temperatures': ('daily_min_temperatures.csv', None, None, ''),
}
BEGIN, END = '<!-- judge-all: begin -->', '<!-- judge-all: end -->'
ROOT = pathlib.Path(__file__).resolve().parent.parent


def tables_of(data):
    """The known tables that are there, then every other CSV file: its last column is the target."""
    found = {name: table for name, table in TABLES.items() if (data / table[0]).is_file()}
    known = {file for table in TABLES.values() for file in table[:2]} | {'adult_discretised.csv'}
    for path in sorted(data.glob('*.csv')):
        if path.name not in known:
            found[path.stem] = (path.name, None, None, '')
    return found


def split(path, folder, name):
    with open(path, newline='', encoding='utf-8') as file:
        header, *rows = list(csv.reader(file))
    random.Random(0).shuffle(rows)
    cut = len(rows) * 7 // 10
    files = []
    for part, lines in (('train', rows[:cut]), ('test', rows[cut:])):
        files.append(folder / f'{name}-{part}.csv')
        with open(files[-1], 'w', newline='', encoding='utf-8') as file:
            csv.writer(file, lineterminator='\n').writerows([header, *lines])
    return files


def timed(*command):
    """Wall and CPU seconds; an error tells the last line that the command wrote."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, timeout=3600)
    if done.returncode != 0:
        raise RuntimeError((done.stderr.strip().splitlines() or [f'exit status {done.returncode}'])[-1])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic() - begun, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def number(report, *path, digits=3):
    for key in path:
        report = report.get(key) if isinstance(report, dict) else None
    return '–' if report is None else f'{report:.{digits}f}'


def row(arguments, model, train, test, target, drop, rows, folder):
    saved, sample, report = folder / 'm.synth', folder / 's.csv', folder / 'r.json'
    wall, cpu = timed(arguments.tool, 'fit', str(train), '--model', model, '--out', str(saved))
    timed(arguments.tool, 'sample', str(saved), '--rows', str(rows), '--seed', '1', '--out', str(sample))
    timed(arguments.python, arguments.judge, '--train', str(train), '--test', str(test), '--synth', str(sample), '--target', target,
          '--drop', drop, '--skip', 'marginals', '--no-reference', '--out', str(report))
    r = json.loads(report.read_text())
    detect = ('detect', 'vs_train')
    return (f"| `{model}` | {wall:.1f} / {cpu:.1f} | {number(r, 'shapes', digits=4)} | {number(r, 'pairs_shared_edges', digits=4)} | {number(r, 'tstr', 'gap_hgb')} "
            f"| {number(r, *detect, 'logreg')} / {number(r, *detect, 'hgb')} | {number(r, 'dcr', 'share_closer_train')} |")


def write(path, lines):
    """Puts the lines between the markers; whole or not at all."""
    text = path.read_text(encoding='utf-8') if path.exists() else f'{BEGIN}\n{END}\n'
    if BEGIN not in text or END not in text:
        raise SystemExit(f'{path} has no lines "{BEGIN}" and "{END}" to write between')
    head, rest = text.split(BEGIN, 1)
    tail = rest.split(END, 1)[1]
    fresh = path.with_suffix('.new')
    fresh.write_text(head + BEGIN + '\n' + '\n'.join(lines).rstrip() + '\n' + END + tail, encoding='utf-8')
    fresh.replace(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--judge', default=os.environ.get('SYNTHNB_JUDGE'))
    parser.add_argument('--data', type=pathlib.Path, default=os.environ.get('SYNTHNB_DATA'))
    parser.add_argument('--out', type=pathlib.Path, default=ROOT / 'docs' / 'benchmarks.md')
    parser.add_argument('--tool', default=str(ROOT / 'synthnb'), help='another build of the tool')
    parser.add_argument('--python', default=sys.executable, help='the Python that runs the judge')
    parser.add_argument('--models', default='')
    parser.add_argument('--tables', default='')
    arguments = parser.parse_args()
    if not arguments.judge or not arguments.data:
        parser.error('the judge and the folder of tables are needed: --judge and --data, or SYNTHNB_JUDGE and SYNTHNB_DATA')
    models = arguments.models.split(',') if arguments.models else [
        model['id'] for model in json.loads(subprocess.run([arguments.tool, 'models', '--json'], check=True, capture_output=True, text=True).stdout)]
    tables = tables_of(pathlib.Path(arguments.data))
    lines = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        for name in arguments.tables.split(',') if arguments.tables else tables:
            train, test, target, drop = tables[name]
            train, test = (arguments.data / train, arguments.data / test) if test else split(arguments.data / train, folder, name)
            with open(train, newline='', encoding='utf-8') as file:
                header, *records = csv.reader(file)
            lines += [f'#### {name}: {len(records):,} training rows', '',
                      '| model | fit wall / CPU s | Shape | Trend, common edges | boosted-tree gap | detection, logistic / boosted | DCR share |',
                      '|---|---|---|---|---|---|---|']
            for model in models:
                try:
                    lines.append(row(arguments, model, train, test, target or header[-1], drop, len(records), folder))
                except (RuntimeError, subprocess.TimeoutExpired, OSError, ValueError) as failure:
                    reason = str(failure).replace('|', '/')[:160]
                    lines.append(f'| `{model}` | {reason} | – | – | – | – | – |')
                print(name, lines[-1], flush=True)
            lines.append('')
            write(arguments.out, lines)  # after every table, so that a long run that is stopped leaves what it has


if __name__ == '__main__':
    main()
