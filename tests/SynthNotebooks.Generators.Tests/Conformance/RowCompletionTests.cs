using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Tests.Conformance;

public class RowCompletionTests
{
    private const double Alpha = 1e-6; // a correct model fails with less than this probability
    private static readonly DataFrame Training = LatentTable.Of(4000, seed: 1);
    private static readonly Dictionary<string, IFittedGenerator> Imputers = Generators.Entries.Select(entry => (entry.Id, Generators.Fit(entry.Id, Training)))
        .Where(model => model.Item2 is IImputer).ToDictionary(model => model.Id, model => model.Item2, StringComparer.Ordinal);

    public static TheoryData<string> Ids => [.. Imputers.Keys];

    public static TheoryData<string> DependentIds => [.. Imputers.Keys.Except(["independent", "parametric"])];

    [Theory, MemberData(nameof(Ids))]
    public void Missing_cells_are_filled_within_the_schema_and_known_ones_stay(string id)
    {
        var table = LatentTable.Of(5000, seed: 2);
        var filled = ((IImputer)Imputers[id]).Impute(table, new() { Seed = 3 });

        foreach (var column in table.Columns)
        {
            Assert.Equal(0, filled[column.Name].NullCount);
            for (var row = 0; row < column.Length; row++)
                if (!column.IsNull(row)) Assert.Equal(column.GetText(row), filled[column.Name].GetText(row));
        }
        AssertLegal(Imputers[id].Schema, filled, (column, row) => table[column].IsNull(row));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Replaced_columns_are_drawn_anew_and_the_others_stay(string id)
    {
        var table = LatentTable.Of(5000, seed: 2);
        var other = new Int64Column("other", Enumerable.Range(0, 5000).Select(row => (long)row).ToArray());
        var wide = new DataFrame(table.Columns.Reverse().Append(other));
        var drawn = ((IImputer)Imputers[id]).Redraw(wide, ["x", "spiky"], new() { Seed = 3 });

        Assert.Equal(wide.Columns.Select(column => (column.Name, column.Kind)), drawn.Columns.Select(column => (column.Name, column.Kind)));
        Assert.Equal(Generators.Bytes(wide.Select("flag", "y", "level", "other")), Generators.Bytes(drawn.Select("flag", "y", "level", "other")));
        AssertLegal(Imputers[id].Schema, drawn, (column, _) => column is "x" or "spiky");
        var same = Enumerable.Range(0, 5000).Count(row => wide["x"].GetText(row) == drawn["x"].GetText(row));
        Assert.InRange(same, 0, 500); // x has some 1,500 values
        var rate = (double)wide["spiky"].NullCount / 5000;
        Assert.InRange((double)drawn["spiky"].NullCount / 5000, rate - 0.05, rate + 0.05); // eight standard errors of either table
    }

    [Theory, MemberData(nameof(Ids))]
    public void What_a_replaced_column_holds_is_not_read(string id)
    {
        var table = LatentTable.Of(1000, seed: 2);
        var masked = new DataFrame(table.Columns.Select(column => column.Name == "x" ? TextColumn.Of("x", new string[1000].Select(_ => "***").ToArray()) : column));

        var a = ((IImputer)Imputers[id]).Redraw(table, ["x"], new() { Seed = 3 });
        var b = ((IImputer)Imputers[id]).Redraw(masked, ["x"], new() { Seed = 3 });

        Assert.Equal(Generators.Bytes(a), Generators.Bytes(b));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Completion_gives_the_same_bytes_at_one_and_two_threads(string id)
    {
        var table = LatentTable.Of(9000, seed: 2); // three blocks
        var model = (IImputer)Imputers[id];

        Assert.Equal(Generators.Bytes(model.Impute(table, new() { Seed = 3, Threads = 1 })), Generators.Bytes(model.Impute(table, new() { Seed = 3, Threads = 2 })));
        Assert.Equal(Generators.Bytes(model.Redraw(table, ["y"], new() { Seed = 3, Threads = 1 })), Generators.Bytes(model.Redraw(table, ["y"], new() { Seed = 3, Threads = 2 })));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Replacing_columns_of_a_sample_leaves_its_distribution(string id)
    {
        const int rows = 12_000;
        var model = Imputers[id];
        var sample = model.Sample(rows, new() { Seed = 5 });
        foreach (var columns in new string[][] { ["x"], ["level"], ["spiky", "flag"] })
        {
            var drawn = ((IImputer)model).Redraw(sample, columns, new() { Seed = 6 });
            foreach (var (name, probe) in Probes)
            {
                // Given the other columns both are draws from the same distribution; Hoeffding's bound for the difference of row pairs.
                var slack = Math.Sqrt(2 * Math.Log(2 * 3 * Probes.Length / Alpha) / rows);
                double a = Share(sample, probe), b = Share(drawn, probe);
                Assert.True(Math.Abs(a - b) <= slack, $"{string.Join(", ", columns)} replaced: share of {name} was {a}, is {b}, slack {slack}");
            }
        }
    }

    [Theory, MemberData(nameof(DependentIds))]
    public void Dependence_survives_where_columns_are_replaced(string id)
    {
        var table = LatentTable.Of(5000, seed: 2);
        var drawn = ((IImputer)Imputers[id]).Redraw(table, ["x", "level"], new() { Seed = 3 });

        double before = -Correlation(table, "x", "y"), after = -Correlation(drawn, "x", "y");
        Assert.True(after > before - 0.15, $"correlation {before:F3} became {after:F3}");
        if (id == "mvn") return; // its columns are normal, those of the table are not: ranks of known cells are others
        double top = Share(table, ("x", 13, "level", "high")), still = Share(drawn, ("x", 13, "level", "high"));
        Assert.InRange(still, 0.8 * top, 1.2 * top); // a sixth of the rows; a third of it when independent
    }

    [Theory, MemberData(nameof(Ids))]
    public void Values_never_seen_are_met_soundly(string id)
    {
        var table = LatentTable.Of(100, seed: 2);
        var strange = new DataFrame(TextColumn.Of("level", Enumerable.Repeat("unheard of", 100).ToArray()), new DoubleColumn("x", Enumerable.Repeat(1e9, 100).ToArray()), table["y"], table["flag"], table["spiky"]);

        var drawn = ((IImputer)Imputers[id]).Redraw(((IImputer)Imputers[id]).Impute(strange, new()), ["spiky"], new());

        Assert.Equal("unheard of", drawn["level"].GetText(99));
        AssertLegal(Imputers[id].Schema, drawn, (column, _) => column == "spiky");
    }

    [Theory, MemberData(nameof(Ids))]
    public void Wrong_columns_are_refused_by_name(string id)
    {
        var model = (IImputer)Imputers[id];
        Assert.Contains("heigth", Assert.Throws<ArgumentException>(() => model.Redraw(Training, ["heigth"], new())).Message, StringComparison.Ordinal);
        Assert.Contains("twice", Assert.Throws<ArgumentException>(() => model.Redraw(Training, ["x", "x"], new())).Message, StringComparison.Ordinal);
        Assert.Contains("No column", Assert.Throws<ArgumentException>(() => model.Redraw(Training, [], new())).Message, StringComparison.Ordinal);
        Assert.Contains("'spiky'", Assert.Throws<ArgumentException>(() => model.Impute(Training.Select("level", "x", "y", "flag"), new())).Message, StringComparison.Ordinal);
    }

    private static readonly (string Name, (string, double, string, string) Probe)[] Probes =
    [
        .. from number in new[] { ("x", 8.0), ("x", 12.0), ("y", 0.0), ("y", 0.8), ("spiky", 0.5), ("spiky", 15.0) }
           from category in new[] { ("level", "low"), ("level", "middle"), ("level", "high"), ("flag", "true") }
           select ($"{number.Item1} > {number.Item2} and {category.Item1} = {category.Item2}", (number.Item1, number.Item2, category.Item1, category.Item2)),
    ];

    private static double Share(DataFrame table, (string Number, double Above, string Category, string Value) probe)
    {
        var numbers = table[probe.Number].ToNumbers();
        var hits = 0;
        for (var row = 0; row < numbers.Length; row++)
            if (numbers[row] > probe.Above && string.Equals(table[probe.Category].GetText(row), probe.Value, StringComparison.OrdinalIgnoreCase)) hits++;
        return (double)hits / numbers.Length;
    }

    private static double Correlation(DataFrame table, string first, string second)
    {
        var pairs = table[first].ToNumbers().Zip(table[second].ToNumbers()).Where(pair => double.IsFinite(pair.First) && double.IsFinite(pair.Second)).ToArray();
        double a = pairs.Average(pair => pair.First), b = pairs.Average(pair => pair.Second);
        return pairs.Sum(pair => (pair.First - a) * (pair.Second - b)) / Math.Sqrt(pairs.Sum(pair => (pair.First - a) * (pair.First - a)) * pairs.Sum(pair => (pair.Second - b) * (pair.Second - b)));
    }

    private static void AssertLegal(TableSchema schema, DataFrame table, Func<string, int, bool> drawn)
    {
        foreach (var column in schema.Columns)
        {
            var numbers = column.Kind == ColumnKind.Text ? null : table[column.Name].ToNumbers();
            for (var row = 0; row < table.Rows.Count; row++)
            {
                if (!drawn(column.Name, row) || table[column.Name].IsNull(row)) continue;
                if (numbers is null) Assert.Contains(table[column.Name].GetText(row)!, column.Categories!);
                else if (column.Minimum is { } low && column.Maximum is { } high) Assert.InRange(numbers[row], low, high);
            }
        }
    }
}
