using SynthNotebooks.Kernel.Directives;
using SynthNotebooks.Kernel.Scripting;
using SynthNotebooks.Kernel.Sessions;
using SynthNotebooks.Kernel.Tests.Scripting;

namespace SynthNotebooks.Kernel.Tests.Directives;

public sealed class DirectiveTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("directives").FullName;
    private readonly Notebook _notebook;

    public DirectiveTests() => _notebook = new(new CSharpSessionOptions { Folder = _folder, Directives = [new Shout()] });

    public async ValueTask DisposeAsync()
    {
        await _notebook.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Magics_and_code_run_in_the_order_written()
    {
        var output = await _notebook.RunAsync("var a = \"x\";\n#!shout a\na = \"y\";\n#!shout a\na");

        Assert.Equal(["X", "Y"], output.Displays.Select(d => d.Data.Data["text/plain"].GetValue<string>()));
        Assert.Equal("y", output.Plain);
    }

    [Fact]
    public async Task A_magic_can_declare_a_variable_that_the_next_line_uses() => Assert.Equal("hello!", await _notebook.ValueAsync("#!set --name greeting --value \"hello\"\ngreeting + \"!\""));

    [Fact]
    public async Task Lines_after_a_magic_keep_their_numbers() =>
        Assert.StartsWith("(3,9): error CS0103", (await _notebook.ErrorAsync("#!who\n\nvar a = nothing;")).Message);

    [Fact]
    public async Task An_unknown_magic_names_the_nearest_one()
    {
        var error = await _notebook.ErrorAsync("#!lsmagi");

        Assert.Equal("MagicError", error.Name);
        Assert.Contains("Did you mean #!lsmagic?", error.Message);
    }

    [Theory]
    [InlineData("#!fsharp\nlet x = 1", "fsharp")]
    [InlineData("#!pwsh\nGet-Date", "pwsh")]
    [InlineData("#!share --from fsharp x", "C#")]
    [InlineData("#r \"nowhere.dll\"", "nowhere.dll")]
    [InlineData("#load \"nowhere.csx\"", "nowhere.csx")]
    [InlineData("#!import nowhere.ipynb", "nowhere.ipynb")]
    [InlineData("#!set --name 1x --value \"a\"", "1x")]
    [InlineData("#!set --name=x --value \"a\"", "--name x")]
    [InlineData("#!set --name 'x y' --value \"a\"", "double quotes")]
    [InlineData("#!set --name x --name y --value \"a\"", "twice")]
    [InlineData("#!help nothing", "#!nothing")]
    public async Task What_cannot_be_done_is_told(string code, string named) => Assert.Contains(named, (await _notebook.ErrorAsync(code)).Message);

    [Fact]
    public async Task Html_and_markdown_show_the_lines_below()
    {
        var output = await _notebook.RunAsync("#!markdown\n# Title\n#!html\n<b>x</b>\n#!csharp\n1 + 1");

        Assert.Equal("# Title", output.Displays[0].Data.Data["text/markdown"].GetValue<string>());
        Assert.Equal("<b>x</b>", output.Displays[1].Data.Data["text/html"].GetValue<string>());
        Assert.Equal("2", output.Plain);
    }

    [Fact]
    public async Task Lists_escape_what_they_show()
    {
        var output = await _notebook.RunAsync("var bad = \"<script>alert(1)</script>\";\n#!whos");

        Assert.DoesNotContain("<script>", output.Displays[0].Data.Data["text/html"].GetValue<string>());
        Assert.Contains("bad", output.Displays[0].Data.Data["text/plain"].GetValue<string>());
    }

    [Fact]
    public async Task Time_is_shown_and_the_result_stays_the_result()
    {
        var output = await _notebook.RunAsync("#!time\n6 * 7");

        Assert.Equal("42", output.Plain);
        Assert.StartsWith("Wall time: ", output.Displays[0].Data.Data["text/plain"].GetValue<string>());
    }

    [Fact]
    public async Task Loaded_files_load_others_relative_to_themselves_and_name_themselves_in_errors()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "sub"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "one.csx"), "#load \"sub/two.csx\"\nint One() => Two() - 1;");
        await File.WriteAllTextAsync(Path.Combine(_folder, "sub", "two.csx"), "#load \"three.csx\"\nint Two() => Three() - 1;");
        await File.WriteAllTextAsync(Path.Combine(_folder, "sub", "three.csx"), "int Three() => 3;");
        await File.WriteAllTextAsync(Path.Combine(_folder, "bad.csx"), "\nvar a = nothing;");

        Assert.Equal("1", await _notebook.ValueAsync("#load \"one.csx\"\nOne()"));
        Assert.StartsWith("bad.csx(2,9): error CS0103", (await _notebook.ErrorAsync("#load \"bad.csx\"")).Message);
    }

    [Fact]
    public async Task Notebooks_and_scripts_can_be_imported()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "a.dib"), "#!meta\n{}\n#!csharp\nvar fromDib = 1;\n#!markdown\n# text\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "b.ipynb"), """{"cells":[{"cell_type":"code","source":["var fromNotebook = 2;\n","fromNotebook"],"metadata":{},"outputs":[]}],"metadata":{},"nbformat":4,"nbformat_minor":5}""");
        await File.WriteAllTextAsync(Path.Combine(_folder, "c.cs"), "class FromFile { public int Value => 3; }");

        Assert.Equal("6", await _notebook.ValueAsync("#!import a.dib\n#!import b.ipynb\n#!import \"c.cs\"\nfromDib + fromNotebook + new FromFile().Value"));
    }

    [Fact]
    public async Task A_magic_within_a_raw_string_is_a_magic_and_a_directive_within_one_is_text()
    {
        Assert.Equal("#r \"x\"", await _notebook.ValueAsync("var s = @\"\n#r \"\"x\"\"\n\";\ns.Trim()"));
        Assert.Equal("CompilationError", (await _notebook.ErrorAsync("var s = @\"\n#!who\n\";")).Name);
    }

    [Fact]
    public async Task A_package_is_restored_and_used_and_an_unknown_one_is_named()
    {
        var output = await _notebook.RunAsync("#r \"nuget: MathNet.Numerics, 5.0.0\"\nusing MathNet.Numerics;\nSpecialFunctions.Factorial(5)");
        Assert.Equal("120", output.Plain);
        Assert.Equal("Installed package MathNet.Numerics, 5.0.0", output.Displays[0].Data.Data["text/plain"].GetValue<string>());

        var error = await _notebook.ErrorAsync("#r \"nuget: Package.That.Is.Not.There.Synth, 1.0.0\"");
        Assert.Contains("Package.That.Is.Not.There.Synth", error.Message);
        Assert.Contains("is not of the form", (await _notebook.ErrorAsync("#r \"nuget: a b c\"")).Message);
    }

    [Fact]
    public async Task An_assembly_of_the_platform_is_found_by_name() => Assert.Null(await _notebook.ValueAsync("#r \"System.Xml.Linq\"\n#r \"Microsoft.VisualBasic\"\nvar v = Microsoft.VisualBasic.Strings.Len(\"a\");"));

    private sealed class Shout : IDirective
    {
        public string Name => "#!shout";

        public string Description => "Shows a text variable in capitals.";

        public string Help => Description;

        public Task RunAsync(DirectiveCall call, CancellationToken interrupt)
        {
            call.Variables.TryGet(call.Arguments, out var value);
            call.Output.Display(MimeBundle.Text($"{value}".ToUpperInvariant()));
            return Task.CompletedTask;
        }

        public CompletionList Complete(string arguments, int position, ISessionVariables variables) => new([], position, position);
    }
}
