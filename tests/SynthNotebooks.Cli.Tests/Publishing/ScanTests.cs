using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace SynthNotebooks.Cli.Tests.Publishing;

public sealed class ScanTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task Findings_are_told_by_place_without_a_value_and_stripped_byte_for_byte()
    {
        var table = _work.MixedTable();
        var row = File.ReadLines(table).First(line => line.StartsWith("P00012,", StringComparison.Ordinal));
        var text = Notebook($$"""{"output_type":"stream","name":"stdout","text":["{{row}}\n"]}""", """{"output_type":"stream","name":"stdout","text":"nothing"}""");
        var notebook = _work.Write("n.ipynb", text);

        var scan = await Workspace.RunAsync("scan", notebook, "--real", table, "--json", _work.Path("s.json"));

        Assert.Equal((1, ""), (scan.Status, scan.Errors));
        Assert.Contains("cell 1, output 1 (stdout line 1): 1 records of mixed.csv: row 12;", scan.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("P00012", scan.Output + File.ReadAllText(_work.Path("s.json")), StringComparison.Ordinal);
        var finding = Assert.Single(JsonNode.Parse(File.ReadAllText(_work.Path("s.json")))!["notebooks"]![0]!["findings"]!.AsArray())!;
        Assert.Equal((1, 1, "record", 1), ((int)finding["cell"]!, (int)finding["output"]!, (string)finding["kind"]!, (int)finding["count"]!));

        var strip = await Workspace.RunAsync("strip-real", notebook, "--real", table, "--out", _work.Path("clean.ipynb"));

        Assert.Equal((0, ""), (strip.Status, strip.Errors));
        Assert.Equal(text, File.ReadAllText(notebook));
        var clean = File.ReadAllText(_work.Path("clean.ipynb"));
        var start = text.IndexOf("{\"output_type\":\"stream\"", StringComparison.Ordinal);
        Assert.StartsWith(text[..start], clean, StringComparison.Ordinal);
        Assert.EndsWith(text[text.IndexOf(",{\"output_type\"", start, StringComparison.Ordinal)..], clean, StringComparison.Ordinal);
        Assert.Equal(0, (await Workspace.RunAsync("scan", _work.Path("clean.ipynb"), "--real", table)).Status);

        await Workspace.RunAsync("strip-real", _work.Path("clean.ipynb"), "--real", table);
        Assert.Equal(clean, File.ReadAllText(_work.Path("clean.ipynb")));
        Assert.Equal(["clean.ipynb", "mixed.csv", "n.ipynb", "s.json"], Directory.GetFiles(_work.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_stands_outside_of_outputs_is_told_and_left_to_its_author()
    {
        var notebook = _work.Write("n.ipynb", """
            {"cells":[{"cell_type":"code","id":"a","metadata":{"owner":"anna@klinik-nord.de"},"source":"// MRN: 1234567","outputs":[{"output_type":"error","ename":"E","evalue":"no","traceback":["for \u001b[31m536-22-8145\u001b[0m"]}]},
            {"cell_type":"markdown","metadata":{},"source":"![x](attachment:x.txt)","attachments":{"x.txt":{"text/plain":"SUJBTiBERTg5MzcwNDAwNDQwNTMyMDEzMDAw"},"y.png":{"image/png":"AAAA"}}}],"metadata":{"authors":[{"name":"x","mail":"b@klinik-nord.de"}]},"nbformat":4}
            """);

        var scan = await Workspace.RunAsync("scan", notebook);
        var strip = await Workspace.RunAsync("strip-real", notebook);

        Assert.Equal((1, 1), (scan.Status, strip.Status));
        Assert.Contains("cell 1, output 1 (traceback line 1): 1 form of social security number", scan.Output, StringComparison.Ordinal);
        foreach (var part in new[] { "the notebook (metadata", "cell 1 (source", "cell 1 (metadata", "cell 2 (attachment 'x.txt'", "1 picture not read" }) Assert.Contains(part, scan.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("536-22", File.ReadAllText(notebook), StringComparison.Ordinal);
        Assert.Contains("MRN: 1234567", File.ReadAllText(notebook), StringComparison.Ordinal);
        Assert.Contains("cell 1 (source", strip.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_thousand_rows_are_looked_for_in_five_megabytes_within_seconds()
    {
        var random = new SynthNotebooks.Data.SplitRandom(5);
        var csv = new StringBuilder(string.Join(',', Enumerable.Range(0, 15).Select(column => $"c{column}"))).Append('\n');
        for (var row = 0; row < 50_000; row++) Line(csv, ',').Append('\n');
        var table = _work.Write("big.csv", csv.ToString());
        var outputs = new StringBuilder();
        for (var size = 0; size < 5_000_000; size = outputs.Length)
        {
            outputs.Append(size == 0 ? "" : ",").Append("""{"output_type":"stream","name":"stdout","text":" """);
            for (var line = 0; line < 20; line++) Line(outputs, ' ').Append("\\n");
            outputs.Append("\"}");
        }
        var notebook = _work.Write("big.ipynb", Notebook(outputs.ToString()));
        var watch = Stopwatch.StartNew();

        var scan = await Workspace.RunAsync("scan", notebook, "--real", table);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}"); // three seconds on a quiet machine
        Assert.Contains("in ", scan.Output, StringComparison.Ordinal);

        StringBuilder Line(StringBuilder text, char between)
        {
            for (var column = 0; column < 15; column++)
            {
                if (column > 0) text.Append(between);
                if (column % 3 == 0) text.Append((char)('a' + column)).Append(random.NextBelow(6 + column));
                else text.Append(random.NextBelow(column % 3 == 1 ? 90 : 100_000));
            }
            return text;
        }
    }

    private static string Notebook(params string[] outputs) =>
        $$"""{"cells":[{"cell_type":"code","id":"a","metadata":{},"execution_count":1,"source":"show()","outputs":[{{string.Join(",", outputs)}}]}],"metadata":{},"nbformat":4,"nbformat_minor":5}""";
}
