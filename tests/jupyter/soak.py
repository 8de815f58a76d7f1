"""A kernel that is used for long: requests that compile nothing cost nothing, cells cost little and each the same. Minutes; part of ./test --full.

JUPYTER_PATH=artifacts/test-jupyter/share/jupyter /usr/bin/python3 -W ignore soak.py -v
"""
import os
import statistics
import sys
import time
import unittest

from front_end import Kernel

REQUESTS, BATCH = 20_000, 50
MOST_GROWTH = 50  # MB
CELLS = int(os.environ.get('SOAK_CELLS', 5000))
MOST_PER_CELL = 0.1  # MB
SLOWEST = 2  # times the latency around cell 100
ASKED = [
    ('kernel_info_request', {}), ('is_complete_request', {'code': 'var a = 1; foreach (var b in c'}), ('history_request', {'hist_access_type': 'tail', 'n': 10}),
    ('comm_info_request', {}), ('complete_request', {'code': 'Console.Wri', 'cursor_pos': 11}), ('inspect_request', {'code': 'Math.Sqrt', 'cursor_pos': 9, 'detail_level': 0}),
    ('comm_open', {'comm_id': 'c', 'target_name': 'nobody', 'data': {}}), ('brew_request', {}),
]


class Soak(unittest.TestCase):
    def setUp(self):
        self.kernel = self.enterContext(Kernel(SYNTHNB_HISTORY='off'))
        self.client = self.kernel.client

    def ask(self, count):
        """That many requests of all kinds, their answers and states read."""
        for batch in range(count // BATCH):
            sent = [(kind, self.client.send(kind, content)) for kind, content in (ASKED[(batch + i) % len(ASKED)] for i in range(BATCH))]
            for kind, request in sent:
                self.client.outputs(request, timeout=120)
                if kind != 'comm_open':
                    self.client.reply(request, timeout=120)

    def test_requests_that_compile_nothing_leave_nothing_behind(self):
        self.ask(2000)
        before = self.kernel.resident()
        self.ask(REQUESTS)
        growth = self.kernel.resident() - before
        print(f'{REQUESTS} requests: {growth:.1f} MB more than {before:.0f}', file=sys.stderr)
        self.assertLess(growth, MOST_GROWTH)

    def test_cells_that_declare_a_variable_cost_the_same_from_first_to_last(self):
        self.hold(*self.run_cells('var x{0} = {0}; Console.Write(x{0}); x{0} + 1'))

    def test_cells_that_go_on_from_the_one_before_and_from_old_ones_cost_the_same(self):
        self.client.run('var x0 = 0;')
        self.hold(*self.run_cells('var x{0} = x{1} + 1; int F{0}(int n) => n + x{2} - x{2}; Console.Write(F{0}(x{0})); x{0} + 1'))

    def test_cells_that_declare_nothing_cost_the_same(self):
        self.client.run('var total = 0L;')
        self.hold(*self.run_cells('total += {0}; Console.Write({0}); {0} + 1'))

    def hold(self, memory, seconds):
        half = len(memory) // 2
        self.assertLessEqual(max(slope(memory[1:half]), slope(memory[half:])), MOST_PER_CELL)
        self.assertLessEqual(statistics.median(seconds[-100:]), SLOWEST * statistics.median(seconds[50:150]))

    def run_cells(self, code):
        """(cell, MB) after every hundredth cell, and the seconds that each took; the code is given the numbers of the cell, the one before and an old one."""
        seconds, memory = [], []
        for i in range(1, CELLS + 1):
            begun = time.monotonic()
            cell = self.client.run(code.format(i, i - 1, i // 2), timeout=120)
            seconds.append(time.monotonic() - begun)
            self.assertEqual((str(i), str(i + 1)), (cell.text, cell.result))
            if i % 100 == 0:
                memory.append((i, self.settled()))
        half = len(memory) // 2
        print(f'{CELLS} cells: {memory[0][1]:.0f} MB at {memory[0][0]}, {memory[-1][1]:.0f} MB at the end; KB a cell in the first half {1000 * slope(memory[1:half]):.0f}, '
              f'in the second {1000 * slope(memory[half:]):.0f}; median latency around cell 100 {1000 * statistics.median(seconds[50:150]):.1f} ms, '
              f'at the end {1000 * statistics.median(seconds[-100:]):.1f} ms', file=sys.stderr)
        return memory, seconds

    def settled(self):
        """Memory in MB that is in use: the process's own count once the collector has run."""
        self.client.run('GC.Collect(2, GCCollectionMode.Aggressive); GC.WaitForPendingFinalizers();', silent=True, timeout=120)
        return self.kernel.resident()


def slope(points):
    """Of the least-squares line."""
    xs, ys = zip(*points)
    return statistics.linear_regression(xs, ys).slope


if __name__ == '__main__':
    unittest.main()
