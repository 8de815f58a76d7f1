using SynthNotebooks.Data;

namespace SynthNotebooks.Learning.Tests.Supervised;

/// <summary>Small tables with labels that depend on their columns.</summary>
internal static class LabelledTables
{
    /// <summary>Two numbers (one with missing cells that mean something), a category of six and noise.</summary>
    public static FeatureTable Features(ulong seed, int rows)
    {
        var random = new SplitRandom(seed);
        double[] x = new double[rows], z = new double[rows], noise = new double[rows];
        var group = new int[rows];
        for (var i = 0; i < rows; i++)
        {
            x[i] = random.NextNormal();
            z[i] = random.NextBelow(5) == 0 ? double.NaN : random.NextNormal();
            noise[i] = random.NextNormal();
            group[i] = random.NextBelow(7) - 1; // −1 is missing
        }
        return new([FeatureColumn.OfNumbers("x", x), FeatureColumn.OfNumbers("z", z), FeatureColumn.OfCategories("group", group, 6), FeatureColumn.OfNumbers("noise", noise)]);
    }

    /// <summary>What the label is made of: 2·x², 1.5 where z is missing, an effect of each group.</summary>
    public static double[] Signal(FeatureTable table)
    {
        var signal = new double[table.Rows];
        for (var i = 0; i < signal.Length; i++)
        {
            var x = table.Columns[0].Numbers[i];
            signal[i] = 2 * x * x + (double.IsNaN(table.Columns[1].Numbers[i]) ? 1.5 : 0) + (table.Columns[2].Codes[i] switch { 1 or 4 => 2, 3 => -2, -1 => 3, _ => 0 });
        }
        return signal;
    }

    public static Labels Numbers(FeatureTable table) => Labels.OfNumbers(Signal(table));

    /// <summary>Classes cut from the signal: 2 at its middle, 3 at thirds, so that perfect prediction is possible.</summary>
    public static Labels Classes(FeatureTable table, int count)
    {
        double[] cuts = count == 2 ? [2.5] : [1, 3.5];
        return Labels.OfClasses(Array.ConvertAll(Signal(table), value => cuts.Count(cut => value > cut)), count);
    }
}
