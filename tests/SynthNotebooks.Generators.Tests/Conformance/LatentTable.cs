using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Tests.Conformance;

/// <summary>A made-up table whose columns all follow one hidden number closely, with missing cells and spikes.</summary>
internal static class LatentTable
{
    public static DataFrame Of(int rows, ulong seed)
    {
        var random = new SplitRandom(seed);
        var (level, flag, spiky, gone) = (new string?[rows], new bool[rows], new long[rows], new bool[rows]);
        var (x, y) = (new double[rows], new double[rows]);
        for (var i = 0; i < rows; i++)
        {
            var z = random.NextNormal();
            level[i] = random.NextDouble() < 0.05 ? null : (z + 0.3 * random.NextNormal()) switch { < -0.8 => "low", < 0.6 => "middle", _ => "high" };
            x[i] = Math.Round(10 + 3 * z + random.NextNormal(), 2);
            y[i] = random.NextDouble() < 0.1 ? double.NaN : -z + 0.3 * random.NextNormal();
            flag[i] = z + 0.5 * random.NextNormal() > 0;
            spiky[i] = Math.Max(0, (long)(20 * (z + 0.3 * random.NextNormal())));
            gone[i] = z > 0 && random.NextDouble() < 0.3;
        }
        return new DataFrame(TextColumn.Of("level", level), new DoubleColumn("x", x, new ColumnFormat(2)), new DoubleColumn("y", y), new BooleanColumn("flag", flag), new Int64Column("spiky", spiky, NullMask.Of(gone)));
    }
}
