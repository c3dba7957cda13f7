"""Whether the ledger sees what is missing, doubled or wrong."""
import unittest

from soak.ledger import HUB_LOST, Ledger


class LedgerCheck(unittest.TestCase):
    def setUp(self):
        self.ledger = Ledger()
        self.ledger.ask('s1', 'pump', 7, now=10)

    def test_a_request_without_a_reply_is_missing(self):
        self.assertEqual(self.ledger.missing(now=12.5), ['never answered: session s1, target pump, asked 2.5 s ago'])

    def test_a_result_ends_a_request(self):
        self.assertEqual(self.ledger.answer('s1', 'pump', 7, None), 'pump')
        self.assertEqual(self.ledger.report(), {'counts': {'asked': 1, 'answered': 1}, 'open': 0, 'wrong': []})

    def test_an_error_that_names_its_cause_and_the_target_ends_a_request(self):
        self.ledger.answer('s1', 'pump', None, {'ename': 'Disconnected', 'evalue': "'pump' has gone"})
        self.assertEqual(self.ledger.report(), {'counts': {'asked': 1, 'Disconnected': 1}, 'open': 0, 'wrong': []})

    def test_an_error_without_a_cause_is_wrong(self):
        for error in ('boom', {'ename': 'Oops', 'evalue': 'pump'}, {'ename': 'Disconnected', 'evalue': 'gone'}):
            self.setUp()
            self.ledger.answer('s1', 'pump', None, error)
            self.assertIn('an error that names no cause', self.ledger.wrong[0])

    def test_a_second_reply_is_wrong(self):
        self.ledger.answer('s1', 'pump', 7, None)
        self.ledger.answer('s1', 'pump', 7, None)
        self.assertEqual(self.ledger.wrong, ['answered twice: session s1, target pump'])

    def test_a_reply_to_no_request_is_wrong(self):
        self.ledger.answer('s2', 'pump', 7, None)
        self.assertEqual(self.ledger.wrong, ['not asked: session s2, target pump'])

    def test_another_value_or_source_is_wrong(self):
        self.ledger.answer('s1', 'pump', 8, None)
        self.ledger.ask('s2', 'pump', 7, now=10)
        self.ledger.answer('s2', 'valve', 7, None)
        self.assertEqual(self.ledger.counts['wrong'], 2)

    def test_a_lost_hub_ends_what_is_open_and_may_not_answer_it_later(self):
        self.ledger.hub_lost()
        self.assertEqual(self.ledger.counts[HUB_LOST], 1)
        self.assertEqual(self.ledger.missing(now=20), [])
        self.ledger.answer('s1', 'pump', 7, None)
        self.assertEqual(self.ledger.wrong, ['answered twice: session s1, target pump'])


if __name__ == '__main__':
    unittest.main()
