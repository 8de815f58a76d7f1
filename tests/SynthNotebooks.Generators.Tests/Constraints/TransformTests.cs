using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Constraints;
using SynthNotebooks.Generators.Tests.Conformance;

namespace SynthNotebooks.Generators.Tests.Constraints;

public class TransformTests
{
    [Theory, Seeds(40)]
    public void Decoding_what_was_encoded_gives_the_same_cells(ulong seed)
    {
        var table = ConstrainedTable.Of(150, seed);
        var transform = TransformOf(table, ConstrainedTable.Constraints);

        AssertSame(table, transform.Decode(transform.Encode(table).Table));
        Assert.True(transform.Steps.Count >= 9, $"{transform.Steps.Count} steps");
    }

    [Theory]
    [InlineData("day <= time")]
    [InlineData("time >= day; day <= end; end <= time")]
    [InlineData("whole < real")]
    [InlineData("real < whole2")]
    [InlineData("day -> whole")]
    public void Mixed_kinds_of_columns_come_back(string constraints)
    {
        var random = new SplitRandom(3);
        var (days, ends, times, wholes, reals, whole2) = (new int[300], new int[300], new long[300], new long[300], new double[300], new long[300]);
        for (var i = 0; i < 300; i++)
        {
            days[i] = 700_000 + random.NextBelow(30);
            ends[i] = days[i] + random.NextBelow(5);
            times[i] = ends[i] * TimeSpan.TicksPerDay + random.NextBelow(100_000) * TimeSpan.TicksPerSecond;
            wholes[i] = days[i] / 6;
            reals[i] = wholes[i] + 0.25 + random.NextBelow(100) * 0.01;
            whole2[i] = (long)Math.Floor(reals[i]) + 1 + random.NextBelow(3);
        }
        var table = new DataFrame(new DateColumn("day", days), new DateColumn("end", ends, NullMask.Of(Enumerable.Range(0, 300).Select(i => i % 7 == 0).ToArray())), new TimestampColumn("time", times), new Int64Column("whole", wholes),
            new DoubleColumn("real", reals, new ColumnFormat(2)), new Int64Column("whole2", whole2));
        var transform = TransformOf(table, constraints);

        AssertSame(table, transform.Decode(transform.Encode(table).Table));
        Assert.NotEmpty(transform.Steps);
    }

    [Theory, Seeds(30)]
    public void Whatever_a_model_makes_of_the_distance_the_order_holds(ulong seed)
    {
        var random = new SplitRandom(seed);
        var training = ConstrainedTable.Of(200, seed);
        var transform = TransformOf(training, "admitted <= discharged; discharged <= billed; first < last; low < high");
        var encoded = transform.Encode(training).Table;

        // Each column shuffled on its own, distances of any sign and size.
        var wild = new DataFrame(encoded.Columns.Select(column =>
        {
            var rows = Enumerable.Range(0, column.Length).ToArray();
            random.Split(column.Name).Shuffle(rows.AsSpan());
            return column is Int64Column distances && column.Name.Contains(" - ", StringComparison.Ordinal)
                ? new Int64Column(column.Name, distances.Values.ToArray().Select(value => value * (random.NextBelow(41) - 20)).ToArray(), distances.Nulls)
                : column.Take(rows);
        }));
        var decoded = transform.Decode(wild);

        var set = ConstraintSet.Parse("admitted <= discharged; discharged <= billed; first < last; low < high", training.InferSchema());
        Assert.All(set.CountViolations(decoded), count => Assert.Equal(0, count));
    }

    [Fact]
    public void A_looked_up_column_follows_from_its_determinants_even_where_they_were_never_seen()
    {
        var training = new DataFrame(
            TextColumn.Of("a", Enumerable.Range(0, 400).Select(i => $"a{i % 4}")), TextColumn.Of("b", Enumerable.Range(0, 400).Select(i => $"b{i / 4 % 5}")), TextColumn.Of("c", Enumerable.Range(0, 400).Select(i => $"c{i % 4 * (i / 4 % 5)}")));
        var transform = TransformOf(training, "a, b -> c");
        var fresh = new DataFrame(TextColumn.Of("a", ["a3", "a3", "new", "new", "a2"]), TextColumn.Of("b", ["new", "new", "b1", "b1", "b2"]));

        var made = transform.Decode(fresh);

        Assert.All(ConstraintSet.Parse("a, b -> c", training.InferSchema()).CountViolations(made), count => Assert.Equal(0, count));
        Assert.Equal("c4", made["c"].GetText(4));
        Assert.Equal(0, made["c"].NullCount);
    }

    [Fact]
    public void Runs_shorter_than_the_minimum_join_their_neighbours()
    {
        // 0-49 low, one odd row at 50, 51-99 high.
        var numbers = Enumerable.Range(0, 100).Select(i => (long)i).ToArray();
        var training = new DataFrame(new Int64Column("n", numbers), TextColumn.Of("v", numbers.Select(n => n < 50 ? "low" : n == 50 ? "odd" : "high")));
        var transform = TransformOf(training, "n -> v", new() { ["n"] = ColumnRole.Continuous });

        var made = transform.Decode(new DataFrame(new Int64Column("n", new long[] { -5, 49, 50, 51, 1000 })));

        Assert.Equal(["low", "low", "high", "high", "high"], Enumerable.Range(0, 5).Select(made["v"].GetText));
    }

    private static TableTransform TransformOf(DataFrame table, string constraints, Dictionary<string, ColumnRole>? roles = null)
    {
        var schema = table.InferSchema();
        foreach (var (name, role) in roles ?? []) schema = schema.With(name, role);
        var context = new FitContext(schema) { ExtremeRecords = 0, Constraints = ConstraintSet.Parse(constraints, schema) };
        Assert.All(context.Constraints.CountViolations(table).Zip(context.Constraints.Constraints), pair => Assert.True(pair.First == 0, pair.Second.ToString()));
        return new TableTransform(schema, ConstraintPlan.Of(table, context, roles is null ? 1 : 5).Steps, []);
    }

    private static void AssertSame(DataFrame expected, DataFrame actual)
    {
        Assert.Equal(expected.Columns.Select(column => (column.Name, column.Kind, column.Format)), actual.Columns.Select(column => (column.Name, column.Kind, column.Format)));
        foreach (var column in expected.Columns)
            for (var row = 0; row < column.Length; row++)
                Assert.True(Equals(column[row], actual[column.Name][row]), $"{column.Name}, row {row}: {column[row]} became {actual[column.Name][row]}");
    }
}
