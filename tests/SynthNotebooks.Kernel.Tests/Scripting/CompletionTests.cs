using SynthNotebooks.Kernel.Scripting;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Tests.Scripting;

public sealed class CompletionTests : IAsyncDisposable
{
    private readonly Notebook _notebook = new(new CSharpSessionOptions { IndexerKeys = value => value is Dictionary<string, int> d ? d.Keys : null });

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

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
    [InlineData("#!lsm|", "#!lsmagic")]
    [InlineData("#!who|", "#!who,#!whos")]
    [InlineData("#!time\nMath.Sqr|", "Sqrt")]
    [InlineData("table[\"pri|", "price")]
    [InlineData("// Math.Sqr|", "")]
    [InlineData("var t = \"Math.Sqr|", "")]
    public async Task The_caret_offers_exactly(string marked, string expected)
    {
        await _notebook.RunAsync("var earlierVariable = \"x\"; var table = new Dictionary<string, int> { [\"price\"] = 1, [\"name\"] = 2 };");
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

    [Theory]
    [InlineData("1", CompletenessStatus.Complete)]
    [InlineData("var x = 1;", CompletenessStatus.Complete)]
    [InlineData("int F(int a) { return a; }", CompletenessStatus.Complete)]
    [InlineData("class A { int B; }", CompletenessStatus.Complete)]
    [InlineData("#!time\n1 + 1", CompletenessStatus.Complete)]
    [InlineData("#r \"nuget: X\"", CompletenessStatus.Complete)]
    [InlineData("", CompletenessStatus.Complete)]
    [InlineData("int F(int a) {", CompletenessStatus.Incomplete)]
    [InlineData("class A {", CompletenessStatus.Incomplete)]
    [InlineData("var s = @\"abc", CompletenessStatus.Incomplete)]
    [InlineData("if (true", CompletenessStatus.Incomplete)]
    [InlineData("int = 7q;", CompletenessStatus.Invalid)]
    [InlineData(")", CompletenessStatus.Invalid)]
    public void Completeness_is_told(string code, CompletenessStatus expected) => Assert.Equal(expected, _notebook.Session.CheckCompleteness(code).Status);

    [Fact]
    public void An_open_block_asks_for_indentation() => Assert.Equal("    ", _notebook.Session.CheckCompleteness("int F(int a) {").Indent);

    private Task<CompletionList> CompleteAsync(string marked)
    {
        var position = marked.IndexOf('|');
        return _notebook.Session.CompleteAsync(marked.Remove(position, 1), position, default);
    }
}
