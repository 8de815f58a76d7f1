using System.Globalization;
using System.Text.Json.Nodes;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Leaks;
using SynthNotebooks.Notebooks.Leaks.Records;

namespace SynthNotebooks.Notebooks.Tests.Leaks;

public sealed class LeakScannerTests
{
    private static readonly DataFrame Real = Table(seed: 1, rows: 2000);

    private static readonly LeakScanner Scanner = new([new RealTable("real.csv", Real)]);

    /// <summary>Every way in which a notebook may show the row 7 of the table.</summary>
    public static TheoryData<string, string> Forms() => new()
    {
        { "text/plain", string.Join(",", Cells(7)) },
        { "text/plain", "x\n" + string.Join("   ", Cells(7).Prepend("1")) },
        { "text/plain", string.Join("\n", Real.Columns.Select((column, i) => $"{column.Name}: {Cells(7)[i]}")) },
        { "text/plain", $"a man of {Real["age"].GetText(7)} with an income of {((long)Real["income"][7]!).ToString("N0", CultureInfo.InvariantCulture)}, weighing {Real["weight"].GetText(7)}, from {Real["city"].GetText(7)}" },
        { "text/html", "<table><tr>" + string.Concat(Cells(7).Select(cell => $"<td align=\"right\">{Markup.EncodeHtml(cell)}</td>")) + "</tr></table>" },
        { "text/html", "<table>" + string.Concat(Cells(7).Select((cell, i) => $"<tr><th>{Real.Columns[i].Name}</th><td><b>{cell}</b></td><td>9</td></tr>")) + "</table>" },
        { "text/html", $"<p data-row='{string.Join(" ", Cells(7))}'>shown by a script</p>" },
        { "text/html", $"<!-- {string.Join(",", Cells(7))} --><script>var a = 1;</script>" },
        { "image/svg+xml", $"<svg xmlns=\"http://www.w3.org/2000/svg\"><g><title>{string.Join("; ", Cells(7))}</title><path d=\"M0 1L2 3\"/></g></svg>" },
        { "application/vnd.plotly.v1+json", new JsonObject { ["data"] = new JsonArray(Real.Columns.Select(column => (JsonNode)new JsonArray("first", column.GetText(7), "last")).ToArray()) }.ToJsonString() },
        { "application/json", new JsonArray(new JsonObject(Real.Columns.Select(column => KeyValuePair.Create(column.Name, (JsonNode?)JsonValue.Create(column.GetText(7)))))).ToJsonString() },
        { "text/markdown", "| a | b |\n|---|---|\n| " + string.Join(" | ", Cells(7)) + " |" },
    };

