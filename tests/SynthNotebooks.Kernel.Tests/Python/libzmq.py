"""libzmq's own sockets against the kernel's, with its monitors and heartbeats: run with the path of a connection file."""
import json
import sys

import zmq
import zmq.utils.monitor

info = json.load(open(sys.argv[1]))
context = zmq.Context()


def socket(kind, port, **options):
    it = context.socket(kind)
    it.linger, it.rcvtimeo, it.sndtimeo = 0, 5000, 5000
    for name, value in options.items():
        setattr(it, name, value)
    it.connect(f"tcp://{info['ip']}:{info[port]}")
    return it


# heartbeat with PING, PONG and a time to live, over REQ and DEALER
for kind in (zmq.REQ, zmq.DEALER):
    heart = socket(kind, 'hb_port', heartbeat_ivl=20, heartbeat_timeout=500, heartbeat_ttl=500)
    for size in (0, 1, 255, 256, 60000):
        beat = [b''] * (kind == zmq.DEALER) + [b'x' * size]
        heart.send_multipart(beat)
        assert heart.recv_multipart() == beat
    assert not heart.poll(150)  # PINGs go to and fro meanwhile
    heart.send_multipart(beat)
    assert heart.recv_multipart() == beat
    heart.close()

# a subscriber is welcomed for each of its prefixes
subscriber = socket(zmq.SUB, 'iopub_port')
for prefix in (b'', b'kernel.'):
    subscriber.subscribe(prefix)
    frames = subscriber.recv_multipart()
    assert frames[0] == prefix and b'iopub_welcome' in frames[3], frames

# an unsigned message is not answered, and the connection survives it
shell = socket(zmq.DEALER, 'shell_port', routing_id=b'stranger')
shell.send_multipart([b'<IDS|MSG>', b'', b'{"msg_id":"1","msg_type":"kernel_info_request"}', b'{}', b'{}', b'{}'])
assert not shell.poll(100)
shell.close()

# a type that may not talk to ROUTER is refused by the handshake
wrong = context.socket(zmq.SUB)
monitor = wrong.get_monitor_socket()
failures = (zmq.EVENT_DISCONNECTED, zmq.EVENT_HANDSHAKE_FAILED_PROTOCOL, zmq.EVENT_HANDSHAKE_FAILED_NO_DETAIL)
wrong.connect(f"tcp://{info['ip']}:{info['shell_port']}")
seen = None
while seen not in failures:
    assert monitor.poll(5000), 'neither accepted nor refused'
    seen = zmq.utils.monitor.recv_monitor_message(monitor)['event']
    assert seen != zmq.EVENT_HANDSHAKE_SUCCEEDED
context.destroy(linger=0)
