"""Comms that front ends open: unknown targets are closed, and no message about a comm goes without busy and idle."""
import unittest

from front_end import Kernel


class Comms(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kernel = cls.enterClassContext(Kernel())
        cls.client = cls.kernel.client

    def test_a_comm_to_an_unknown_target_is_closed(self):
        request = self.client.send('comm_open', {'comm_id': 'c1', 'target_name': 'nobody', 'data': {'a': 1}})
        (kind, content), = self.client.outputs(request)
        self.assertEqual(('comm_close', 'c1'), (kind, content['comm_id']))
        self.assertEqual({}, self.client.ask('comm_info_request', {})['comms'])

    def test_what_is_said_to_a_comm_that_is_not_open_is_ignored(self):
        for kind in ('comm_msg', 'comm_close'):
            self.assertEqual([], self.client.outputs(self.client.send(kind, {'comm_id': 'nobody', 'data': {}})))

    def test_open_comms_are_listed_for_all_targets_or_one(self):
        for content in ({}, {'target_name': 'jupyter.widget'}):
            self.assertEqual({'status': 'ok', 'comms': {}}, self.client.ask('comm_info_request', content))

    def test_a_comm_message_without_an_id_does_no_harm(self):
        for kind in ('comm_open', 'comm_msg', 'comm_close'):
            self.client.outputs(self.client.send(kind, {}))
        self.assertEqual('2', self.client.run('1 + 1').result)


if __name__ == '__main__':
    unittest.main()
