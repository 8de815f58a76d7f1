using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Tests.Mixtures;

/// <summary>Tables drawn from known distributions on a small domain.</summary>
internal static class PlantedTables
{
    public const int Columns = 4, Values = 3;

    public static int Cells => (int)Math.Pow(Values, Columns);

    /// <summary>Three kinds of rows, each with independent columns.</summary>
    public static double[] Mixture()
    {
        double[] weights = [0.5, 0.3, 0.2];
        double[][] shares = [[0.8, 0.1, 0.1], [0.1, 0.8, 0.1], [0.15, 0.15, 0.7]];
        return Joint(cell => Enumerable.Range(0, 3).Sum(k => weights[k] * Enumerable.Range(0, Columns).Aggregate(1.0, (p, i) => p * shares[(k + i) % 3][cell[i]])));
    }

    /// <summary>A chain: each column depends on the one before.</summary>
    public static double[] Chain()
    {
        double[][] next = [[0.7, 0.2, 0.1], [0.1, 0.6, 0.3], [0.3, 0.1, 0.6]];
        return Joint(cell => Enumerable.Range(1, Columns - 1).Aggregate(1.0 / Values, (p, i) => p * next[cell[i - 1]][cell[i]]));
    }

    public static DataFrame Sample(double[] joint, int rows, ulong seed)
    {
        var random = new SplitRandom(seed);
        var texts = new string[Columns][];
        for (var i = 0; i < Columns; i++) texts[i] = new string[rows];
        for (var row = 0; row < rows; row++)
        {
            var (u, cell) = (random.NextDouble(), 0);
            while (cell + 1 < joint.Length && u >= joint[cell]) u -= joint[cell++];
            for (var i = 0; i < Columns; i++) texts[i][row] = Text(Digits(cell)[i]);
        }
        return new DataFrame(Enumerable.Range(0, Columns).Select(i => TextColumn.Of($"c{i}", texts[i])));
    }

    /// <summary>Every cell of the domain once.</summary>
    public static DataFrame Domain() => new(Enumerable.Range(0, Columns).Select(i => TextColumn.Of($"c{i}", Enumerable.Range(0, Cells).Select(cell => Text(Digits(cell)[i])))));

    /// <summary>Numbers, categories and missing cells that hang together.</summary>
    public static DataFrame Mixed(int rows, ulong seed)
    {
        var random = new SplitRandom(seed);
        var (ages, hours, pay, kinds, missing) = (new long[rows], new long[rows], new double[rows], new string?[rows], new bool[rows]);
        for (var row = 0; row < rows; row++)
        {
            ages[row] = 18 + random.NextBelow(60);
            kinds[row] = random.NextBelow(12) == 0 ? null : ages[row] > 64 ? "retired" : random.NextBelow(4) == 0 ? "student" : "worker";
            hours[row] = kinds[row] == "worker" ? 30 + random.NextBelow(20) : random.NextBelow(20);
            missing[row] = kinds[row] == "student" && random.NextBelow(2) == 0;
            pay[row] = Math.Round(hours[row] * 12 + 40 * random.NextNormal(), 2);
        }
        return new DataFrame(new Int64Column("age", ages), new Int64Column("hours", hours, NullMask.Of(missing)), new DoubleColumn("pay", pay), TextColumn.Of("kind", kinds));
    }

    private static double[] Joint(Func<int[], double> probability) => [.. Enumerable.Range(0, Cells).Select(cell => probability(Digits(cell)))];

    private static int[] Digits(int cell)
    {
        var digits = new int[Columns];
        for (var i = 0; i < Columns; i++, cell /= Values) digits[i] = cell % Values;
        return digits;
    }

    private static string Text(int value) => $"v{value}";
}
