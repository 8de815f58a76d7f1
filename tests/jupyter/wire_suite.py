"""What concerns every message: status, signatures, unknown types, several clients, and one that stops reading."""
import json
import os
import tempfile
import time
import unittest

import zmq
from jupyter_client.session import Session

from front_end import TIMEOUT, Client, Kernel

REQUESTS = {
    'kernel_info_request': {}, 'execute_request': {'code': '1'}, 'complete_request': {'code': 'Math.', 'cursor_pos': 5},
    'inspect_request': {'code': 'Math', 'cursor_pos': 4, 'detail_level': 0}, 'is_complete_request': {'code': '1'},
    'history_request': {'hist_access_type': 'tail', 'n': 1}, 'comm_info_request': {}, 'connect_request': {}, 'brew_request': {},
}


class Wire(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kernel = cls.enterClassContext(Kernel())
        cls.client = cls.kernel.client
        cls.info = cls.kernel.manager.get_connection_info()
        cls.context = zmq.Context()
        cls.addClassCleanup(cls.context.destroy, linger=0)

    def socket(self, kind, port, **options):
        it = self.context.socket(kind)
        it.linger, it.rcvtimeo = 0, 5000
        for name, value in options.items():
            setattr(it, name, value)
        it.connect(f"tcp://{self.info['ip']}:{self.info[port]}")
        self.addCleanup(it.close)
        return it

    def test_every_shell_request_is_answered_between_busy_and_idle(self):
        for kind, content in REQUESTS.items():
            with self.subTest(kind):
                request = self.client.send(kind, content)
                self.client.outputs(request)
                reply = self.client.message(request)
                self.assertEqual(kind.replace('_request', '_reply'), reply['msg_type'])
                self.assertIn(reply['content']['status'], ('ok', 'error') if kind in ('connect_request', 'brew_request') else ('ok', 'complete'))

    def test_every_control_request_is_answered_between_busy_and_idle(self):
        for kind in ('kernel_info_request', 'interrupt_request', 'brew_request', 'debug_request'):
            with self.subTest(kind):
                request = self.client.send(kind, {}, 'control')
                self.client.outputs(request)
                self.assertEqual(kind.replace('_request', '_reply'), self.client.message(request, 'control')['msg_type'])

    def test_an_unknown_message_gets_an_error_that_names_it(self):
        for channel in ('shell', 'control'):
            reply = self.client.ask('brew_request', {'what': 'coffee'}, channel)
            self.assertEqual(('error', 'UnknownMessageType'), (reply['status'], reply['ename']))
            self.assertIn('brew_request', reply['evalue'])

    def test_content_of_the_wrong_shape_gets_an_error(self):
        wrong = [('execute_request', {}), ('execute_request', {'code': 5}), ('complete_request', {'code': 'a', 'cursor_pos': 'x'}),
                 ('inspect_request', {}), ('is_complete_request', {'code': None}), ('complete_request', {'code': 'a', 'cursor_pos': 2 ** 40})]
        for kind, content in wrong:
            with self.subTest(kind=kind, content=content):
                self.assertEqual('error', self.client.ask(kind, content)['status'])
        self.assertEqual('2', self.client.run('1 + 1').result)

    def test_a_forged_message_is_not_answered_and_does_no_harm(self):
        forger = self.socket(zmq.DEALER, 'shell_port')
        for session in (Session(key=b'guessed'), Session(key=b'')):
            session.send(forger, 'execute_request', {'code': 'System.IO.File.WriteAllText("forged", "")'})
        forger.send_multipart([b'<IDS|MSG>'])
        forger.send_multipart([b'nothing of the kind'])
        self.assertEqual(0, forger.poll(500))
        self.assertEqual('2', self.client.run('1 + 1').result)
        self.assertFalse(os.path.exists('forged'))

    def test_messages_with_a_bad_signature_are_counted_in_the_log(self):
        with tempfile.TemporaryFile() as errors, Kernel(errors=errors) as kernel:
            info = kernel.manager.get_connection_info()
            with self.context.socket(zmq.DEALER) as forger:
                forger.connect(f"tcp://{info['ip']}:{info['shell_port']}")
                for _ in range(12):
                    Session(key=b'guessed').send(forger, 'kernel_info_request', {})
                self.assertEqual(0, forger.poll(500))
            kernel.client.run('1')
            errors.seek(0)
            said = [line for line in errors.read().decode().splitlines() if 'signature' in line]
            self.assertEqual(['1 so far', '10 so far'], [line[line.index('(') + 1:line.index(')')] for line in said])

    def test_a_message_that_is_signed_but_no_message_does_no_harm(self):
        shell = self.socket(zmq.DEALER, 'shell_port')
        session = Session(key=self.info['key'])
        header = json.dumps({'msg_id': '1', 'msg_type': 'kernel_info_request'}).encode()
        for parts in ([b'[]', b'{}', b'{}', b'{}'], [b'{}', b'{}', b'{}', b'{}'], [header, b'{}', b'{}', b'no json'], [header, b'\xff', b'{}', b'{}']):
            shell.send_multipart([b'<IDS|MSG>', session.sign(parts), *parts])
        self.assertEqual(0, shell.poll(300))
        parts = [header, b'{}', b'{}', b'{}']
        shell.send_multipart([b'<IDS|MSG>', session.sign(parts), *parts])
        self.assertIn(b'kernel_info_reply', b''.join(shell.recv_multipart()))

    def test_two_clients_get_their_own_replies_and_all_outputs(self):
        other = Client(self.kernel.manager)
        self.addCleanup(other.close)
        mine, theirs = self.client.execute('Console.Write("mine")'), other.execute('Console.Write("theirs")')
        self.assertEqual('ok', self.client.reply(mine)['status'])
        self.assertEqual('ok', other.reply(theirs)['status'])
        for reader in (self.client, other):
            printed = {mine: '', theirs: ''}  # the kernel may have met either request first
            while printed != {mine: 'mine', theirs: 'theirs'}:
                message = reader.raw.get_iopub_msg(timeout=TIMEOUT)
                if (request := message['parent_header'].get('msg_id')) in printed:
                    printed[request] += message['content'].get('text', '')
        self.assertTrue(other.is_silent('shell'))

    def test_a_subscriber_is_welcomed_before_anything_else(self):
        subscriber = self.socket(zmq.SUB, 'iopub_port')
        for prefix in (b'', b'kernel.'):
            subscriber.subscribe(prefix)
            topic, *message = subscriber.recv_multipart()
            content = Session(key=self.info['key']).deserialize(message[1:])
            self.assertEqual((prefix, 'iopub_welcome', prefix.decode()), (topic, content['msg_type'], content['content']['subscription']))

    def test_a_client_that_stops_reading_neither_blocks_the_kernel_nor_fills_its_memory(self):
        stalled = self.socket(zmq.SUB, 'iopub_port', rcvhwm=1, rcvbuf=4096)
        stalled.subscribe(b'')
        held = 'GC.GetTotalMemory(true) / 1_000_000'  # what is queued, without what the collector has not swept yet
        before = int(self.client.run(held).result)
        begun = time.monotonic()
        cell = self.client.run('var line = new string(\'x\', 999) + "\\n"; for (var i = 0; i < 200_000; i++) Console.Write(line);', timeout=60)
        self.assertEqual(200_000_000, len(cell.text))
        self.assertLess(time.monotonic() - begun, 30)
        self.assertLess(int(self.client.run(held).result) - before, 50)  # twice the high-water mark, and the session's own growth

    def test_it_listens_where_the_connection_file_says_and_nowhere_else(self):
        expected = {self.info[name] for name in ('shell_port', 'iopub_port', 'stdin_port', 'control_port', 'hb_port')}
        self.assertEqual({('127.0.0.1', port) for port in expected}, listening(self.kernel.process.pid))

    def test_the_heart_beats_while_a_cell_runs(self):
        request = self.client.execute('Console.Write("begun"); System.Threading.Thread.Sleep(1500);')
        self.client.wait_for_text(request, 'begun')
        heart = self.socket(zmq.REQ, 'hb_port', rcvtimeo=1000)
        heart.send(b'beat')
        self.assertEqual(b'beat', heart.recv())
        self.assertEqual('ok', self.client.reply(request)['status'])

    def test_a_reply_of_many_megabytes_and_a_request_of_many_megabytes_arrive_whole(self):
        cell = self.client.run('//' + 'x' * 8_000_000 + '\nConsole.Write(new string(\'y\', 20_000_000));')
        self.assertEqual(20_000_000, len(cell.text))


def listening(process):
    """Addresses and TCP ports on which a process listens."""
    inodes = set()
    for descriptor in os.listdir(f'/proc/{process}/fd'):
        try:
            target = os.readlink(f'/proc/{process}/fd/{descriptor}')
        except FileNotFoundError:
            continue
        if target.startswith('socket:['):
            inodes.add(target[8:-1])
    found = set()
    for table in ('tcp', 'tcp6'):
        with open(f'/proc/{process}/net/{table}', encoding='ascii') as rows:
            for fields in (row.split() for row in list(rows)[1:]):
                if fields[3] == '0A' and fields[9] in inodes:
                    address, port = fields[1].split(':')
                    parts = [str(int(address[at:at + 2], 16)) for at in (6, 4, 2, 0)] if table == 'tcp' else [address]
                    found.add(('.'.join(parts), int(port, 16)))
    return found


if __name__ == '__main__':
    unittest.main()
