"""Runs the kernel suite and prints 'passed failed skipped' on stdout; details go to the file named by the first argument."""
import sys
import unittest

import kernel_suite

with open(sys.argv[1], 'w', encoding='utf-8') as log:
    result = unittest.TextTestRunner(stream=log, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromModule(kernel_suite))
failed = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
skipped = len(result.skipped)
print(result.testsRun - failed - skipped, failed, skipped)
