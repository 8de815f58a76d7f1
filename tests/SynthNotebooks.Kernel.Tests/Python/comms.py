"""Comms from jupyter_client's side, with a target 'doubling' in the kernel: run with the path of a connection file."""
import sys

from jupyter_client import BlockingKernelClient

client = BlockingKernelClient(connection_file=sys.argv[1])
client.load_connection_file()
client.start_channels()
client.wait_for_ready(timeout=5)


def say(kind, content, buffers=()):
    """Sends on shell; gives what iopub says about it between busy and idle."""
    message = client.session.msg(kind, content)
    client.session.send(client.shell_channel.socket, message, buffers=list(buffers))
    seen, states = [], []
    while states[-1:] != ['idle']:
        answer = client.get_iopub_msg(timeout=5)
        if answer['parent_header'].get('msg_id') != message['header']['msg_id']:
            continue
        if answer['msg_type'] == 'status':
            states.append(answer['content']['execution_state'])
        else:
            seen.append((answer['msg_type'], answer['content'], [bytes(buffer) for buffer in answer['buffers']]))
    assert states == ['busy', 'idle'], states
    return seen


def comms(**request):
    message = client.session.msg('comm_info_request', request)
    client.shell_channel.send(message)
    while True:
        answer = client.get_shell_msg(timeout=5)
        if answer['parent_header']['msg_id'] == message['header']['msg_id']:
            return answer['content']['comms']


assert comms() == {}
assert say('comm_open', {'comm_id': 'a', 'target_name': 'nobody', 'data': {}})[0][0] == 'comm_close'
assert say('comm_open', {'comm_id': 'b', 'target_name': 'doubling', 'data': {}}) == []
assert comms() == {'b': {'target_name': 'doubling'}} == comms(target_name='doubling')
assert comms(target_name='other') == {}

# data and binary buffers go both ways
assert say('comm_msg', {'comm_id': 'b', 'data': {'n': 21}}, [b'\0\1', b'']) == [('comm_msg', {'comm_id': 'b', 'data': {'n': 42}}, [b'\0\1', b''])]

# an id that is open already is not opened twice, and stays open
assert say('comm_open', {'comm_id': 'b', 'target_name': 'doubling', 'data': {}})[0][0] == 'comm_close'
assert say('comm_msg', {'comm_id': 'b', 'data': {'n': 1}})[0][1]['data'] == {'n': 2}

# a target that fails to open is closed again and leaves nothing behind; one that fails later stays open
assert 'comm_close' in [kind for kind, _, _ in say('comm_open', {'comm_id': 'c', 'target_name': 'doubling', 'data': {'fail': True}})]
assert 'c' not in comms()
failed = say('comm_msg', {'comm_id': 'b', 'data': {'n': 'no number'}})
assert [kind for kind, _, _ in failed] == ['stream'] and failed[0][1]['name'] == 'stderr' and 'doubling' in failed[0][1]['text'], failed
assert say('comm_msg', {'comm_id': 'b', 'data': {'n': 3}})[0][1]['data'] == {'n': 6}

assert say('comm_close', {'comm_id': 'b', 'data': {}}) == []
assert comms() == {}
assert say('comm_msg', {'comm_id': 'b', 'data': {'n': 1}}) == []
