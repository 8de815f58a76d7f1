"""Runs the suites of this folder and prints 'passed failed skipped' on stdout; details go to the file named by the first argument.

Further arguments name the suites to run; all by default.
"""
import pathlib
import sys
import unittest

names = sys.argv[2:] or sorted(path.stem for path in pathlib.Path(__file__).parent.glob('*_suite.py'))
with open(sys.argv[1], 'w', encoding='utf-8') as log:
    suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromName(name) for name in names)
    result = unittest.TextTestRunner(stream=log, verbosity=2).run(suite)
failed = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
skipped = len(result.skipped)
print(result.testsRun - failed - skipped, failed, skipped)
