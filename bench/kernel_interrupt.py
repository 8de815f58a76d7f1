"""Seconds from interrupt_request to the reply, for four cells that never end, and the process's load one second later.

JUPYTER_PATH=artifacts/test-jupyter/share/jupyter /usr/bin/python3 bench/kernel_interrupt.py [runs]
"""
import os
import statistics
import sys
import time

import jupyter_client

CELLS = {
    'while (true) { }': 'while (true) { }',
    'Thread.Sleep': 'System.Threading.Thread.Sleep(-1);',
    'await Task.Delay': 'await Task.Delay(-1);',
    'endless Parallel.For': 'System.Threading.Tasks.Parallel.For(0, 8, i => { while (true) { } });',
}


def cpu_seconds(pid):
    with open(f'/proc/{pid}/stat', encoding='ascii') as stat:
        fields = stat.read().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


manager = jupyter_client.KernelManager(kernel_name=os.environ.get('KERNEL', '.net-csharp'))
manager.start_kernel()
client = manager.client()
client.start_channels()
client.wait_for_ready(timeout=60)
client.execute_interactive('var kept = 42;', timeout=60, output_hook=lambda message: None)
pid = manager.provisioner.process.pid
for name, code in CELLS.items():
    seconds, loads = [], []
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 5):
        request = client.execute(code)
        time.sleep(1)
        begun = time.monotonic()
        manager.interrupt_kernel()
        while client.get_shell_msg(timeout=20)['parent_header'].get('msg_id') != request:
            pass
        seconds.append(time.monotonic() - begun)
        time.sleep(1)
        before = cpu_seconds(pid)
        time.sleep(1)
        loads.append(cpu_seconds(pid) - before)
    texts = []
    client.execute_interactive('kept', timeout=60, output_hook=lambda m: texts.append(m['content'].get('data', {}).get('text/plain')))
    print(f'{name:22} median {statistics.median(seconds):.3f} s  max {max(seconds):.3f} s  load one second later {100 * statistics.median(loads):.1f} %'
          f'  state {"intact" if "42" in texts else "LOST"}')
client.stop_channels()
manager.shutdown_kernel(now=True)
