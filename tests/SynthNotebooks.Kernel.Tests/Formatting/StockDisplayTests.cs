using SynthNotebooks.Kernel.Sessions;
using SynthNotebooks.Kernel.Tests.Scripting;

namespace SynthNotebooks.Kernel.Tests.Formatting;

[Collection("alone")] // some of the tests register formatters, which belong to the process
public sealed class StockDisplayTests : IAsyncDisposable
{
    private readonly Notebook _notebook = new();

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Theory]
    [InlineData("new[] { 1, 2 }.Where(x => x > 0)", "[ 1, 2 ]")]
    [InlineData("Enumerable.Range(0, 100000)", "[ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 ... (99980 more) ]")]
    [InlineData("IEnumerable<int> E() { var i = 0; while (true) yield return i++; } E()", "[ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 ... (more) ]")]
    [InlineData("async IAsyncEnumerable<int> A() { for (var i = 0; i < 3; i++) { await Task.Delay(1); yield return i; } } A()", "[ 0, 1, 2 ]")]
    [InlineData("async IAsyncEnumerable<int> A() { for (var i = 0; ; i++) { await Task.Yield(); yield return i; } } A()", "[ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 ... (more) ]")]
    [InlineData("new HashSet<string> { \"a\" }", "[ a ]")]
    [InlineData("new List<int>()", "(empty)")]
    [InlineData("new ArrayList { 1, \"a\", null }", "[ 1, a, <null> ]")]
    [InlineData("new int?[] { 1, null }", "[ 1, <null> ]")]
    [InlineData("new Dictionary<string, int> { [\"a\"] = 1, [\"b\"] = 20 }", "key  value\na        1\nb       20")]
    [InlineData("new Hashtable { [1] = \"a\" }", "key  value\n  1  a")]
    [InlineData("new Dictionary<string, int[]> { [\"a\"] = new[] { 1, 2 } }", "key  value\na    [ 1, 2 ]")]
    [InlineData("record Item(string Name, double Price); new[] { new Item(\"a\", 1.5), new Item(\"b\", 20) }", "index  Name  Price\n    0  a       1.5\n    1  b        20")]
    [InlineData("record L { public L Self { get; set; } } var l = new L(); l.Self = l; l", "L { Self = L { Self = L { Self = L { … } } } }")]
    [InlineData("record L(int Value) { public L Self { get; set; } } var l = new L(7); l.Self = l; new[] { l }", "index  Value  Self\n    0      7  L { Value = 7, Self = L { Value = 7, Self = L { Value = 7, Self = L { … } } } }")]
    [InlineData("record N(int Value, N Next); Enumerable.Range(0, 20000).Aggregate((N)null, (rest, i) => new N(i, rest))", "N { Value = 19999, Next = N { Value = 19998, Next = N { Value = 19997, Next = N { … } } } }")]
    [InlineData("Enumerable.Range(0, 2).Select(x => new { x, y = x * x })", "index  x  y\n    0  0  0\n    1  1  1")]
    [InlineData("new[] { (1, \"a\"), (2, \"b\") }", "index  Item1  Item2\n    0      1  a\n    1      2  b")]
    [InlineData("class Bad { public int X => throw new FormatException(); } new[] { new Bad() }", "index  X\n    0  (FormatException)")]
    [InlineData("new[] { 1, 2, 3 }.GroupBy(x => x % 2)", "index  value\n    0  1: [ 1, 3 ]\n    1  0: [ 2 ]")]
    [InlineData("new[] { new[] { 1 }, new[] { 2, 3 } }", "index  value\n    0  [ 1 ]\n    1  [ 2, 3 ]")]
    [InlineData("new double[,] { { 1, 2 }, { 3, 4.5 } }", "   0    1\n0  1    2\n1  3  4.5")]
    [InlineData("(1, \"a\", new[] { 1, 2 })", "(1, a, [ 1, 2 ])")]
    [InlineData("Task.FromResult(5)", "Task<int>: RanToCompletion, 5")]
    [InlineData("Task.CompletedTask", "Task: RanToCompletion")]
    [InlineData("new TaskCompletionSource<int>().Task", "Task<int>: WaitingForActivation (await it to have its result)")]
    [InlineData("new DateOnly(2020, 1, 2)", "2020-01-02")]
    [InlineData("new DateTime(2020, 1, 2)", "2020-01-02 00:00:00")]
    [InlineData("new DateTime(2020, 1, 2, 3, 4, 5, 600, DateTimeKind.Utc)", "2020-01-02 03:04:05.6Z")]
    [InlineData("new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.FromHours(-2))", "2020-01-02 03:04:05-02:00")]
    [InlineData("new[] { new DateTime(2020, 1, 2) }", "[ 2020-01-02 00:00:00 ]")]
    [InlineData("new[] { new { T = new DateTime(2020, 1, 2) } }", "index  T\n    0  2020-01-02 00:00:00")]
    [InlineData("new TimeOnly(5, 6, 7)", "05:06:07")]
    [InlineData("new Uri(\"http://a/b\")", "http://a/b")]
    [InlineData("typeof(List<int>)", "System.Collections.Generic.List<int>")]
    [InlineData("new Func<int, string>(x => \"\")", "Func<int, string>: (int) -> string")]
    [InlineData("System.Text.Json.Nodes.JsonNode.Parse(\"{\\\"a\\\":[1]}\")", "{\n  \"a\": [\n    1\n  ]\n}")]
    [InlineData("class Point { public int X = 1; } new Point()", "Point\n      X: 1")]
    [InlineData("new { A = 1, B = new { C = 2 } }", "(anonymous)\n      A: 1\n      B: (anonymous)\n        C: 2")]
    [InlineData("var t = new System.Data.DataTable(); t.Columns.Add(\"a\", typeof(int)); t.Columns.Add(\"b\"); t.Rows.Add(7, null); t", "a  b\n7  <null>\n1 rows x 2 columns")]
    public async Task A_value_without_a_formatter_is_legible_in_plain_text(string code, string shown) => Assert.Equal(shown, await _notebook.ValueAsync(code));

    [Fact]
    public async Task Bytes_are_shown_as_the_picture_that_they_are_said_to_be()
    {
        var output = await _notebook.RunAsync("display(new byte[] { 1, 2, 3 }, \"image/png\");");

        Assert.Equal("AQID", Assert.Single(output.Displays).Data.Data["image/png"].GetValue<string>());
    }

    [Fact]
    public async Task A_value_with_a_formatter_is_told_by_its_first_line_within_a_table()
    {
        await _notebook.RunAsync("class Grid { }\nFormatter.Register<Grid>(g => \"2 rows x 3 columns\\na  b  c\\n1  2  3\\n\", \"text/plain\");");

        Assert.Equal("key  value\nx    2 rows x 3 columns", await _notebook.ValueAsync("new Dictionary<string, Grid> { [\"x\"] = new() }"));
        Assert.Equal("index  value\n    0  2 rows x 3 columns", await _notebook.ValueAsync("new List<Grid> { new() }"));
    }

    [Fact]
    public async Task An_exception_is_shown_with_where_it_arose_and_what_caused_it()
    {
        var shown = await _notebook.ValueAsync("try { try { throw new FormatException(\"in\"); } catch (Exception e) { throw new InvalidOperationException(\"out\", e); } } catch (Exception e) { return e; }");

        Assert.StartsWith("System.InvalidOperationException: out\n   at top level in cell 1, line 1\n", shown);
        Assert.Contains("\nCaused by System.FormatException: in\n   at top level in cell 1, line 1\n", shown);
    }

    [Fact]
    public async Task A_property_that_throws_tells_the_users_line_and_no_machinery()
    {
        var shown = await _notebook.ValueAsync("class Bad { public int X => throw new FormatException(\"odd\"); } new Bad()");

        Assert.Contains("X: System.FormatException: odd", shown);
        Assert.Contains("Bad.get_X() in cell 1, line 1", shown);
        Assert.DoesNotContain("lambda_method", shown);
        Assert.DoesNotContain("MemberAccessor", shown);
    }

    [Fact]
    public async Task A_sequence_that_fails_half_way_is_the_cells_error()
    {
        var error = await _notebook.ErrorAsync("IEnumerable<int> Fails() { yield return 1; throw new FormatException(\"mid\"); }\nFails()");

        Assert.Equal(("FormatException", "mid"), (error.Name, error.Message));
        Assert.Contains("   at Fails() in cell 1, line 1", error.Traceback);
        Assert.DoesNotContain(error.Traceback, line => line.Contains("Microsoft.DotNet") || line.Contains("System.Reflection"));
    }

    [Fact]
    public async Task A_formatter_of_the_users_takes_the_place_of_the_stock_one_also_within_tables()
    {
        await _notebook.RunAsync("record Colour(string Name);\nFormatter.Register<Colour>((c, w) => w.Write($\"<i>{c.Name}</i>\"), \"text/html\");\nFormatter.Register<Colour>(c => \"colour \" + c.Name, \"text/plain\");");

        Assert.Equal("colour red", await _notebook.ValueAsync("new Colour(\"red\")"));
        var dictionary = (await _notebook.RunAsync("new Dictionary<string, Colour> { [\"a\"] = new Colour(\"red\") }")).Value!;
        Assert.Contains("<i>red</i></td>", dictionary.Data["text/html"].GetValue<string>());
    }

    [Fact]
    public async Task A_formatter_of_a_base_class_or_interface_serves_what_derives_from_it()
    {
        var output = await _notebook.RunAsync("interface IShape { } class Circle : IShape { }\nFormatter.Register<IShape>((s, w) => w.Write(\"<b>shape</b>\"), \"text/html\");\nnew Circle()");

        Assert.Equal("<b>shape</b>", output.Value!.Data["text/html"].GetValue<string>());
    }

    [Fact]
    public async Task Preferred_mime_types_are_heeded()
    {
        var output = await _notebook.RunAsync("record Thing(int A);\nFormatter.SetPreferredMimeTypesFor(typeof(Thing), \"text/plain\", \"application/json\");\nnew Thing(3)");

        Assert.Equal(["text/plain", "application/json"], output.Value!.Data.Keys);
        Assert.Equal(3, output.Value.Data["application/json"]["A"]!.GetValue<int>());
    }

    [Fact]
    public async Task Lists_are_as_long_as_the_limit_says()
    {
        try
        {
            Assert.Equal("[ 0, 1, 2 ... (7 more) ]", await _notebook.ValueAsync("Formatter.ListExpansionLimit = 3; Enumerable.Range(0, 10).ToList()"));
        }
        finally
        {
            await _notebook.RunAsync("Formatter.ListExpansionLimit = 20;");
        }
    }

    [Fact]
    public async Task Text_can_be_shown_as_it_stands_and_a_value_under_several_mime_types()
    {
        var output = await _notebook.RunAsync("\"<b>x</b>\".DisplayAs(\"text/html\"); display(new { X = 1 }, \"application/json\", \"text/plain\"); \"{\\\"a\\\":1}\".DisplayAs(\"application/json\");");

        Assert.Equal("<b>x</b>", output.Displays[0].Data.Data["text/html"].GetValue<string>());
        Assert.Equal(["application/json", "text/plain"], output.Displays[1].Data.Data.Keys);
        Assert.Equal(1, output.Displays[2].Data.Data["application/json"]["a"]!.GetValue<int>());
        Assert.Contains("'nonsense' is no mime type", (await _notebook.ErrorAsync("display(1, \"nonsense\");")).Message);
    }

    [Fact]
    public async Task Scripts_and_styles_are_sent_to_the_page()
    {
        var output = await _notebook.RunAsync("Javascript(\"alert(1)\"); CSS(\".a { color: red }\");");

        Assert.Equal("alert(1)", output.Displays[0].Data.Data["application/javascript"].GetValue<string>());
        Assert.Equal("<style>.a { color: red }</style>", output.Displays[1].Data.Data["text/html"].GetValue<string>());
    }

    [Fact]
    public async Task A_bundle_made_by_a_cell_is_shown_as_it_is()
    {
        var output = await _notebook.RunAsync("new SynthNotebooks.Kernel.Sessions.MimeBundle(new Dictionary<string, System.Text.Json.Nodes.JsonNode> { [\"image/svg+xml\"] = \"<svg/>\" })");

        Assert.Equal("<svg/>", Assert.Single(output.Value!.Data).Value.GetValue<string>());
    }

    [Fact]
    public async Task Tags_build_html_and_the_underscore_stays_a_discard()
    {
        var output = await _notebook.RunAsync("_ = Task.Run(() => 1);\n_ = int.TryParse(\"1\", out var _);\ndiv(h1(\"<title>\"), p[@class: \"x\"](b(\"bold\")))");

        Assert.Equal("<div><h1>&lt;title&gt;</h1><p class=\"x\"><b>bold</b></p></div>", output.Value!.Data["text/html"].GetValue<string>());
        Assert.Equal("x", await _notebook.ValueAsync("using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;\nspan(\"x\").ToString().Contains(\"x\") ? \"x\" : \"\""));
    }
}
