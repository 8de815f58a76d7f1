"""Shutdown and restart, on both channels, and what the process leaves behind: nothing."""
import os
import signal
import socket
import subprocess
import time
import unittest

from front_end import Client, Kernel


class Lifecycle(unittest.TestCase):
    def setUp(self):
        self.kernel = self.enterContext(Kernel())
        self.client = self.kernel.client

    def end(self, seconds=5):
        try:
            return self.kernel.process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            self.fail(f'the process was still there after {seconds} s')

    def assert_ports_free(self):
        info = self.kernel.manager.get_connection_info()
        for name in ('shell_port', 'iopub_port', 'stdin_port', 'control_port', 'hb_port'):
            with socket.socket() as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind((info['ip'], info[name]))

    def shut_down(self, channel, restart):
        request = self.client.send('shutdown_request', {'restart': restart}, channel)
        reply = self.client.message(request, channel)
        self.assertEqual(('shutdown_reply', 'ok', restart), (reply['msg_type'], reply['content']['status'], reply['content']['restart']))
        self.assertEqual(0, self.end())
        self.assert_ports_free()

    def test_shutdown_on_control_ends_the_process_and_frees_the_ports(self):
        self.shut_down('control', False)

    def test_shutdown_on_shell_ends_the_process_and_frees_the_ports(self):
        self.shut_down('shell', False)

    def test_shutdown_for_a_restart_says_so_and_ends_the_process(self):
        self.shut_down('control', True)

    def test_shutdown_is_told_to_all_clients(self):
        other = Client(self.kernel.manager)
        self.addCleanup(other.close)
        request = self.client.send('shutdown_request', {'restart': False}, 'control')
        while other.message(request, 'iopub')['msg_type'] != 'shutdown_reply':
            pass
        self.end()

    def test_shutdown_while_a_cell_runs_for_ever(self):
        request = self.client.execute('Console.Write("begun"); while (true) { }')
        self.client.wait_for_text(request, 'begun')
        self.shut_down('control', False)

    def test_shutdown_while_code_burns_the_whole_thread_pool(self):
        request = self.client.execute('Console.Write("begun"); System.Threading.Tasks.Parallel.For(0, 64, i => { while (true) { } });')
        self.client.wait_for_text(request, 'begun')
        self.shut_down('control', False)

    def test_a_restart_begins_anew_under_the_same_ports(self):
        self.client.run('int lost = 1;')
        before = self.kernel.process.pid
        self.kernel.manager.restart_kernel()
        self.client.raw.wait_for_ready(timeout=60)
        self.assertNotEqual(before, self.kernel.process.pid)
        cell = self.client.run('lost')
        self.assertEqual(('error', 1), (cell.reply['status'], cell.reply['execution_count']))

    def test_a_restart_while_a_cell_runs(self):
        request = self.client.execute('Console.Write("begun"); while (true) { }')
        self.client.wait_for_text(request, 'begun')
        self.kernel.manager.restart_kernel()
        self.client.raw.wait_for_ready(timeout=60)
        self.assertEqual('2', self.client.run('1 + 1').result)

    def test_SIGTERM_ends_the_process(self):
        os.kill(self.kernel.process.pid, signal.SIGTERM)
        self.end()
        self.assert_ports_free()

    def test_SIGINT_interrupts_the_cell_and_leaves_the_kernel_running(self):
        request = self.client.execute('Console.Write("begun"); while (true) { }')
        self.client.wait_for_text(request, 'begun')
        os.kill(self.kernel.process.pid, signal.SIGINT)
        self.assertEqual('KeyboardInterrupt', self.client.reply(request, timeout=5)['ename'])
        time.sleep(0.5)
        self.assertEqual('2', self.client.run('1 + 1').result)


if __name__ == '__main__':
    unittest.main()
