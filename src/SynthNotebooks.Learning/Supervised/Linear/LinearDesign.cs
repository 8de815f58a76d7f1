namespace SynthNotebooks.Learning;

/// <summary>A table as a linear model sees it: a few entries a row, all other columns 0.</summary>
/// <param name="rows">Number of rows.</param>
/// <param name="entries">Entries of each row.</param>
/// <param name="width">Number of columns.</param>
internal sealed class LinearDesign(int rows, int entries, int width)
{
    /// <summary>Rows are summed in this many runs whatever the number of threads, so that sums are always the same.</summary>
    private const int Runs = 8;

    public int Rows => rows;

    public int Entries => entries;

    public int Width => width;

    /// <summary>Column of each entry, [rows, entries].</summary>
    public int[] Indices { get; } = new int[(long)rows * entries];

    /// <summary>Value of each entry, [rows, entries].</summary>
    public double[] Values { get; } = new double[(long)rows * entries];

    /// <summary>constant + Σ weight · value of a row.</summary>
    /// <param name="row">Which row.</param>
    /// <param name="weights">One a column, then the constant.</param>
    public double Product(int row, ReadOnlySpan<double> weights)
    {
        var sum = weights[width];
        for (int i = row * entries, end = i + entries; i < end; i++) sum += weights[Indices[i]] * Values[i];
        return sum;
    }

    /// <summary>Adds a multiple of a row, and of the constant, to a sum over rows.</summary>
    public void AddRow(int row, double factor, Span<double> sum)
    {
        for (int i = row * entries, end = i + entries; i < end; i++) sum[Indices[i]] += factor * Values[i];
        sum[width] += factor;
    }

    /// <summary>Adds a multiple of a row's products of two entries to the lower triangle of [width + 1, width + 1].</summary>
    public void AddProducts(int row, double factor, double[] sum)
    {
        var side = width + 1;
        int start = row * entries, end = start + entries;
        for (var i = start; i < end; i++)
        {
            var scaled = factor * Values[i];
            if (scaled == 0) continue;
            int at = Indices[i] * side;
            for (var j = start; j <= i; j++) sum[at + Indices[j]] += scaled * Values[j]; // entries stand in the order of their columns
            sum[width * side + Indices[i]] += scaled;
        }
        sum[side * side - 1] += factor;
    }

    /// <summary>Sums over all rows, run by run; the same at any number of threads.</summary>
    /// <param name="size">Length of the sum.</param>
    /// <param name="add">Adds a row to a sum and returns a number that is summed as well.</param>
    /// <param name="context">Threads and cancellation.</param>
    public (double Total, double[] Sum) Sum(int size, Func<int, double[], double> add, TrainingContext context)
    {
        var sums = new double[Runs][];
        var totals = new double[Runs];
        Parallel.For(0, Runs, context.Parallelism, run =>
        {
            var sum = new double[size];
            var total = 0.0;
            for (int row = (int)((long)rows * run / Runs), end = (int)((long)rows * (run + 1) / Runs); row < end; row++) total += add(row, sum);
            (sums[run], totals[run]) = (sum, total);
        });
        for (var run = 1; run < Runs; run++)
        {
            totals[0] += totals[run];
            for (var i = 0; i < size; i++) sums[0][i] += sums[run][i];
        }
        return (totals[0], sums[0]);
    }
}