    [Theory, MemberData(nameof(Forms))]
    public void A_real_row_is_found_in_every_form(string mime, string text)
    {
        var finding = Assert.Single(Scanner.Scan(mime, text), found => found.Kind == LeakKind.Record);

        Assert.Equal(1, finding.Count);
        Assert.Contains("row 7;", finding.What, StringComparison.Ordinal);
        Assert.DoesNotContain(Real["income"].GetText(7)!, finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_real_row_is_found_and_hardly_any_other()
    {
        var (found, mistaken) = (0, 0);
        var others = Table(seed: 2, rows: 2000); // the same distributions, other people
        for (var row = 0; row < 2000; row++)
        {
            if (Scanner.Scan("text/plain", string.Join(",", Cells(row))).Any(finding => finding.Kind == LeakKind.Record)) found++;
            if (Scanner.Scan("text/plain", string.Join(",", others.Columns.Select(column => column.GetText(row)))).Any(finding => finding.Kind == LeakKind.Record)) mistaken++;
        }

        Assert.Equal(2000, found);
        // The rule promises at most 2000 · 2^-7 = 15.6 in expectation; more than 40 has a probability below 1e-6 (Poisson, mean 15.6: about 2e-8).
        Assert.InRange(mistaken, 0, 40);
    }

    [Theory]
    [InlineData("age 40 to 49: 512 rows, mean income 51,200, sd 14.2")]
    [InlineData("real 0.512 synthetic 0.498 score 0.97 rows 2000")]
    [InlineData("city Berlin 0.25, Paris 0.25, Rome 0.25, New York 0.25")]
    public void Figures_about_the_table_are_no_records(string line) => Assert.DoesNotContain(Scanner.Scan("text/plain", line), found => found.Kind == LeakKind.Record);

    [Fact]
    public void Rows_that_five_people_share_and_common_values_tell_nobody()
    {
        var table = new DataFrame(
            TextColumn.Of("a", Enumerable.Range(0, 100).Select(i => i < 5 ? "left" : $"x{i}")), TextColumn.Of("b", Enumerable.Range(0, 100).Select(i => i < 5 ? "right" : $"y{i}")),
            TextColumn.Of("c", Enumerable.Range(0, 100).Select(i => i < 5 ? "middle" : $"z{i}")), TextColumn.Of("d", Enumerable.Range(0, 100).Select(i => i < 5 ? "under" : $"w{i}")));
        var scanner = new LeakScanner([new RealTable("t", table)]);

        Assert.Empty(scanner.Scan("text/plain", "left right middle under"));
        Assert.Single(scanner.Scan("text/plain", "x9 y9 z9 w9"), found => found.Kind == LeakKind.Record);
    }

    [Fact]
    public void Identifiers_count_where_their_form_is_sparse()
    {
        var random = new SplitRandom(3);
        var sparse = Enumerable.Range(0, 400).Select(_ => $"K{random.NextBelow(90000000) + 10000000}-{random.NextBelow(90) + 10}").ToArray();
        var table = new DataFrame(TextColumn.Of("patient_id", sparse), TextColumn.Of("visit_id", Enumerable.Range(0, 400).Select(i => $"V{i:D4}")));
        var scanner = new LeakScanner([new RealTable("t", table)]);

        var finding = Assert.Single(scanner.Scan("text/plain", $"V0007 V0008 and {sparse[3]}, {sparse[9]}, {sparse[3]}"), found => found.Kind == LeakKind.Identifier);

        Assert.Equal((2, "values of column 'patient_id' of t that tell a record alone"), (finding.Count, finding.What));
        Assert.Empty(scanner.Scan("text/plain", "V0001 V0002 V0003"));
    }

    [Fact]
    public void Every_display_of_a_real_frame_is_told_by_its_badge_and_none_of_a_synthetic_one()
    {
        foreach (var formatter in DisplayFormatters.All.Where(formatter => formatter.Displays == typeof(DataFrame)))
        {
            foreach (var mime in formatter.MimeTypes)
            {
                foreach (var origin in new[] { DataOrigin.Real, DataOrigin.Unknown })
                    Assert.Equal([LeakKind.Badge], new LeakScanner().Scan(mime, formatter.Format(Real.WithOrigin(origin), mime)).Select(found => found.Kind));
                Assert.Empty(new LeakScanner().Scan(mime, formatter.Format(Real.WithOrigin(DataOrigin.Synthetic), mime)));
            }
        }
    }

    [Theory, InlineData("text/html", "<a <b <!-- <td"), InlineData("application/json", "{\"a\":"), InlineData("image/svg+xml", ""), InlineData("text/html", "</tr><td>\u0000&#xD800;"), InlineData("text/plain", "\ud800 \ud800\ud800")]
    public void Broken_texts_are_read_as_far_as_they_go(string mime, string text) => Assert.Empty(Scanner.Scan(mime, text));

    private static string[] Cells(int row) => [.. Real.Columns.Select(column => column.GetText(row)!)];

    private static DataFrame Table(ulong seed, int rows)
    {
        var random = new SplitRandom(seed);
        string[] cities = ["Berlin", "Paris", "Rome", "New York"];
        var age = Enumerable.Range(0, rows).Select(_ => 20L + random.NextBelow(60)).ToArray();
        return new DataFrame(
            new Int64Column("age", age),
            TextColumn.Of("city", Enumerable.Range(0, rows).Select(_ => cities[random.NextBelow(4)])),
            new Int64Column("income", Enumerable.Range(0, rows).Select(_ => 10_000L + random.NextBelow(60_000)).ToArray()),
            TextColumn.Of("generation", age.Select(years => years < 45 ? "young" : "old")), // follows from the age: tells nothing more
            new DoubleColumn("weight", Enumerable.Range(0, rows).Select(_ => 40 + random.NextBelow(600) / 10.0).ToArray()));
    }
}
