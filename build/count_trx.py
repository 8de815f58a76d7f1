"""Prints the number of passed, failed and skipped tests in the .trx files of a folder."""
import pathlib
import sys
import xml.etree.ElementTree as tree

passed = failed = skipped = 0
for path in pathlib.Path(sys.argv[1]).glob('*.trx'):
    for result in tree.parse(path).getroot().iter('{http://microsoft.com/schemas/VisualStudio/TeamTest/2010}UnitTestResult'):
        outcome = result.get('outcome')
        passed += outcome == 'Passed'
        skipped += outcome == 'NotExecuted'
        failed += outcome not in ('Passed', 'NotExecuted')
print(passed, failed, skipped)
