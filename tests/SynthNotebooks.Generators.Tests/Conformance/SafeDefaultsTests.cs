using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Tests.Conformance;

/// <summary>What a release must not tell. Leaky controls, which copy rows, are exempt from the tests of copies.</summary>
public class SafeDefaultsTests
{
    private const int Rows = 20_000;
    private static readonly DataFrame Training = MixedTable.Of(3000, seed: 8);

    public static TheoryData<string> Ids => Generators.Ids;

    public static TheoryData<string> HonestIds => [.. Generators.Entries.Where(entry => !entry.Attribute.CopiesRows).Select(entry => entry.Id)];

    [Theory, MemberData(nameof(HonestIds))]
    public void Categories_seen_fewer_than_five_times_never_come_out(string id)
    {
        var model = Generators.Fit(id, Training);

        Assert.DoesNotContain(Generators.Texts(model.Sample(Rows)["city"]), city => city.StartsWith("Rare", StringComparison.Ordinal));
        Assert.DoesNotContain(model.Schema["city"].Categories!, city => city.StartsWith("Rare", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(HonestIds))]
    public void Rare_categories_come_out_when_they_are_allowed(string id)
    {
        var sample = Generators.Fit(id, Training, context => context with { MinimumCount = 1 }).Sample(Rows);

        Assert.Contains(Generators.Texts(sample["city"]), city => city.StartsWith("Rare", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(HonestIds))]
    public void Identifiers_are_fresh_distinct_and_of_the_same_format(string id)
    {
        var sample = Generators.Fit(id, Training).Sample(Rows);

        foreach (var name in new[] { "patient_id", "row_id" })
        {
            var made = Generators.Texts(sample[name]);
            Assert.Equal(Rows, made.Count);
            Assert.Empty(made.Intersect(Generators.Texts(Training[name])));
        }
        Assert.All(Generators.Texts(sample["patient_id"]), text => Assert.Matches("^[0-9]{4}-[A-Z]{3}$", text));
        Assert.Equal(Enumerable.Range(8000, Rows).Select(i => (long)i), ((Int64Column)sample["row_id"]).Values.ToArray());
    }

    [Theory, MemberData(nameof(HonestIds))]
    public void Free_text_is_made_anew_from_common_words(string id)
    {
        var made = Generators.Texts(Generators.Fit(id, Training).Sample(Rows)["note"]);

        Assert.Empty(made.Intersect(Generators.Texts(Training["note"])));
        Assert.Contains(made, text => text.Split(' ').Contains("fever"));
    }

    [Theory, MemberData(nameof(HonestIds))]
    public void The_most_extreme_records_are_smoothed(string id)
    {
        var values = Enumerable.Range(0, 2000).Select(i => (double)(i % 1000)).ToArray();
        (values[3], values[4]) = (1_234_567.5, 2_345_678.25);
        var table = new DataFrame(new DoubleColumn("x", values), new Int64Column("y", Enumerable.Range(0, 2000).Select(i => (long)(i / 3)).ToArray()));

        var made = Generators.Fit(id, table).Sample(Rows)["x"].ToNumbers();

        Assert.DoesNotContain(made, value => value is 1_234_567.5 or 2_345_678.25);
        Assert.True(made.Max() < 2_345_678);
        Assert.Equal(2_345_678.25, Generators.Fit(id, table, context => context with { ExtremeRecords = 0 }).Schema["x"].Maximum);
    }

    [Theory, MemberData(nameof(HonestIds))]
    public void Rows_are_not_copied_beyond_the_natural_rate(string id)
    {
        var all = Discrete(9000);
        DataFrame training = all.Slice(0, 3000), fresh = all.Slice(3000, 6000);
        var known = Lines(training).ToHashSet(StringComparer.Ordinal);
        var natural = Lines(fresh).Count(known.Contains) / 6000.0;

        var copied = Lines(Generators.Fit(id, training).Sample(6000)).Count(known.Contains) / 6000.0;

        Assert.InRange(natural, 0.05, 0.95); // otherwise the test says nothing
        Assert.True(copied <= 1.1 * natural + 3 * Math.Sqrt(natural * (1 - natural) / 6000), $"copied {copied}, natural {natural}");
    }

    private static IEnumerable<string> Lines(DataFrame table) => table.Rows.Select(row => string.Join('|', row.Cells));

    private static DataFrame Discrete(int rows)
    {
        var random = new SplitRandom(9);
        var columns = Enumerable.Range(0, 5).Select(_ => new long[rows]).ToArray();
        for (var i = 0; i < rows; i++)
        {
            var z = random.NextNormal();
            foreach (var column in columns) column[i] = Math.Clamp((long)(5 + 2 * z + 1.5 * random.NextNormal()), 0, 10);
        }
        return new DataFrame(columns.Select((values, j) => new Int64Column(FormattableString.Invariant($"x{j}"), values)));
    }
}
