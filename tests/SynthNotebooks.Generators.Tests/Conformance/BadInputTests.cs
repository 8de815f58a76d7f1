using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Tests.Conformance;

/// <summary>Hard tables give a clear <see cref="FitException"/> or a sound sample, never another exception.</summary>
public class BadInputTests
{
    private const string Script = "<script>alert(1)</script>";

    private static readonly Dictionary<string, DataFrame> Tables = new()
    {
        ["no columns"] = new DataFrame(),
        ["no rows"] = MixedTable.Of(10, seed: 6).Slice(0, 0),
        ["one row"] = MixedTable.Of(10, seed: 6).Slice(0, 1),
        ["two rows"] = MixedTable.Of(10, seed: 6).Slice(0, 2),
        ["nine rows"] = MixedTable.Of(9, seed: 6),
        ["one column"] = new DataFrame(new Int64Column("x", Numbers(300))),
        ["all missing"] = new DataFrame(new Int64Column("x", Numbers(300)), new DoubleColumn("y", Enumerable.Repeat(double.NaN, 300).ToArray()), TextColumn.Of("z", new string?[300])),
        ["only all missing"] = new DataFrame(TextColumn.Of("z", new string?[300])),
        ["constant"] = new DataFrame(new Int64Column("x", new long[300]), TextColumn.Of("y", Enumerable.Repeat("same", 300)), new DoubleColumn("z", new double[300])),
        ["10,000 categories"] = new DataFrame(TextColumn.Of("x", Enumerable.Range(0, 20_000).Select(i => FormattableString.Invariant($"c{i % 10_000}"))), new Int64Column("y", Numbers(20_000))),
        ["10,000 frequent categories twice"] = new DataFrame(TextColumn.Of("x", Enumerable.Range(0, 60_000).Select(i => FormattableString.Invariant($"c{i % 10_000}"))),
            TextColumn.Of("y", Enumerable.Range(0, 60_000).Select(i => FormattableString.Invariant($"d{i * 7 % 10_000}")))),
        ["infinities"] = new DataFrame(new DoubleColumn("x", Numbers(300).Select(i => i % 10 == 0 ? double.PositiveInfinity : i % 77 == 0 ? double.NegativeInfinity : i).ToArray()), new Int64Column("y", Numbers(300))),
        ["huge numbers"] = new DataFrame(new DoubleColumn("x", Numbers(300).Select(i => (i - 150) * 1e306).ToArray()), new Int64Column("y", Numbers(300).Select(i => i % 2 == 0 ? long.MaxValue - i : long.MinValue + i).ToArray())),
        ["markup"] = new DataFrame(TextColumn.Of(Script, Enumerable.Range(0, 300).Select(i => i % 3 == 0 ? Script : "\"quoted\", \n text"))),
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var (id, _, _) in Generators.Entries)
                foreach (var table in Tables.Keys) cases.Add(id, table);
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_hard_table_gives_a_clear_error_or_a_sound_sample(string id, string table)
    {
        var training = Tables[table];
        IFittedGenerator model;
        try
        {
            model = Generators.Fit(id, training);
        }
        catch (FitException failure)
        {
            Assert.True(failure.Message.Length > 20, failure.Message);
            return;
        }
        var sample = model.Sample(500);

        Assert.Equal(training.Columns.Select(column => (column.Name, column.Kind)), sample.Columns.Select(column => (column.Name, column.Kind)));
        Assert.Equal(500, sample.Rows.Count);
        Assert.All(training.Columns, column =>
        {
            if (column.NullCount == column.Length) Assert.Equal(500, sample[column.Name].NullCount);
            if (column.NullCount == 0) Assert.Equal(0, sample[column.Name].NullCount);
        });
        Assert.NotEmpty(Generators.Bytes(sample));
        using var file = new MemoryStream();
        ModelArchive.Save(model, file);
        Assert.Equal(Generators.Bytes(sample), Generators.Bytes(ModelArchive.Open(file, Generators.Catalog).Sample(500)));
    }

    [Theory, MemberData(nameof(EmptyCases))]
    public void An_empty_table_is_refused(string id, string table) => Assert.Throws<FitException>(() => Generators.Fit(id, Tables[table]));

    public static TheoryData<string, string> EmptyCases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var (id, _, _) in Generators.Entries)
                foreach (var table in new[] { "no columns", "no rows", "one row" }) cases.Add(id, table);
            return cases;
        }
    }

    private static long[] Numbers(int n) => [.. Enumerable.Range(0, n).Select(i => (long)i)];
}
