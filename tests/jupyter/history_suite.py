"""History: what was run is found again, in this session and in those before it."""
import tempfile
import unittest

from front_end import Kernel


def ask(client, **request):
    return client.ask('history_request', {'output': False, 'raw': True, **request})['history']


class History(unittest.TestCase):
    CELLS = ['1 + 10', 'var text = "one"; text', 'Console.Write(3)', '1 + 10', '1 + 20']

    @classmethod
    def setUpClass(cls):
        cls.folder = cls.enterClassContext(tempfile.TemporaryDirectory())
        cls.kernel = cls.enterClassContext(Kernel(JUPYTER_DATA_DIR=cls.folder))
        cls.client = cls.kernel.client
        for code in cls.CELLS:
            cls.client.run(code)
        cls.session = ask(cls.client, hist_access_type='tail', n=1)[0][0]

    def ask(self, **request):
        return ask(self.client, **request)

    def texts(self, **request):
        return [entry[2] for entry in self.ask(**request)]

    def test_tail_gives_the_last_cells_oldest_first(self):
        self.assertEqual([[self.session, 4, '1 + 10'], [self.session, 5, '1 + 20']], self.ask(hist_access_type='tail', n=2))

    def test_tail_with_output_pairs_input_and_result(self):
        entries = self.ask(hist_access_type='tail', n=3, output=True)
        self.assertEqual([['Console.Write(3)', None], ['1 + 10', '11'], ['1 + 20', '21']], [entry[2] for entry in entries])

    def test_a_range_is_of_this_session_and_without_its_stop(self):
        for session in (0, self.session):
            self.assertEqual(self.CELLS[1:3], self.texts(hist_access_type='range', session=session, start=2, stop=4))

    def test_search_takes_the_whole_text_with_stars_question_marks_and_sets(self):
        self.assertEqual(['1 + 10', '1 + 10', '1 + 20'], self.texts(hist_access_type='search', pattern='1 + ?0'))
        self.assertEqual(['1 + 20'], self.texts(hist_access_type='search', pattern='* + [2-9]*'))
        self.assertEqual([], self.texts(hist_access_type='search', pattern='1'))
        self.assertEqual(self.CELLS, self.texts(hist_access_type='search', pattern='*'))

    def test_unique_search_names_the_same_text_once_and_n_limits_to_the_last(self):
        self.assertEqual(['1 + 10', '1 + 20'], self.texts(hist_access_type='search', pattern='1*', unique=True))
        self.assertEqual(['1 + 10', '1 + 20'], self.texts(hist_access_type='search', pattern='1*', n=2))

    def test_what_was_silent_or_not_stored_is_not_found(self):
        self.client.run('"silent"', silent=True)
        self.client.run('"unstored"', store_history=False)
        self.assertEqual([], self.texts(hist_access_type='search', pattern='*s[it]*d*'))

    def test_a_later_session_finds_what_earlier_ones_ran(self):
        with Kernel(JUPYTER_DATA_DIR=self.folder) as later:
            later.client.run('2 + 2')
            self.assertEqual(self.CELLS[-2:] + ['2 + 2'], [entry[2] for entry in ask(later.client, hist_access_type='tail', n=3)])
            self.assertIn([self.session, 2, self.CELLS[1]], ask(later.client, hist_access_type='search', pattern='var text*'))
            self.assertEqual([[self.session, 1, self.CELLS[0]]], ask(later.client, hist_access_type='range', session=-1, start=1, stop=2))
            self.assertEqual([], ask(self.client, hist_access_type='search', pattern='2 + 2'))

    def test_history_can_be_switched_off(self):
        with Kernel(JUPYTER_DATA_DIR=self.folder, SYNTHNB_HISTORY='off') as alone:
            alone.client.run('"unkept"')
            self.assertEqual([[1, 1, '"unkept"']], ask(alone.client, hist_access_type='tail', n=9))
        self.assertEqual([], self.texts(hist_access_type='search', pattern='*unkept*'))

    def test_a_wrong_question_gets_an_error(self):
        for wrong in ({'hist_access_type': 'sideways'}, {}, {'hist_access_type': 'tail', 'n': 'many'}):
            self.assertEqual('error', self.client.ask('history_request', wrong)['status'])


if __name__ == '__main__':
    unittest.main()
