using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>The correlation of the two normal variables whose cutting into ordered classes explains a table of counts best.</summary>
/// <remarks>
/// Two-step maximum likelihood: thresholds from the margins, then the correlation by safeguarded Fisher scoring. A prior of a few records'
/// weight in favour of independence keeps sparse tables away from ±1. Binary by binary it is the tetrachoric, fine classes make it the
/// polyserial and the normal-score correlation. Cost: rows × columns bivariate normal probabilities an iteration, about 6 iterations.
/// Source: Olsson, Psychometrika 44, 1979, doi:10.1007/BF02296207.
/// </remarks>
public static class Polychoric
{
    /// <summary>Largest absolute correlation that is given.</summary>
    public const double Limit = 0.9995;

    /// <summary>Estimates the correlation.</summary>
    /// <param name="counts">[a, b], non-negative; classes in ascending order of the latent variables. Empty classes are allowed.</param>
    /// <param name="priorRecords">Weight of independence, in records, at least 0; default 1.</param>
    /// <returns>−<see cref="Limit"/> to <see cref="Limit"/>; 0 when one side has a single class or there are no counts.</returns>
    public static double Estimate(double[,] counts, double priorRecords = 1)
    {
        ArgumentNullException.ThrowIfNull(counts);
        int a = counts.GetLength(0), b = counts.GetLength(1);
        double[] rows = new double[a], columns = new double[b];
        var total = 0.0;
        for (var i = 0; i < a; i++)
        {
            for (var j = 0; j < b; j++)
            {
                rows[i] += counts[i, j];
                columns[j] += counts[i, j];
                total += counts[i, j];
            }
        }
        if (total <= 0) return 0;
        double[] x = Thresholds(rows, total), y = Thresholds(columns, total);
        if (!Array.Exists(x, double.IsFinite) || !Array.Exists(y, double.IsFinite)) return 0;

        var prior = priorRecords / (total * total);
        double low = -Limit, high = Limit, rho = Start(counts, rows, columns, total);
        var cells = new Cells(a, b);
        for (var step = 0; step < 30; step++)
        {
            var (slope, information) = Score(counts, rows, columns, prior, x, y, rho, cells);
            if (slope > 0) low = rho;
            else high = rho;
            var next = rho + slope / Math.Max(information, 1e-12);
            if (!(next > low && next < high)) next = (low + high) / 2;
            if (Math.Abs(next - rho) < 1e-6) return next;
            rho = next;
        }
        return rho;
    }

    /// <summary>
    /// How far the counts are from those of the cut normal variables at a correlation: half the L1 distance of the shares, less what chance alone
    /// gives at that number of records; at least 0.
    /// </summary>
    /// <param name="counts">[a, b] as for <see cref="Estimate"/>.</param>
    /// <param name="rho">The correlation.</param>
    public static double Misfit(double[,] counts, double rho)
    {
        ArgumentNullException.ThrowIfNull(counts);
        int a = counts.GetLength(0), b = counts.GetLength(1);
        double[] rows = new double[a], columns = new double[b];
        var total = 0.0;
        foreach (var count in counts) total += count;
        if (total <= 0) return 0;
        for (var i = 0; i < a; i++)
        {
            for (var j = 0; j < b; j++)
            {
                rows[i] += counts[i, j];
                columns[j] += counts[i, j];
            }
        }
        double[] x = Thresholds(rows, total), y = Thresholds(columns, total);
        var (before, here) = (new double[b + 1], new double[b + 1]);
        double distance = 0, chance = 0;
        for (var i = 0; i < a; i++)
        {
            for (var j = 0; j < b; j++)
            {
                here[j + 1] = BivariateNormal.Cdf(x[i], y[j], rho);
                var share = Math.Max(0, here[j + 1] - here[j] - before[j + 1] + before[j]);
                distance += Math.Abs(counts[i, j] / total - share) / 2;
                chance += Math.Min(share, Math.Sqrt(share / (2 * Math.PI * total))); // half the mean absolute error of a binomial share
            }
            (before, here) = (here, before);
        }
        return Math.Max(0, distance - chance);
    }

    private sealed class Cells(int a, int b)
    {
        public double[,] Probability { get; } = new double[a + 1, b + 1];

        public double[,] Slope { get; } = new double[a + 1, b + 1];
    }

    private static (double Slope, double Information) Score(
        double[,] counts, double[] rows, double[] columns, double prior, double[] x, double[] y, double rho, Cells cells)
    {
        int a = rows.Length, b = columns.Length;
        for (var i = 1; i <= a; i++)
        {
            for (var j = 1; j <= b; j++)
            {
                cells.Probability[i, j] = BivariateNormal.Cdf(x[i - 1], y[j - 1], rho);
                cells.Slope[i, j] = BivariateNormal.Density(x[i - 1], y[j - 1], rho);
            }
        }
        double slope = 0, information = 0, total = 0;
        for (var i = 0; i < a; i++)
        {
            for (var j = 0; j < b; j++)
            {
                if (rows[i] == 0 || columns[j] == 0) continue;
                var p = Math.Max(Cell(cells.Probability, i, j), 1e-10);
                var d = Cell(cells.Slope, i, j);
                var count = counts[i, j] + prior * rows[i] * columns[j];
                slope += count * d / p;
                information += d * d / p;
                total += count;
            }
        }
        return (slope, information * total);

        static double Cell(double[,] f, int i, int j) => f[i + 1, j + 1] - f[i, j + 1] - f[i + 1, j] + f[i, j];
    }

    // Upper end of each class on the normal scale; the last one is +∞.
    private static double[] Thresholds(double[] margin, double total)
    {
        var thresholds = new double[margin.Length];
        var sum = 0.0;
        for (var i = 0; i < margin.Length; i++)
        {
            sum += margin[i];
            thresholds[i] = sum >= total ? double.PositiveInfinity : PortableMath.NormalQuantile(sum / total);
        }
        return thresholds;
    }

    // Correlation of mid-ranks: close, and cheap.
    private static double Start(double[,] counts, double[] rows, double[] columns, double total)
    {
        double[] u = Middles(rows, total), v = Middles(columns, total);
        double uu = 0, vv = 0, uv = 0;
        for (var i = 0; i < rows.Length; i++) uu += rows[i] * u[i] * u[i];
        for (var j = 0; j < columns.Length; j++) vv += columns[j] * v[j] * v[j];
        for (var i = 0; i < rows.Length; i++)
            for (var j = 0; j < columns.Length; j++) uv += counts[i, j] * u[i] * v[j];
        return uu > 0 && vv > 0 ? Math.Clamp(uv / Math.Sqrt(uu * vv), -0.95, 0.95) : 0;

        static double[] Middles(double[] margin, double total)
        {
            var middles = new double[margin.Length];
            var sum = 0.0;
            for (var i = 0; i < margin.Length; i++)
            {
                middles[i] = (sum + margin[i] / 2) / total - 0.5;
                sum += margin[i];
            }
            return middles;
        }
    }
}
