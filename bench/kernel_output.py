"""Seconds from a cell to its idle when it prints much, this kernel against ipykernel, alternating in one run; every character is checked.

JUPYTER_PATH=artifacts/test-jupyter/share/jupyter /usr/bin/python3 bench/kernel_output.py [runs]
"""
import os
import statistics
import sys
import time

import jupyter_client

OURS, THEIRS = os.environ.get('KERNEL', '.net-csharp'), 'python3'
WIDE, SHORT = 50_000, 20_000  # lines of 1,000 characters with their end: 50 MB; lines of a number


def wide(number):
    return f'{number:06d} ' + 'x' * 992


CASES = {
    '50 MB': (''.join(wide(i) + '\n' for i in range(WIDE)), {
        OURS: f'var x = new string(\'x\', 992); for (var i = 0; i < {WIDE}; i++) Console.WriteLine($"{{i:d6}} {{x}}");',
        THEIRS: f'x = "x" * 992\nfor i in range({WIDE}): print(f"{{i:06d}} {{x}}")'}),
    '20,000 lines': (''.join(f'{i}\n' for i in range(SHORT)), {
        OURS: f'for (var i = 0; i < {SHORT}; i++) Console.WriteLine(i);',
        THEIRS: f'for i in range({SHORT}): print(i)'}),
}


class Kernel:
    def __init__(self, name):
        self.manager = jupyter_client.KernelManager(kernel_name=name)
        self.manager.start_kernel()
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)

    def seconds(self, code, expected):
        pieces = []
        begun = time.monotonic()
        request = self.client.execute(code)
        while True:
            message = self.client.get_iopub_msg(timeout=120)
            if message['parent_header'].get('msg_id') != request:
                continue
            if message['msg_type'] == 'stream':
                pieces.append(message['content']['text'])
            elif message['content'].get('execution_state') == 'idle':
                break
        took = time.monotonic() - begun
        assert ''.join(pieces) == expected, f'{sum(map(len, pieces))} characters of {len(expected)} arrived, or not as printed'
        return took

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
worst = 0
kernels = {name: Kernel(name) for name in (OURS, THEIRS)}
for case, (expected, codes) in CASES.items():
    figures = {name: [] for name in kernels}
    for _ in range(runs + 1):  # the first warms up both
        for name, kernel in kernels.items():
            figures[name].append(kernel.seconds(codes[name], expected))
    ratios = [ours / theirs for ours, theirs in zip(figures[OURS][1:], figures[THEIRS][1:])]
    worst = max(worst, statistics.median(ratios))
    for name in kernels:
        print(f'{case:14} {name:12} median {statistics.median(figures[name][1:]):.3f} s  min {min(figures[name][1:]):.3f}  max {max(figures[name][1:]):.3f}')
    print(f'{case:14} ratio median {statistics.median(ratios):.2f}  min {min(ratios):.2f}  max {max(ratios):.2f}')
for kernel in kernels.values():
    kernel.close()
print(f'worst ratio {worst:.2f}')
