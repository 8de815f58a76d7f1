"""Input: the line that a cell reads is asked of the client that runs the cell."""
import unittest

from front_end import Client, Kernel


class Input(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kernel = cls.enterClassContext(Kernel())
        cls.client = cls.kernel.client

    def answer(self, request, value):
        question = self.client.message(request, 'stdin')
        self.assertEqual('input_request', question['msg_type'])
        self.client.send('input_reply', {'value': value}, 'stdin')
        return question['content']

    def test_console_readline_is_answered_by_the_user(self):
        request = self.client.execute('Console.Write("name? "); var name = Console.ReadLine(); Console.Write("hello " + name);', allow_stdin=True)
        self.assertFalse(self.answer(request, 'Ada')['password'])
        self.assertEqual('ok', self.client.reply(request)['status'])
        text = ''.join(content['text'] for kind, content in self.client.outputs(request) if kind == 'stream')
        self.assertEqual('name? hello Ada', text)

    def test_what_was_printed_before_is_shown_before_the_question(self):
        request = self.client.execute('Console.Write("before"); Console.ReadLine();', allow_stdin=True)
        self.client.message(request, 'stdin')
        self.client.wait_for_text(request, 'before')
        self.client.send('input_reply', {'value': ''}, 'stdin')
        self.assertEqual('ok', self.client.reply(request)['status'])

    def test_prompt_and_password_reach_the_front_end(self):
        request = self.client.execute('var a = GetInput("age?"); var p = GetPassword("secret?"); a + p', allow_stdin=True)
        self.assertEqual({'prompt': 'age?', 'password': False}, self.answer(request, '4'))
        self.assertEqual({'prompt': 'secret?', 'password': True}, self.answer(request, '2'))
        results = [content['data']['text/plain'] for kind, content in self.client.outputs(request) if kind == 'execute_result']
        self.assertEqual(['42'], results)

    def test_without_allow_stdin_the_cell_fails_and_says_why(self):
        cell = self.client.run('Console.ReadLine()', allow_stdin=False)
        self.assertEqual('error', cell.reply['status'])
        self.assertIn('allow_stdin', cell.reply['evalue'])

    def test_waiting_for_a_line_can_be_interrupted(self):
        request = self.client.execute('Console.ReadLine()', allow_stdin=True)
        self.client.message(request, 'stdin')
        self.kernel.manager.interrupt_kernel()
        self.assertEqual('KeyboardInterrupt', self.client.reply(request, timeout=5)['ename'])
        self.client.send('input_reply', {'value': 'late'}, 'stdin')
        self.assertEqual('3', self.client.run('1 + 2').result)

    def test_another_client_is_not_asked(self):
        other = Client(self.kernel.manager)
        self.addCleanup(other.close)
        request = self.client.execute('Console.ReadLine()', allow_stdin=True)
        self.client.message(request, 'stdin')
        self.assertTrue(other.is_silent('stdin'))
        other.send('input_reply', {'value': 'intruder'}, 'stdin')
        self.client.send('input_reply', {'value': 'owner'}, 'stdin')
        results = [content['data']['text/plain'] for kind, content in self.client.outputs(request) if kind == 'execute_result']
        self.assertEqual(['owner'], results)


if __name__ == '__main__':
    unittest.main()
