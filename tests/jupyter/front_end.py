"""A kernel process and the clients that talk to it, by way of jupyter_client: what the suites beside this file share."""
import os
import queue
import time

import jupyter_client
from jupyter_client.session import Session

NAME = os.environ.get('KERNEL', '.net-csharp')
TIMEOUT = 30


class Cell:
    """What became of one execute_request: its id, the content of its reply, and (type, content) of what iopub said between busy and idle."""

    def __init__(self, request, reply, outputs):
        self.request, self.reply, self.outputs = request, reply, outputs

    @property
    def text(self):
        return ''.join(content['text'] for kind, content in self.outputs if kind == 'stream' and content['name'] == 'stdout')

    @property
    def result(self):
        return next((content['data']['text/plain'] for kind, content in self.outputs if kind == 'execute_result'), None)

    def of(self, kind):
        return [content for found, content in self.outputs if found == kind]


class Client:
    """One client on all channels of a running kernel, under an identity of its own."""

    def __init__(self, manager):
        self.raw = manager.client(session=Session(key=manager.session.key))
        self.raw.start_channels()
        self.raw.wait_for_ready(timeout=60)

    def send(self, kind, content, channel='shell'):
        message = self.raw.session.msg(kind, content)
        getattr(self.raw, channel + '_channel').send(message)
        return message['header']['msg_id']

    def execute(self, code, **options):
        """Sends a cell; options are those of execute_request."""
        content = {'code': code, 'silent': False, 'store_history': True, 'user_expressions': {}, 'allow_stdin': False, 'stop_on_error': True}
        return self.send('execute_request', {**content, **options})

    def message(self, request, channel='shell', timeout=TIMEOUT):
        """The next message of a channel that answers a request; those that answer others are left out."""
        receive = getattr(self.raw, f'get_{channel}_msg')
        end = time.monotonic() + timeout
        while True:
            message = receive(timeout=max(0.001, end - time.monotonic()))
            if message['parent_header'].get('msg_id') == request:
                return message

    def reply(self, request, channel='shell', timeout=TIMEOUT):
        return self.message(request, channel, timeout)['content']

    def ask(self, kind, content, channel='shell'):
        return self.reply(self.send(kind, content, channel), channel)

    def outputs(self, request, timeout=TIMEOUT):
        """Type and content of all that iopub says about a request, without busy and idle, which must enclose it."""
        first = self.message(request, 'iopub', timeout)
        assert (first['msg_type'], first['content'].get('execution_state')) == ('status', 'busy'), first
        seen = []
        while True:
            message = self.message(request, 'iopub', timeout)
            if message['msg_type'] != 'status':
                seen.append((message['msg_type'], message['content']))
            else:
                assert message['content']['execution_state'] == 'idle', message
                return seen

    def run(self, code, timeout=TIMEOUT, **options):
        request = self.execute(code, **options)
        outputs = self.outputs(request, timeout)
        return Cell(request, self.reply(request, timeout=timeout), outputs)

    def wait_for_text(self, request, text):
        """Returns when a cell has printed something."""
        seen = ''
        while text not in seen:
            seen += self.message(request, 'iopub')['content'].get('text', '')

    def is_silent(self, channel, seconds=0.3):
        try:
            getattr(self.raw, f'get_{channel}_msg')(timeout=seconds)
        except queue.Empty:
            return True
        return False

    def close(self):
        self.raw.stop_channels()


class Kernel:
    """A kernel of its own; use as a context manager. Keywords are variables of its environment."""

    def __init__(self, errors=None, **environment):
        self.manager = jupyter_client.KernelManager(kernel_name=NAME)
        self.errors, self.environment = errors, environment

    def __enter__(self):
        self.manager.start_kernel(stderr=self.errors, env={**os.environ, **self.environment})
        self.client = Client(self.manager)
        return self

    def __exit__(self, *failure):
        self.client.close()
        if self.manager.has_kernel:
            self.manager.shutdown_kernel(now=True)

    @property
    def process(self):
        return self.manager.provisioner.process

    def resident(self):
        """Memory in MB."""
        with open(f'/proc/{self.process.pid}/status', encoding='ascii') as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith('VmRSS'))

    def processor_seconds(self):
        with open(f'/proc/{self.process.pid}/stat', encoding='ascii') as stat:
            fields = stat.read().rsplit(')', 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')
