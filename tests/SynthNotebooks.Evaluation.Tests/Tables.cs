using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Tests;

/// <summary>Small tables for tests.</summary>
internal static class Tables
{
    /// <summary>Two dependent numbers, a category that depends on them, a flag and dates, with missing cells.</summary>
    public static DataFrame Mixed(ulong seed, int rows, double dependence = 0.8)
    {
        var random = new SplitRandom(seed);
        double[] x = new double[rows], y = new double[rows];
        var group = new string?[rows];
        var flag = new bool[rows];
        var day = new int[rows];
        for (var i = 0; i < rows; i++)
        {
            x[i] = random.NextNormal();
            y[i] = random.NextBelow(20) == 0 ? double.NaN : dependence * x[i] + Math.Sqrt(1 - dependence * dependence) * random.NextNormal();
            group[i] = random.NextBelow(15) == 0 ? null : random.NextDouble() < dependence ? (x[i] > 0 ? "high" : "low") : "any";
            flag[i] = random.NextBelow(3) == 0;
            day[i] = 730000 + random.NextBelow(2000);
        }
        return new(
            new DoubleColumn("x", x), new DoubleColumn("y", y), TextColumn.Of("group", group), new BooleanColumn("flag", flag), new DateColumn("day", day));
    }

    public static DataFrame Of(string name, params double[] values) => new(new DoubleColumn(name, values));

    public static DataFrame Of(string name, params string?[] values) => new(TextColumn.Of(name, values));
}
