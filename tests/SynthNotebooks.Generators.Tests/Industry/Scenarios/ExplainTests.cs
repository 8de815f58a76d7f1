using System.Diagnostics;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios;

namespace SynthNotebooks.Generators.Tests.Industry.Scenarios;

public class ExplainTests
{
    // Of everything at once, with rows that stand twice, three levels deep, with keys and without
    [Theory]
    [InlineData("people")]
    [InlineData("visits")]
    [InlineData("calls")]
    [InlineData("notes")]
    [InlineData("plans")]
    public void Rows_are_explained_as_they_stand_wherever_they_are(string table)
    {
        foreach (var yaml in (string[])[Worlds.Sample, Worlds.Sample.Replace("key: \"P{n:0000}\"", "key: none", StringComparison.Ordinal)])
        {
            var world = Scenario.Parse(yaml).Simulate(60);
            var frame = world[table];
            for (var row = 0; row < frame.Rows.Count; row += Math.Max(1, (int)frame.Rows.Count / 12)) Check(world, table, row);
            Check(world, table, (int)frame.Rows.Count - 1);
        }
    }

    [Fact]
    public void A_row_far_down_a_million_is_explained_at_once()
    {
        // 100,000 families of ten rows; the rules are light, so that most of the test is not their making
        var world = Worlds.Of("scenario: big\nmain: a\nentities:\n  m: {rows: 50}\n  a: {key: \"A{n:0000000}\", attributes: {x: {uniform: [0, 1]}}}\n  b: {parent: a, count: {integer: [9, 11]}, attributes: {y: {normal: [0, 1]}, shop: {refer: m}}}", 100_000);
        _ = world.Explain("b", 3); // what is made once
        var clock = Stopwatch.StartNew();

        foreach (var row in (int[])[800_000, 999, 799_999, (int)world["b"].Rows.Count - 1]) Check(world, "b", row);
        Check(world, "a", 99_999);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2.5), $"{clock.Elapsed} for five rows");
    }

    private static void Check(World world, string table, int row)
    {
        var (frame, trace) = (world[table], world.Explain(table, row));
        Assert.Equal(row, trace.Row);
        foreach (var cell in trace.Rows[0].Cells)
        {
            if (!frame.Columns.Any(column => column.Name == cell.Name)) continue;
            var recorded = cell.Note?.Split("on record: ") is [_, var told] ? told == "missing" ? null : told : cell.Value;
            Assert.Equal(frame[cell.Name].GetText(row), recorded);
        }
        var key = frame.Columns[0].Name;
        if (key.EndsWith("_id", StringComparison.Ordinal) && key[..^3] == Singular(table)) Assert.Equal(frame[key].GetText(row), trace.Key);
    }

    private static string Singular(string table) => table == "people" ? "person" : table[..^1];
}
