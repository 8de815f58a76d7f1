using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Training rows as states, column after column; every cell is known.</summary>
/// <param name="Codes">[columns][rows].</param>
/// <param name="States">Number of states of each column.</param>
/// <param name="Shares">Share of each state in its marginal, [columns][states].</param>
internal sealed record StateColumns(int[][] Codes, int[] States, double[][] Shares)
{
    private const int MostCells = 1 << 20; // of a map that is kept as an array

    public int Columns => Codes.Length;

    public int Rows => Codes[0].Length;

    /// <summary>Encodes a table; categories that never come out are replaced by a draw from their column's marginal.</summary>
    public static StateColumns Of(ColumnBins[] bins, DataFrame training, FitContext context)
    {
        var codes = new int[bins.Length][];
        double[][] shares = [.. bins.Select(column => Enumerable.Range(0, column.States).Select(column.Share).ToArray())];
        var root = new SplitRandom(context.Seed).Split("rare states");
        TrainingTable.InParallel(bins.Length, context, i =>
        {
            codes[i] = bins[i].Encode(training.Columns[i]);
            var random = root.Split((ulong)i);
            for (var row = 0; row < codes[i].Length; row++)
                if (codes[i][row] < 0) codes[i][row] = Draw(shares[i], random.NextDouble());
        });
        return new(codes, [.. bins.Select(column => column.States)], shares);
    }

    /// <summary>The same with at most so many rows, evenly spread.</summary>
    public StateColumns Thinned(int mostRows)
    {
        var stride = (Rows + mostRows - 1) / mostRows;
        if (stride <= 1) return this;
        var codes = new int[Columns][];
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = new int[(Rows + stride - 1) / stride];
            for (var at = 0; at < codes[i].Length; at++) codes[i][at] = Codes[i][at * stride];
        }
        return this with { Codes = codes };
    }

    /// <summary>Numbers the pairs of codes that occur, in the order of their first rows.</summary>
    public static (int[] Codes, int Count) Pairs(int[] first, int firstCount, int[] second, int secondCount)
    {
        var codes = new int[first.Length];
        var count = 0;
        if ((long)firstCount * secondCount <= MostCells)
        {
            var map = new int[firstCount * secondCount]; // number + 1
            for (var row = 0; row < codes.Length; row++)
            {
                ref var number = ref map[first[row] * secondCount + second[row]];
                if (number == 0) number = ++count;
                codes[row] = number - 1;
            }
            return (codes, count);
        }
        var known = new Dictionary<long, int>();
        for (var row = 0; row < codes.Length; row++)
        {
            var key = (long)first[row] * secondCount + second[row];
            if (!known.TryGetValue(key, out codes[row])) known.Add(key, codes[row] = count++);
        }
        return (codes, count);
    }

    private static int Draw(double[] shares, double uniform)
    {
        var state = 0;
        for (; state < shares.Length - 1 && uniform >= shares[state]; state++) uniform -= shares[state];
        return state;
    }
}
