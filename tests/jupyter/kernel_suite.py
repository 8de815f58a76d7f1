"""The kernel's own suite: jupyter_kernel_test with a sample for every category that a C# kernel has.

JUPYTER_PATH=<prefix>/share/jupyter /usr/bin/python3 -W ignore kernel_suite.py -v
"""
import os
import time
import unittest

import jupyter_kernel_test


class CSharpKernel(jupyter_kernel_test.KernelTests):
    kernel_name = os.environ.get('KERNEL', '.net-csharp')
    language_name = 'C#'
    file_extension = '.cs'

    code_hello_world = 'Console.Write("hello, "); Console.WriteLine("world");'
    code_stderr = 'Console.Error.WriteLine("to the error stream");'
    code_generate_error = 'int.Parse("seven");'
    code_clear_output = 'ClearOutput();'
    code_inspect_sample = 'string.Join'
    code_history_pattern = '*Sqrt(1?)*'
    supported_history_operations = ('tail', 'range', 'search')

    completion_samples = [
        {'text': 'Console.ReadLi', 'matches': {'ReadLine'}},
        {'text': 'Math.Sqr', 'matches': {'Sqrt'}},
        {'text': 'Environment.NewL', 'matches': {'NewLine'}},
    ]
    complete_code_samples = ['1 + 1', 'var a = 1;', 'record Point(int X, int Y);', 'foreach (var i in new[] { 1 }) { }', '#!lsmagic']
    incomplete_code_samples = ['void F() {', 'record P(int X', 'var s = """', 'foreach (var i in new[] { 1 })', '/* a comment']
    invalid_code_samples = ['int = 1;', ')', 'var 1a = 2;']
    code_execute_result = [
        {'code': '6 * 7', 'result': '42'},
        {'code': '"a" + "b"', 'result': 'ab'},
        {'code': 'await Task.FromResult(3)', 'result': '3'},
        {'code': 'Math.Sqrt(16)', 'result': '4'},
    ]
    code_display_data = [{'code': 'display(HTML("<i>text</i>"));', 'mime': 'text/html'}]

    def run_code(self, code):
        self.flush_channels()
        return self.execute_helper(code=code)

    def test_state_is_kept_across_cells(self):
        self.run_code('int kept = 41;')
        reply, outputs = self.run_code('kept + 1')
        self.assertEqual(reply['content']['status'], 'ok')
        self.assertEqual(outputs[0]['content']['data']['text/plain'], '42')

    def test_an_endless_loop_is_interrupted_within_half_a_second_and_state_survives(self):
        self.run_code('int before = 7;')
        self.flush_channels()
        self.kc.execute('while (true) { }')
        time.sleep(1)
        started = time.monotonic()
        self.km.interrupt_kernel()
        reply = self.kc.get_shell_msg(timeout=10)
        self.assertLess(time.monotonic() - started, 0.5 if os.environ.get('CI') is None else 2)
        self.assertEqual(reply['content']['status'], 'error')
        _, outputs = self.run_code('before')
        self.assertEqual(outputs[0]['content']['data']['text/plain'], '7')

    def test_a_compile_error_shows_line_and_caret_once(self):
        self.flush_channels()
        reply, outputs = self.execute_helper(code='var a = 1;\nvar b = nowhere;')
        self.assertEqual(reply['content']['status'], 'error')
        errors = [output for output in outputs if output['msg_type'] == 'error']
        self.assertEqual(len(errors), 1)
        traceback = '\n'.join(errors[0]['content']['traceback'])
        self.assertIn('nowhere', traceback)
        self.assertIn('^', traceback)
        self.assertIn('2', traceback)


if __name__ == '__main__':
    unittest.main()
