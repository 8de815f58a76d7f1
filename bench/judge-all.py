"""Fits every model on every table, has an independent judge score the samples, and writes a table of the results as Markdown.

python3 bench/judge-all.py JUDGE.py DATA OUT.md [--models copula,mixture] [--tables adult]

DATA holds adult_train.csv and adult_test.csv, telco_churn.csv, german_credit.csv, pima_diabetes.csv, ai4i2020_predictive_maintenance.csv; tables
without a split are cut 70 / 30 by a seeded shuffle. JUDGE.py takes --train --test --synth --target --out. Needs ./synthnb built.
"""
import argparse
import csv
import json
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
}
ROOT = pathlib.Path(__file__).resolve().parent.parent


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
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic() - begun, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('judge')
    parser.add_argument('data', type=pathlib.Path)
    parser.add_argument('out', type=pathlib.Path)
    parser.add_argument('--tool', default=str(ROOT / 'synthnb'), help='another build of the tool')
    parser.add_argument('--models', default='')
    parser.add_argument('--tables', default=','.join(TABLES))
    arguments = parser.parse_args()
    tool = arguments.tool
    models = arguments.models.split(',') if arguments.models else [
        model['id'] for model in json.loads(subprocess.run([tool, 'models', '--json'], check=True, capture_output=True, text=True).stdout)]
    lines = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        for table in arguments.tables.split(','):
            train, test, target, drop = TABLES[table]
            train, test = (arguments.data / train, arguments.data / test) if test else split(arguments.data / train, folder, table)
            rows = sum(1 for _ in open(train, encoding='utf-8')) - 1
            lines += [f'### {table}: {rows:,} training rows', '',
                      '| model | fit wall / CPU s | Shape | Trend, common edges | boosted-tree gap | detection, logistic / boosted | DCR share |',
                      '|---|---|---|---|---|---|---|']
            for model in models:
                saved, sample, report = folder / 'm.synth', folder / 's.csv', folder / 'r.json'
                wall, cpu = timed(tool, 'fit', str(train), '--model', model, '--out', str(saved))
                timed(tool, 'sample', str(saved), '--rows', str(rows), '--seed', '1', '--out', str(sample))
                timed(sys.executable, arguments.judge, '--train', str(train), '--test', str(test), '--synth', str(sample), '--target', target,
                      '--drop', drop, '--skip', 'marginals', '--no-reference', '--out', str(report))
                r = json.loads(report.read_text())
                detect = r['detect']['vs_train']
                lines.append(f"| `{model}` | {wall:.1f} / {cpu:.1f} | {r['shapes']:.4f} | {r['pairs_shared_edges']:.4f} | {r['tstr']['gap_hgb']:.3f} "
                             f"| {detect['logreg']:.3f} / {detect['hgb']:.3f} | {r['dcr']['share_closer_train']:.3f} |")
                print(table, lines[-1], flush=True)
            lines.append('')
    arguments.out.write_text('\n'.join(lines), encoding='utf-8')


if __name__ == '__main__':
    main()
