using SynthNotebooks.Kernel.Scripting;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Tests.Scripting;

public sealed class CompletenessTests : IAsyncDisposable
{
    private readonly CSharpSession _session = new();

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("var x = 1;")]
    [InlineData("foo.Bar")]
    [InlineData("int F(int a) { return a; }")]
    [InlineData("class A { int B; }")]
    [InlineData("// a comment")]
    [InlineData("/* closed */")]
    [InlineData("using System;")]
    [InlineData("#if DEBUG\nvar x = 1;\n#endif")]
    [InlineData("var s = @\"abc\ndef\";")]
    [InlineData("var s = \"\"\"\n  text { (\n  \"\"\";")]
    [InlineData("new List<int>()\n    .Where(x => x > 1)")]
    [InlineData("await Task.Delay(1);")]
    [InlineData("#!time\n1 + 1")]
    [InlineData("#!time")]
    [InlineData("#!html\n<b>(\n{")]
    [InlineData("#!markdown\n# a \"title\n#!csharp\n1 + 1")]
    [InlineData("#r \"nuget: X\"")]
    [InlineData("#load \"x.csx\"")]
    public void What_can_run_is_complete(string code) => Assert.Equal(CompletenessStatus.Complete, _session.CheckCompleteness(code).Status);

    [Theory]
    [InlineData("int F(int a) {", "    ")]
    [InlineData("class A {", "    ")]
    [InlineData("class A", "")]
    [InlineData("if (true", "")]
    [InlineData("if (true)", "")]
    [InlineData("if (true) { }\nelse", "")]
    [InlineData("for (var i = 0; i < 3; i++)", "")]
    [InlineData("foreach (var x in y) {\n    if (x) {", "        ")]
    [InlineData("var d = new Dictionary<string, int> {", "    ")]
    [InlineData("foo(1,", "")]
    [InlineData("var x = 1 +", "")]
    [InlineData("x.", "")]
    [InlineData("var f = (int a) =>", "")]
    [InlineData("int F(int a) =>", "")]
    [InlineData("try {\n}", "")]
    [InlineData("do { }", "")]
    [InlineData("var x = y switch", "")]
    [InlineData("from x in y", "")]
    [InlineData("[Obsolete]", "")]
    [InlineData("return", "")]
    [InlineData("var s = @\"abc", "")]
    [InlineData("var s = \"\"\"\n  text", "")]
    [InlineData("/* open", "")]
    [InlineData("#if DEBUG\nvar x = 1;", "")]
    [InlineData("#region a", "")]
    [InlineData("#!csharp\nif (true) {", "    ")]
    [InlineData("#!html\n<b>\n#!csharp\nfoo(", "")]
    public void What_more_text_would_mend_is_incomplete(string code, string indent) => Assert.Equal(new Completeness(CompletenessStatus.Incomplete, indent), _session.CheckCompleteness(code));

    [Theory]
    [InlineData(")")]
    [InlineData("}")]
    [InlineData("foo(1))")]
    [InlineData("foo(1]")]
    [InlineData("if (x { foo();")]
    [InlineData("int = 7q;")]
    [InlineData("int int;")]
    [InlineData("1 1")]
    [InlineData("class A { int; int F() {")]
    [InlineData("var s = \"abc")]
    [InlineData("var s = \"abc\ndef\";")]
    [InlineData("var c = 'a")]
    [InlineData("var x = @;")]
    [InlineData("namespace X { }")]
    public void What_no_text_would_mend_is_invalid(string code) => Assert.Equal(CompletenessStatus.Invalid, _session.CheckCompleteness(code).Status);
}
