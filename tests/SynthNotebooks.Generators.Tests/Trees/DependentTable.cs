using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Tests.Trees;

/// <summary>A made-up table of columns that depend on each other in ways that no straight line shows.</summary>
internal static class DependentTable
{
    public static DataFrame Of(int rows, ulong seed)
    {
        var random = new SplitRandom(seed);
        var (groups, flags, ages) = (new string[rows], new bool[rows], new long[rows]);
        var (heights, unknown) = (new double[rows], new double[rows]);
        for (var i = 0; i < rows; i++)
        {
            var (a, b) = (random.NextBelow(2), random.NextBelow(3));
            groups[i] = "xyz"[b].ToString();
            flags[i] = a == 1;
            ages[i] = 20 + 10 * (a ^ b & 1) + random.NextBelow(8); // exclusive or of the two before it
            heights[i] = Math.Round(b * 3 + random.NextNormal(), 2);
            unknown[i] = b == 2 && random.NextBelow(2) == 0 ? double.NaN : Math.Round(heights[i] + random.NextNormal(), 1);
        }
        return new DataFrame(TextColumn.Of("group", groups), new BooleanColumn("flag", flags), new Int64Column("age", ages), new DoubleColumn("height", heights), new DoubleColumn("lab", unknown));
    }

    public static IFittedGenerator Fit(string id, Dictionary<string, string>? options = null)
    {
        var training = Of(6000, seed: 1);
        return GeneratorFactory.Create(Conformance.Generators.Catalog, id, options).Fit(training, new FitContext(training.InferSchema()));
    }

    /// <summary>Share of rows whose age is on the side that the exclusive or asks for; 1 in the table, a half without dependence.</summary>
    public static double Lawful(DataFrame table) => table.Rows.Average(row =>
        (long)row["age"]! >= 29 == (((bool)row["flag"]! ? 1 : 0) ^ ("xyz".IndexOf((string)row["group"]!, StringComparison.Ordinal) & 1)) > 0 ? 1.0 : 0.0);

    public static double MissingShare(DataFrame table, string group)
    {
        var rows = table.Rows.Where(row => (string)row["group"]! == group).ToArray();
        return rows.Count(row => row["lab"] is null or double.NaN) / (double)rows.Length;
    }
}
