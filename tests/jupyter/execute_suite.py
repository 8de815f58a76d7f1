"""Cells from outside: what they show, what they count, and what becomes of those that wait behind one that fails."""
import unittest

from front_end import Kernel


class Execution(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kernel = cls.enterClassContext(Kernel())
        cls.client = cls.kernel.client

    def test_every_message_of_a_cell_stands_between_its_busy_and_its_idle(self):
        cell = self.client.run('Console.Write("a"); Console.Error.Write("b"); display(1); 2')
        self.assertEqual(['execute_input', 'stream', 'stream', 'display_data', 'execute_result'], [kind for kind, _ in cell.outputs])
        self.assertEqual(cell.reply['execution_count'], cell.outputs[0][1]['execution_count'])

    def test_cells_queued_behind_an_error_are_aborted_and_the_next_one_runs(self):
        failing = self.client.execute('System.Threading.Thread.Sleep(300); throw new Exception("stop");')
        queued = [self.client.execute('Console.Write("never")') for _ in range(3)]
        self.assertEqual('error', self.client.reply(failing)['status'])
        for request in queued:
            self.assertEqual('aborted', self.client.reply(request)['status'])
            self.assertEqual([], self.client.outputs(request))
        self.assertEqual('2', self.client.run('1 + 1').result)

    def test_other_requests_queued_behind_an_error_are_answered(self):
        failing = self.client.execute('System.Threading.Thread.Sleep(300); throw new Exception("stop");')
        asked = self.client.send('is_complete_request', {'code': '1'})
        self.assertEqual('error', self.client.reply(failing)['status'])
        self.assertEqual('complete', self.client.reply(asked)['status'])

    def test_without_stop_on_error_queued_cells_run(self):
        failing = self.client.execute('System.Threading.Thread.Sleep(300); throw new Exception("go on");', stop_on_error=False)
        queued = self.client.execute('3 * 3')
        self.assertEqual('error', self.client.reply(failing)['status'])
        self.assertEqual('ok', self.client.reply(queued)['status'])

    def test_an_error_is_one_message_and_its_reply_says_the_same(self):
        cell = self.client.run('throw new InvalidOperationException("no way");')
        errors = cell.of('error')
        self.assertEqual(1, len(errors))
        for content in (errors[0], cell.reply):
            self.assertEqual(('InvalidOperationException', 'no way'), (content['ename'], content['evalue']))
            self.assertTrue(content['traceback'])

    def test_a_display_is_updated_from_another_cell_under_its_id(self):
        shown = self.client.run('var kept = display("first");').of('display_data')[0]
        updated = self.client.run('kept.Update("second");').of('update_display_data')[0]
        self.assertTrue(shown['transient']['display_id'])
        self.assertEqual(shown['transient']['display_id'], updated['transient']['display_id'])
        self.assertEqual('second', updated['data']['text/plain'])

    def test_displays_have_ids_of_their_own(self):
        shown = self.client.run('display(1); display(1);').of('display_data')
        self.assertEqual(2, len({content['transient']['display_id'] for content in shown}))

    def test_outputs_are_cleared_at_once_or_with_the_next_output(self):
        for argument, wait in (('', False), ('false', False), ('true', True)):
            cell = self.client.run(f'Console.Write("old"); ClearOutput({argument}); Console.Write("new");')
            self.assertEqual(['stream', 'clear_output', 'stream'], [kind for kind, _ in cell.outputs[1:]])
            self.assertEqual(wait, cell.of('clear_output')[0]['wait'])

    def test_user_expressions_are_answered_each_for_itself(self):
        cell = self.client.run('var seven = 7;', user_expressions={'good': 'seven * 6', 'wrong': 'seven / (seven - 7)', 'unknown': 'nowhere'})
        answers = cell.reply['user_expressions']
        self.assertEqual(('ok', '42'), (answers['good']['status'], answers['good']['data']['text/plain']))
        self.assertEqual(('error', 'DivideByZeroException'), (answers['wrong']['status'], answers['wrong']['ename']))
        self.assertEqual(('error', 'CompilationError'), (answers['unknown']['status'], answers['unknown']['ename']))
        self.assertEqual('ok', cell.reply['status'])

    def test_user_expressions_are_not_evaluated_after_an_error(self):
        cell = self.client.run('throw new Exception();', user_expressions={'one': '1'})
        self.assertEqual({}, cell.reply.get('user_expressions', {}))

    def test_a_silent_cell_shows_nothing_and_counts_nothing_but_takes_effect(self):
        before = self.client.run('0').reply['execution_count']
        cell = self.client.run('Console.Write("x"); display(1); var quiet = 5; quiet', silent=True)
        self.assertEqual([], cell.outputs)
        after = self.client.run('quiet')
        self.assertEqual((before + 1, '5'), (after.reply['execution_count'], after.result))

    def test_a_cell_that_is_not_stored_shows_its_output_and_does_not_count(self):
        before = self.client.run('0').reply['execution_count']
        self.assertEqual('11', self.client.run('11', store_history=False).result)
        self.assertEqual(before + 1, self.client.run('0').reply['execution_count'])

    def test_an_empty_cell_is_ok(self):
        for code in ('', '  \n', '// nothing'):
            self.assertEqual('ok', self.client.run(code).reply['status'])

    def test_text_of_all_planes_comes_back_as_it_was_sent(self):
        text = 'ä€😀\u2028\u0001\\"'
        self.assertEqual(text, self.client.run('Console.Write("ä€😀\\u2028\\u0001\\\\\\"");').text)


if __name__ == '__main__':
    unittest.main()
