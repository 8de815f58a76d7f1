"""Seconds from process start to the reply of the first cell, this kernel against ipykernel, alternating in one run.

JUPYTER_PATH=artifacts/test-jupyter/share/jupyter /usr/bin/python3 bench/kernel_start.py [runs]
"""
import os
import statistics
import sys
import time

import jupyter_client


def start(name, code):
    manager = jupyter_client.KernelManager(kernel_name=name)
    begun = time.monotonic()
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    reply = client.execute_interactive(code, timeout=60, output_hook=lambda message: None)
    seconds = time.monotonic() - begun
    assert reply['content']['status'] == 'ok', reply['content']
    memory = resident(manager.provisioner.process.pid)
    client.stop_channels()
    manager.shutdown_kernel(now=True)
    return seconds, memory


def resident(pid):
    with open(f'/proc/{pid}/status', encoding='ascii') as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith('VmRSS'))


runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
kernels = {os.environ.get('KERNEL', '.net-csharp'): [], 'python3': []}
for _ in range(runs):
    for kernel, figures in kernels.items():
        figures.append(start(kernel, '1+1'))
medians = {}
for kernel, figures in kernels.items():
    medians[kernel] = statistics.median(seconds for seconds, _ in figures)
    print(f'{kernel:12} median {medians[kernel]:.3f} s  min {min(figures)[0]:.3f}  max {max(figures)[0]:.3f}'
          f'  memory {statistics.median(memory for _, memory in figures):.0f} MB')
ours, theirs = medians.values()
print(f'ratio {ours / theirs:.2f}')
