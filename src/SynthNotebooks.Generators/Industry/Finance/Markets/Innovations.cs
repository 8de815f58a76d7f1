using System.Globalization;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Industry.Finance.Markets;

/// <summary>Innovations of several assets for one day: mean 0, variance 1, constant correlation, normal or Student-t tails.</summary>
/// <remarks>
/// Student-t innovations of one day share their divisor (a multivariate t), so that extreme days come together; scaled to variance 1.
/// Constant conditional correlation: Bollerslev, Review of Economics and Statistics 72(3), 1990, doi:10.2307/2109358.
/// </remarks>
internal sealed class Innovations
{
    private readonly double[,] _factor;
    private readonly double[] _independent;
    private readonly double _degrees;

    /// <param name="correlation">[n, n], ones on the diagonal.</param>
    /// <param name="degrees">Above 2, or 0 for normal.</param>
    /// <exception cref="ArgumentException">The matrix is not positive definite.</exception>
    public Innovations(double[,] correlation, double degrees)
    {
        if (!Cholesky.TryFactor(correlation, out _factor))
            throw new ArgumentException("The correlations of the assets contradict each other: their matrix is not positive definite.", nameof(correlation));
        if (degrees != 0 && !(degrees > 2))
            throw new ArgumentOutOfRangeException(nameof(degrees), degrees, "degrees must be above 2, so that there is a variance, or 0 for normal innovations.");
        (_independent, _degrees) = (new double[correlation.GetLength(0)], degrees);
    }

    public void Draw(SplitRandom random, Span<double> into)
    {
        var scale = _degrees == 0 ? 1 : Math.Sqrt((_degrees - 2) / (2 * GammaVariate.Draw(_degrees / 2, random)));
        for (var i = 0; i < into.Length; i++)
        {
            _independent[i] = random.NextNormal();
            var sum = 0.0;
            for (var k = 0; k <= i; k++) sum += _factor[i, k] * _independent[k];
            into[i] = scale * sum;
        }
    }

    /// <summary>The matrix that options describe.</summary>
    /// <param name="assets">Number of rows and columns.</param>
    /// <param name="each">Correlation of every pair when <paramref name="pairs"/> is empty.</param>
    /// <param name="pairs">Rows below the diagonal split by semicolons, numbers by spaces or commas.</param>
    /// <exception cref="ArgumentException">There are too few or too many numbers, or one is no correlation.</exception>
    public static double[,] Matrix(int assets, double each, string pairs)
    {
        var matrix = new double[assets, assets];
        var rows = pairs.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (rows.Length > 0 && rows.Length != assets - 1) throw Illegal($"{rows.Length} rows for {assets} assets; {assets - 1} rows are needed");
        for (var i = 0; i < assets; i++)
        {
            matrix[i, i] = 1;
            if (i == 0) continue;
            var cells = rows.Length == 0 ? [] : rows[i - 1].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
            if (rows.Length > 0 && cells.Length != i) throw Illegal($"'{rows[i - 1]}' as row {i}; it needs {i} numbers");
            for (var j = 0; j < i; j++) matrix[i, j] = matrix[j, i] = rows.Length == 0 ? each : Number(cells[j]);
        }
        return matrix;

        static double Number(string text) =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1
                ? number
                : throw Illegal($"'{text}'; numbers between -1 and 1 are needed");

        static ArgumentException Illegal(string what) => new($"Option 'correlations' has {what}.", nameof(pairs));
    }
}
