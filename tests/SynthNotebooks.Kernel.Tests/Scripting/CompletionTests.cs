using SynthNotebooks.Kernel.Scripting;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Tests.Scripting;

public sealed class CompletionTests : IAsyncDisposable
{
    private readonly Notebook _notebook = new(new CSharpSessionOptions { IndexerKeys = value => value is Dictionary<string, int> d ? d.Keys : null, KeyedMethods = new HashSet<string> { "Select", "Take" } });

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Fact]
    public async Task A_key_from_data_stays_within_its_string_and_means_itself()
    {
        foreach (var payload in Payloads.All.Where(payload => payload != "lone \ud800 half").Concat(["\"]; System.Environment.Exit(1); //", "back\\slash", "{x}"]))
        {
            var code = $"new Dictionary<string, int> {{ [{Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(payload, quote: true)}] = 1 }}";
            await _notebook.RunAsync($"var nasty = {code};");
            const string Typed = "nasty[\"";
            var item = Assert.Single((await _notebook.Session.CompleteAsync(Typed, Typed.Length, CancellationToken.None)).Matches);

            Assert.Equal("1", await _notebook.ValueAsync($"nasty[\"{item.Text}\"]"));
            ShownMarkup.Text(item.Text);
        }
    }

    [Theory]
    [InlineData("Console.WriteL|", "WriteLine")]
    [InlineData("Math.Sqr|", "Sqrt")]
    [InlineData("var x = Math.Sqr|(4);", "Sqrt")]
    [InlineData("\"abc\".ToUpperI|", "ToUpperInvariant")]
    [InlineData("new int[3].Sum|", "Sum")]
    [InlineData("DayOfWeek.Wed|", "Wednesday")]
    [InlineData("System.Text.Json.JsonSerializerO|", "JsonSerializerOptions")]
    [InlineData("Enumerable.Rang|", "Range")]
    [InlineData("forea|", "foreach")]
    [InlineData("earli|", "earlierVariable")]
    [InlineData("earlierVariable.Lengt|", "Length")]
    [InlineData("earlierVariable?.Lengt|", "Length")]
    [InlineData("void F(int parameter1) { parame|", "parameter1")]
    [InlineData("int F(int first, int second) => first; F(firs|", "first:")]
    [InlineData("int F(int first, int second) => first; F(1, seco|", "second:")]
    [InlineData("new System.Text.StringBuilder(capac|", "capacity:")]
    [InlineData("class P { public int Xa { get; set; } public int Xb; public int Xc => 1; public static int Xd; } new P { X|", "Xa,Xb")]
    [InlineData("class P { public int Xa { get; set; } public int Xb; } new P { Xa = 1, X|", "Xb")]
    [InlineData("record R(int Xa, int Xb); var r = new R(1, 2); var q = r with { X|", "Xa,Xb")]
    [InlineData("var s = \"a\"; s is { Len|", "Length")]
    [InlineData("using System.Te|", "Text")]
    [InlineData("using Syste|", "System")]
    [InlineData("using static System.Mat|", "Math,MathF")]
    [InlineData("class A { public override ToSt|", "string ToString() => base.ToString();")]
    [InlineData("class A { public override string ToSt|", "ToString() => base.ToString();")]
    [InlineData("abstract class B { public abstract int Size { get; } } class A : B { public override Si|", "int Size { get => throw new NotImplementedException(); }")]
    [InlineData("var list = new List<string>(); list.Where(x => x.Lengt|", "Length")]
    [InlineData("var list = new List<string>(); list.Select(x => new { Name = x }).Select(y => y.Nam|", "Name")]
    [InlineData("foreach (var word in \"a b\".Split(' ')) { word.Lengt|", "Length")]
    [InlineData("var text = $\"{earlierVariable.Lengt|}\"", "Length")]
    [InlineData("void Outer() { int localVariable = 1; int LocalFunction() => localVar|", "localVariable")]
    [InlineData("5.Twice|", "TwiceAsMuch")]
    [InlineData("(await Task.FromResult(\"a\")).Lengt|", "Length")]
    [InlineData("var naïveÜber = 1; naïv|", "naïveÜber")]
    [InlineData("var a = \"😀\"; earlierVariable.Lengt|", "Length")]
    [InlineData("#reg|", "#region")]
    [InlineData("#!set --na|", "--name")]
    [InlineData("#!set --name a --value @earl|", "@earlierVariable")]
    [InlineData("#!help #!wh|", "#!who,#!whos")]
    [InlineData("#!lsm|", "#!lsmagic")]
    [InlineData("#!who|", "#!who,#!whos")]
    [InlineData("#!time\nMath.Sqr|", "Sqrt")]
    [InlineData("table[\"pri|", "price")]
    [InlineData("table[\"pri|\"]", "price")]
    [InlineData("table.Keys[\"pri|", "price")]
    [InlineData("table.Select(\"pri|", "price")]
    [InlineData("table.Select(\"pri|\")", "price")]
    [InlineData("table.Select(\"name\", \"pri|", "price")]
    [InlineData("table.Select(\"name > 3 and pri|", "price")]
    [InlineData("table.Select(\"name\").Take(\"pri|", "price")]
    [InlineData("table.Other(\"pri|", "")]
    [InlineData("earlierVariable.Select(\"earli|", "")]
    [InlineData("var t = \"a Consol|", "")]
    [InlineData("// Math.Sqr|", "")]
    [InlineData("var t = \"Math.Sqr|", "")]
    public async Task The_caret_offers_exactly(string marked, string expected)
    {
        await _notebook.RunAsync("var earlierVariable = \"x\"; var table = new Dictionary<string, int> { [\"price\"] = 1, [\"name\"] = 2 };\nstatic int TwiceAsMuch(this int x) => 2 * x;");
        var list = await CompleteAsync(marked);

        Assert.Equal(expected, string.Join(',', list.Matches.Select(m => m.Text)));
    }

    [Fact]
    public async Task A_match_replaces_the_word_before_the_caret()
    {
        var list = await CompleteAsync("var a = 1;\nConsole.WriteL|");

        Assert.Equal((19, 25), (list.Start, list.End));
        Assert.Equal("function", list.Matches[0].Kind);
    }

    [Fact]
    public async Task Paths_are_completed_folder_by_folder()
    {
        var folder = Directory.CreateTempSubdirectory("paths").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "sub"));
            await File.WriteAllTextAsync(Path.Combine(folder, "sub", "first.dib"), "");
            await File.WriteAllTextAsync(Path.Combine(folder, "sub", "first.txt"), "");
            await using var notebook = new Notebook(new CSharpSessionOptions { Folder = folder });
            async Task<string> OffersAsync(string code) => string.Join(',', (await notebook.Session.CompleteAsync(code, code.Length, default)).Matches.Select(m => m.Text));

            Assert.Equal("sub/", await OffersAsync("#!import s"));
            Assert.Equal("first.dib", await OffersAsync("#!import \"sub/fi"));
            Assert.Equal("", await OffersAsync("#load \"sub/fi"));
            Assert.Equal("", await OffersAsync("#r \"nowhere/x"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_match_tells_its_signature()
    {
        var list = await CompleteAsync("Math.Sqr|");

        Assert.Equal("double Math.Sqrt(double d)", list.Matches[0].Description);
    }

    [Theory]
    [InlineData("string.Compare(\"a\", |", "string strB")]
    [InlineData("string.Format(|", "string format")]
    [InlineData("Math.Pow(2, |)", "double y")]
    [InlineData("Math.Pow(y: 2, x: |)", "double x")]
    [InlineData("int F(int first, string second = \"\") => 1; F(1, |", "string second")]
    [InlineData("new System.Text.StringBuilder(1, |", "int maxCapacity")]
    [InlineData("Func<int, int> f = x => x; f(|", "int arg")]
    [InlineData("Console.WriteLine(\"{0} {1}\", 1, |", "object arg1")]
    public async Task Inspection_within_a_call_tells_the_parameter(string marked, string expected)
    {
        var shown = (await InspectAsync(marked))!;

        Assert.StartsWith("-> " + expected, shown);
    }

    [Fact]
    public async Task Inspection_tells_the_documentation_written_in_a_cell()
    {
        await _notebook.RunAsync("/// <summary>Doubles a number.</summary>\n/// <param name=\"x\">Any number.</param>\nint Double(int x) => 2 * x;");

        var shown = (await InspectAsync("Dou|ble(1)"))!;
        Assert.StartsWith("int Double(int x)", shown);
        Assert.Contains("Doubles a number.", shown);
        Assert.Contains("x: Any number.", shown);
    }

    [Fact]
    public async Task Inspection_tells_what_the_platforms_documentation_says_and_a_variables_value()
    {
        Assert.Contains("Returns the square root of a specified number.", await InspectAsync("Math.Sq|rt(1)"));
        await _notebook.RunAsync("var answer = 42;");
        Assert.Equal("int answer\n= 42", await InspectAsync("answ|er"));
    }

    [Fact]
    public async Task Static_and_instance_members_are_kept_apart()
    {
        Assert.DoesNotContain("Length", (await CompleteAsync("string.|")).Matches.Select(m => m.Text));
        Assert.DoesNotContain("IsNullOrEmpty", (await CompleteAsync("\"\".|")).Matches.Select(m => m.Text));
    }

    [Theory]
    [InlineData("Console|", "class System.Console")]
    [InlineData("Console.Wri|teLine(1)", "void Console.WriteLine")]
    [InlineData("#!time|", "#!time")]
    [InlineData("var number = 5; num|ber", "int number")]
    public async Task Inspection_tells_the_signature(string marked, string expected)
    {
        var position = marked.IndexOf('|');
        var shown = await _notebook.Session.InspectAsync(marked.Remove(position, 1), position, default);

        Assert.Contains(expected.Split('.')[^1], shown!.Data["text/plain"].GetValue<string>());
    }

    [Fact]
    public async Task Inspection_knows_nothing_of_nothing()
    {
        Assert.Null(await _notebook.Session.InspectAsync("", 0, default));
        Assert.Null(await _notebook.Session.InspectAsync("nothingAtAll", 3, default));
    }

    private async Task<string?> InspectAsync(string marked)
    {
        var position = marked.IndexOf('|');
        return (await _notebook.Session.InspectAsync(marked.Remove(position, 1), position, default))?.Data["text/plain"].GetValue<string>();
    }

    private Task<CompletionList> CompleteAsync(string marked)
    {
        var position = marked.IndexOf('|');
        return _notebook.Session.CompleteAsync(marked.Remove(position, 1), position, default);
    }
}
