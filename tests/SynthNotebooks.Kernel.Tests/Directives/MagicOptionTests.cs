using SynthNotebooks.Kernel.Directives;
using SynthNotebooks.Kernel.Scripting;
using SynthNotebooks.Kernel.Tests.Scripting;

namespace SynthNotebooks.Kernel.Tests.Directives;

public sealed class MagicOptionTests : IAsyncDisposable
{
    private readonly Notebook _notebook = new(new CSharpSessionOptions { SizeOf = value => value is Version ? "2 x 3" : null });

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Theory]
    [InlineData("--name x --value 5", "--name=x|--value=5")]
    [InlineData("--value \"two words\" --flag", "--value=two words|--flag=")]
    [InlineData("--path \"C:\\a b\"", "--path=C:\\a b")]
    [InlineData("--list [\"a\", \"b c\"] --after 1", "--list=[\"a\", \"b c\"]|--after=1")]
    [InlineData("--json {\"é\": [1, {\"b\": \"]\"}]} --after 1", "--json={\"é\": [1, {\"b\": \"]\"}]}|--after=1")]
    [InlineData("--value \"--name\"", "--value=--name")]
    [InlineData("--number -5", "--number=-5")]
    [InlineData("", "")]
    public void Options_are_read(string line, string read) =>
        Assert.Equal(read, string.Join('|', DirectiveArguments.Parse(line).Options.Select(o => $"{o.Key}={o.Value}")));

    [Theory]
    [InlineData("--name=x", "--name x")]
    [InlineData("--name 'a b'", "double quotes")]
    [InlineData("--name x --name y", "given twice")]
    [InlineData("--name x // why", "comment cannot follow")]
    [InlineData("--name \"x", "not closed")]
    [InlineData("--name \"a\"b", "A blank must follow")]
    [InlineData("--list [a, b]", "begins like JSON but is none")]
    public void What_both_kernels_would_not_read_alike_is_refused(string line, string told) =>
        Assert.Contains(told, Assert.Throws<DirectiveException>(() => DirectiveArguments.Parse(line)).Message);

    [Theory]
    [InlineData("#!set --name a --value hello\na", "hello")]
    [InlineData("#!set --value \"two words\" --name a\na", "two words")]
    [InlineData("var n = 5;\n#!set --name a --value @n\na + 1", "6")]
    [InlineData("var n = 5;\n#!set --name a --value @csharp:n --byref\na + 1", "6")]
    [InlineData("#!set --name a --value [1, 2]\na.RootElement.GetArrayLength()", "2")]
    [InlineData("var n = new { X = 7 };\n#!set --name a --value @n --mime-type application/json\na.RootElement.GetProperty(\"X\").GetInt32()", "7")]
    [InlineData("var n = 5;\n#!set --name a --value @n --mime-type text/plain\na.Length", "1")]
    [InlineData("#!set --name a --value @input:\"your name\"\na", "<your name>")]
    [InlineData("#!value --name a\nline one\nline two\n#!csharp\na", "line one\nline two")]
    public async Task Variables_are_set(string code, string shown) => Assert.Equal(shown, (await _notebook.RunAsync(code, prompt => $"<{prompt}>")).Plain);

    [Theory]
    [InlineData("#!set", "needs --name with a value")]
    [InlineData("#!set --name", "--name needs a value behind it")]
    [InlineData("#!set --name a", "needs --value with a value")]
    [InlineData("#!set a --value 1", "does not know what 'a' is for")]
    [InlineData("#!set --name a --value two words", "'words'")]
    [InlineData("#!set --name a --vaule 1", "does not know --vaule; it takes --name, --value")]
    [InlineData("#!set --name class --value 1", "'class' is no name for a variable")]
    [InlineData("var known = 1;\n#!set --name a --value @knwon", "There is no variable 'knwon'. Did you mean 'known'?")]
    [InlineData("#!set --name a --value @fsharp:x", "There is no 'fsharp' kernel here")]
    [InlineData("#!set --name a --value {\"b\": }", "begins like JSON")]
    [InlineData("#!who x", "#!who takes no arguments, but got 'x'")]
    [InlineData("#!time // how long", "A comment goes on a line of its own")]
    [InlineData("#!html x\ny", "#!html takes no arguments")]
    [InlineData("#!value --name a --from-file nowhere.txt", "there is no file 'nowhere.txt'")]
    [InlineData("#!sql\nselect 1", "#!sql needs a kernel for SQL")]
    [InlineData("#!kql\nT", "KQL")]
    [InlineData("#!python\nx", "Python")]
    [InlineData("#!pwsh\nls", "System.Diagnostics.Process")]
    [InlineData("#!connect jupyter", "other kernels")]
    [InlineData("#!share x --from fsharp", "#!set --name NEW --value @OLD")]
    public async Task Wrong_use_is_told(string code, string told)
    {
        var error = await _notebook.ErrorAsync(code);

        Assert.Equal("MagicError", error.Name);
        Assert.Contains(told, error.Message);
    }

    [Fact]
    public async Task Whos_tells_types_sizes_and_values()
    {
        var output = await _notebook.RunAsync("var text = \"abc\"; var list = new List<int> { 1, 2 }; var grid = new double[2, 5]; var table = new Version(1, 2); int? none = null;\nclass Odd { public override string ToString() => throw new FormatException(); }\nvar odd = new Odd();\n#!whos");

        Assert.Equal("""
            variable  type       size   value
            grid      double[,]  2 x 5  [ 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 ]
            list      List<int>  2      [ 1, 2 ]
            none      int?              <null>
            odd       Odd               (FormatException)
            table     Version    2 x 3  1.2
            text      string     3      abc
            """.ReplaceLineEndings("\n"), output.Displays[0].Data.Data["text/plain"].GetValue<string>());
    }

    [Fact]
    public async Task Who_of_an_empty_session_says_so() =>
        Assert.Equal("(no variables)", (await _notebook.RunAsync("#!who")).Displays[0].Data.Data["text/plain"].GetValue<string>());

    [Fact]
    public async Task Scripts_and_diagrams_are_handed_to_the_front_end()
    {
        var output = await _notebook.RunAsync("#!javascript\nalert(1)\n#!mermaid\ngraph TD");

        Assert.Equal("alert(1)", output.Displays[0].Data.Data["application/javascript"].GetValue<string>());
        Assert.Equal("graph TD", output.Displays[1].Data.Data["text/vnd.mermaid"].GetValue<string>());
    }

    [Fact]
    public async Task About_and_lsmagic_and_help_tell_what_there_is()
    {
        var output = await _notebook.RunAsync("#!about\n#!lsmagic\n#!help #!set");

        Assert.Contains("SynthNotebooks C# kernel", output.Displays[0].Data.Data["text/plain"].GetValue<string>());
        Assert.Contains("#!whos", output.Displays[1].Data.Data["text/plain"].GetValue<string>());
        Assert.DoesNotContain("#!fsharp", output.Displays[1].Data.Data["text/plain"].GetValue<string>());
        Assert.StartsWith("#!set --name NAME --value", output.Displays[2].Data.Data["text/plain"].GetValue<string>());
    }
}
