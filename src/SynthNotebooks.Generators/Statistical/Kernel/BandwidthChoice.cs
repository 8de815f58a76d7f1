using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>The least widening of kernels under which draws are hardly nearer to the rows that the kernels stand on than to as many rows held out.</summary>
/// <remarks>
/// Rules of bandwidth minimise the error of the density, in which copying costs nothing; where rows lie far apart, their kernels stay narrower than
/// the gaps and every draw betrays its row. Distance: mean over columns of the difference over the range, or of being another category. Half of the rows,
/// at most 8192, carry kernels; small tables are halved several times. The share of the nearer falls with the width, so it is sought by bisection.
/// </remarks>
internal sealed class BandwidthChoice(DataFrame training, KernelColumn[] columns, Func<KernelColumn[], double, double, FittedKernel> model, FitContext context)
{
    private const double Tolerated = 0.525; // a half is no copying at all
    private const int MostRows = 8192, Draws = 4096, MostHalvings = 8, Steps = 8; // of the fourth root of two

    /// <summary>Factors on the kernels of numbers and of categories, 1 to 4.</summary>
    public (double Numbers, double Categories) Least()
    {
        var rows = training.Columns.RowCount;
        if (rows < 20) return (1, 1);
        var half = Math.Min(rows / 2, MostRows);
        var halvings = Math.Clamp(MostRows / half, 1, MostHalvings);
        if (columns.Any(column => column.IsNumeric) && Least(step => Share(Factor(step), 1, half, halvings)) is { } numbers) return (Factor(numbers), 1);
        var both = Least(step => Share(Factor(step), Factor(step), half, halvings)) ?? Steps;
        return (Factor(both), Factor(both));

        static double Factor(int step) => Math.Sqrt(Math.Sqrt(1 << step));
    }

    // The least step whose share is tolerated; null for none.
    private static int? Least(Func<int, double> share)
    {
        var (low, high) = (0, Steps + 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (share(middle) <= Tolerated) high = middle;
            else low = middle + 1;
        }
        return low > Steps ? null : low;
    }

    // Share of draws nearer to a row with a kernel than to a row held out; ties count half.
    private double Share(double numbers, double categories, int half, int halvings)
    {
        var sum = 0.0;
        for (var halving = 0; halving < halvings; halving++)
        {
            var random = new SplitRandom(context.Seed).Split("bandwidth").Split((ulong)halving); // the same for every width
            var order = new int[training.Columns.RowCount];
            for (var row = 0; row < order.Length; row++) order[row] = row;
            random.Split("halves").Shuffle<int>(order);
            int[] seen = order[..half], unseen = order[half..(2 * half)];
            var kernels = Array.ConvertAll(columns, column => new KernelColumn(column.Marginal, Array.ConvertAll(seen, row => column.Atoms[row])));
            var draws = model(kernels, numbers, categories).SampleChunk(Draws / halvings, random.Split("draws"));
            var cells = Cells(DataFrame.Concatenate([training.Take(seen), training.Take(unseen), draws]));
            var shares = new double[draws.Columns.RowCount];
            TrainingTable.InParallel((shares.Length + 63) / 64, context, block =>
            {
                for (var d = block * 64; d < Math.Min(shares.Length, (block + 1) * 64); d++)
                {
                    float own = Nearest(cells, 2 * half + d, 0, half), other = Nearest(cells, 2 * half + d, half, 2 * half);
                    shares[d] = own < other ? 1 : own > other ? 0 : 0.5;
                }
            });
            sum += shares.Sum() / shares.Length;
        }
        return sum / halvings;
    }

    // Row after row: numbers over their range, categories as codes whose differences are cut off at 1; columns that are made anew are left out.
    private float[][] Cells(DataFrame table)
    {
        var rows = new float[table.Columns.RowCount][];
        int[] used = [.. Enumerable.Range(0, columns.Length).Where(i => columns[i].IsNumeric || columns[i].Choice is not null)];
        for (var row = 0; row < rows.Length; row++) rows[row] = new float[used.Length];
        for (var k = 0; k < used.Length; k++)
        {
            var column = table.Columns[used[k]];
            if (columns[used[k]].IsNumeric)
            {
                var numbers = column.ToNumbers();
                double low = numbers.Where(double.IsFinite).DefaultIfEmpty(0).Min(), range = numbers.Where(double.IsFinite).DefaultIfEmpty(0).Max() - low;
                for (var row = 0; row < rows.Length; row++) rows[row][k] = double.IsFinite(numbers[row]) ? (float)((numbers[row] - low) / (range > 0 ? range : 1)) : 2; // missing is as far as can be
            }
            else
            {
                var codes = CategoryCodes.Of(column).Codes;
                for (var row = 0; row < rows.Length; row++) rows[row][k] = codes[row];
            }
        }
        return rows;
    }

    private static float Nearest(float[][] cells, int draw, int from, int to)
    {
        var own = cells[draw];
        var best = float.PositiveInfinity;
        for (var row = from; row < to; row++)
        {
            var (other, distance) = (cells[row], 0f);
            for (var k = 0; k < own.Length && distance < best; k++) distance += MathF.Min(1, MathF.Abs(own[k] - other[k]));
            best = MathF.Min(best, distance);
        }
        return best;
    }
}
