using SynthNotebooks.Generators.Industry.Manufacturing.Production;
using SynthNotebooks.Generators.Tests.Industry.Finance;

namespace SynthNotebooks.Generators.Tests.Industry.Manufacturing.Production;

public class ProductionLineTests
{
    // Only the spread from part to part is left.
    private static readonly ProductionLineOptions Plain = new(SetUpSpread: 0, DriftPerPart: 0, BatchParts: 400);

    private static ProcessTable Run(ProductionLineOptions options, string to = "2024-04-01") => ProcessTable.Of(new ProductionLineProcess(options), "2024-01-01", to);

    [Theory, InlineData(25, 0.012), InlineData(25.02, 0.02), InlineData(24.95, 0.008)]
    public void Capability_is_found_again_within_its_standard_errors(double target, double spread)
    {
        var found = ProcessCapability.Of(Run(Plain with { Target = target, Spread = spread })["dimension"], Plain.Lower, Plain.Upper);
        var known = new ProcessCapability(target, spread, Plain.Lower, Plain.Upper, found.Parts);

        Assert.True(found.Parts > 50_000);
        NormalTolerance.AssertNear(0.12 / (6 * spread), found.Cp, known.Cp / Math.Sqrt(2.0 * (found.Parts - 1)), "Cp");
        NormalTolerance.AssertNear(Math.Min(25.06 - target, target - 24.94) / (3 * spread), found.Cpk, known.CpkError, "Cpk");
    }

    [Fact]
    public void Parts_beyond_the_limits_are_as_many_as_the_normal_law_says_and_flagged()
    {
        var table = Run(Plain with { Spread = 0.03 });
        var (dimensions, inside) = (table["dimension"], table["in_specification"]);
        Assert.All(dimensions.Zip(inside), pair => Assert.Equal(pair.First is >= 24.94 and <= 25.06, pair.Second == 1));

        var share = 2 * Data.PortableMath.NormalCdf(-2);
        NormalTolerance.AssertNear(share, 1 - inside.Average(), Math.Sqrt(share * (1 - share) / inside.Length), "share outside");
    }

    [Fact]
    public void Set_ups_leave_their_offset_with_the_whole_batch()
    {
        var table = Run(new(SetUpSpread: 0.02, DriftPerPart: 0, Spread: 0.002, BatchParts: 50), "2024-07-01");
        var means = table["batch"].Zip(table["dimension"]).GroupBy(pair => pair.First, pair => pair.Second).Where(batch => batch.Count() == 50).Select(batch => batch.Average() - 25).ToArray();
        var variance = 0.02 * 0.02 + 0.002 * 0.002 / 50;

        Assert.True(means.Length > 1000);
        NormalTolerance.AssertNear(variance, means.Average(x => x * x), variance * Math.Sqrt(2.0 / means.Length), "variance of batches");
    }

    [Fact]
    public void A_tool_wears_until_it_is_changed()
    {
        var table = Run(Plain with { DriftPerPart = 0.0001, ToolLife = 700 });
        var (tool, dimension) = (table["tool_parts"], table["dimension"]);
        Assert.Equal(Enumerable.Range(0, tool.Length).Select(i => (double)(i % 700)), tool);

        // Least squares of the dimension on the parts made with the tool; its error is spread / (deviation of the regressor * sqrt(n)).
        var middle = tool.Average();
        var squares = tool.Sum(x => (x - middle) * (x - middle));
        var slope = tool.Zip(dimension, (x, y) => (x - middle) * (y - 25)).Sum() / squares;
        NormalTolerance.AssertNear(0.0001, slope, Plain.Spread / Math.Sqrt(squares), "drift");
    }

    [Fact]
    public void The_last_shift_sets_otherwise()
    {
        var table = Run(Plain with { ShiftOffset = 0.01, Shifts = 2 });
        var (shift, dimension) = (table.Texts("shift"), table["dimension"]);
        Assert.Equal(["early", "late"], shift.Distinct().Order());
        foreach (var (name, mean) in new[] { ("early", 25), ("late", 25.01) })
        {
            var parts = dimension.Where((_, row) => shift[row] == name).ToArray();
            NormalTolerance.AssertNear(mean, parts.Average(), Plain.Spread / Math.Sqrt(parts.Length), name);
        }
    }

    [Fact]
    public void Nothing_is_made_outside_the_shifts_and_every_so_many_parts_are_measured()
    {
        var all = Run(new(Shifts: 1));
        var some = Run(new(Shifts: 1, MeasureEvery: 10));

        Assert.All(all.Times, time => Assert.True(DateTime.UnixEpoch.AddSeconds(time) is { DayOfWeek: not (DayOfWeek.Saturday or DayOfWeek.Sunday), Hour: >= 6 and < 14 }));
        Assert.Equal(all["dimension"].Where((_, row) => row % 10 == 0), some["dimension"]);
        Assert.Equal(all["part"].Where((_, row) => row % 10 == 0), some["part"]);
    }

    [Fact]
    public void A_gauge_adds_its_own_spread()
    {
        var (exact, measured) = (Run(Plain)["dimension"], Run(Plain with { GaugeSpread = 0.005 })["dimension"]);
        double[] errors = [.. measured.Zip(exact, (seen, made) => seen - made)];

        NormalTolerance.AssertNear(25e-6, errors.Average(x => x * x), 25e-6 * Math.Sqrt(2.0 / errors.Length), "variance of the gauge");
    }
}
