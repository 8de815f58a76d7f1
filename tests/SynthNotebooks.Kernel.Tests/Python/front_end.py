"""What jupyter_client, on libzmq, sees of a kernel whose session echoes: run with the path of a connection file."""
import sys

from jupyter_client import BlockingKernelClient


def connect():
    client = BlockingKernelClient(connection_file=sys.argv[1])
    client.load_connection_file()
    client.start_channels()
    client.wait_for_ready(timeout=5)
    return client


def outputs(client, msg_id):
    """Types and contents on iopub between busy and idle of a request."""
    seen = []
    while True:
        message = client.get_iopub_msg(timeout=5)
        if message['parent_header'].get('msg_id') != msg_id:
            continue
        if message['msg_type'] != 'status':
            seen.append((message['msg_type'], message['content']))
        elif message['content']['execution_state'] == 'idle':
            return seen


def reply(client, msg_id):
    while True:
        message = client.get_shell_msg(timeout=5)
        if message['parent_header']['msg_id'] == msg_id:
            return message['content']


one, two = connect(), connect()
assert one.is_alive() and one.hb_channel.is_beating()

# an ordinary cell, seen by both clients
cell = one.execute('print hello\nvalue 42')
assert reply(one, cell)['status'] == 'ok'
for client in (one, two):
    seen = outputs(client, cell)
    assert [kind for kind, _ in seen] == ['execute_input', 'stream', 'execute_result'], seen
    assert seen[2][1]['data'] == {'text/plain': '42'}

# many lines arrive whole
cell = one.execute('lines 20000')
assert reply(one, cell)['status'] == 'ok'
text = ''.join(content['text'] for kind, content in outputs(one, cell) if kind == 'stream')
assert text.count('\n') == 20000 and text.splitlines()[-1].startswith('19999.'), len(text)

# one large output
cell = one.execute('bytes 5000000')
assert reply(one, cell)['status'] == 'ok'
assert len(outputs(one, cell)[-1][1]['data']['text/plain']) == 5000000

# a large request
cell = one.execute('#' * 3000000, store_history=False)
assert reply(one, cell)['status'] == 'ok'

# interrupt through control, then abort of what was queued
endless, queued = one.execute('print begun\nforever'), one.execute('print never')
while one.get_iopub_msg(timeout=5)['content'].get('text') != 'begun\n':
    pass
one.control_channel.send(one.session.msg('interrupt_request', {}))
assert reply(one, endless)['ename'] == 'KeyboardInterrupt'
assert reply(one, queued)['status'] == 'aborted'

# input
cell = one.execute('ask name?', allow_stdin=True)
assert one.get_stdin_msg(timeout=5)['content']['prompt'] == 'name?'
one.input('Ada')
assert reply(one, cell)['status'] == 'ok'

# completion, history, comms
assert reply(one, one.complete('ec'))['matches'] == ['Echo']
assert reply(one, one.history(hist_access_type='search', pattern='lines*'))['history'][0][2] == 'lines 20000'
assert reply(one, one.comm_info())['comms'] == {}

# a client that goes and comes back
two.stop_channels()
three = connect()
cell = three.execute('print back')
assert reply(three, cell)['status'] == 'ok'

one.shutdown(restart=False)
assert one.get_control_msg(timeout=5)['msg_type'] in ('interrupt_reply', 'shutdown_reply')
