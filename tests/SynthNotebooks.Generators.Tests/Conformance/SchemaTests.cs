using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Tests.Conformance;

public class SchemaTests
{
    private const int Rows = 5000;
    private static readonly DataFrame Training = MixedTable.Of(3000, seed: 2);

    public static TheoryData<string> Ids => Generators.Ids;

    [Theory, MemberData(nameof(Ids))]
    public void Names_order_kinds_and_formats_are_kept(string id)
    {
        var model = Generators.Fit(id, Training);
        var sample = model.Sample(Rows);

        Assert.Equal(Training.Columns.Select(column => (column.Name, column.Kind, column.Format)), sample.Columns.Select(column => (column.Name, column.Kind, column.Format)));
        Assert.Equal(Training.Columns.Select(column => (column.Name, column.Kind)), model.Schema.Columns.Select(column => (column.Name, column.Kind)));
        Assert.Equal(Rows, sample.Rows.Count);
        Assert.Equal(DataOrigin.Synthetic, sample.Origin);
    }

    [Theory, MemberData(nameof(Ids))]
    public void No_rows_are_a_table_of_no_rows(string id) =>
        Assert.Equal((0L, Training.Columns.Count), Generators.Fit(id, Training).Sample(0) is var sample ? (sample.Rows.Count, sample.Columns.Count) : default);

    [Theory, MemberData(nameof(Ids))]
    public void Numbers_stay_in_the_range_and_on_the_decimals_of_the_table(string id)
    {
        var sample = Generators.Fit(id, Training).Sample(Rows);

        foreach (var name in new[] { "age", "gain", "amount", "reading", "visit", "logged" })
        {
            double[] real = [.. Training[name].ToNumbers().Where(double.IsFinite)], made = [.. sample[name].ToNumbers().Where(double.IsFinite)];
            Assert.True(made.Min() >= real.Min() && made.Max() <= real.Max(), $"{name}: {made.Min()} to {made.Max()}, real {real.Min()} to {real.Max()}");
        }
        Assert.All(sample["amount"].ToNumbers(), value => Assert.Equal(Math.Round(value, 2), value));
        Assert.All(sample["gain"].ToNumbers(), value => Assert.Equal(0, value % 100));
        Assert.All(((TimestampColumn)sample["logged"]).Values.ToArray(), ticks => Assert.Equal(0, ticks % TimeSpan.TicksPerMinute));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Missing_rates_are_kept(string id)
    {
        const double alpha = 1e-6; // Hoeffding: a correct generator fails with less than this probability
        var slack = Math.Sqrt(Math.Log(2 * Training.Columns.Count / alpha) / (2 * Rows));

        var sample = Generators.Fit(id, Training).Sample(Rows);

        foreach (var column in Training.Columns)
            Assert.True(Math.Abs((double)column.NullCount / column.Length - (double)sample[column.Name].NullCount / Rows) <= slack, $"{column.Name}: {sample[column.Name].NullCount} missing of {Rows}");
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_spike_keeps_its_share(string id)
    {
        const double alpha = 1e-6;
        var slack = Math.Sqrt(Math.Log(2 / alpha) / (2 * Rows));
        double real = Training["gain"].ToNumbers().Count(value => value == 0), made = Generators.Fit(id, Training).Sample(Rows)["gain"].ToNumbers().Count(value => value == 0);

        Assert.InRange(made / Rows, real / Training.Rows.Count - slack, real / Training.Rows.Count + slack);
    }
}
