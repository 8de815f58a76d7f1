using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Normal variables of which some are known to lie in intervals, and the others follow. Immutable.</summary>
/// <remarks>
/// Gibbs sampling: each variable in turn is drawn in its interval given all other known ones, starting from draws one after the other; the unknown ones are
/// summed out of the chain and drawn once at its end. Variables that are known to the point stay. Source: Geweke, Proc. 23rd Symp. on the
/// Interface, 1991.
/// </remarks>
internal sealed class KnownLatents
{
    private readonly int[] _known;
    private readonly double[,] _root, _precision;
    private readonly NormalGiven _rest;

    /// <param name="factor">Cholesky factor of the covariances of all variables.</param>
    /// <param name="known">Variables that something is known of, ascending.</param>
    public KnownLatents(double[,] factor, int[] known)
    {
        var n = known.Length;
        _known = known;
        var covariance = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j <= i; j++)
                for (var k = 0; k <= Math.Min(known[i], known[j]); k++) covariance[i, j] += factor[known[i], k] * factor[known[j], k];
        if (!Cholesky.TryFactor(covariance, out _root)) throw new InvalidOperationException("The covariances are not positive definite.");
        _precision = Inverse(_root);
        _rest = new NormalGiven(factor, known, [.. Enumerable.Range(0, factor.GetLength(0)).Except(known)]);
    }

    /// <summary>Cholesky factor of the known variables' covariances.</summary>
    public double[,] Root => _root;

    /// <summary>Draws the known variables in their intervals, one after the other given those before.</summary>
    /// <param name="low">Lower ends, one a known variable.</param>
    /// <param name="high">Upper ends; a variable whose ends are equal is known to the point.</param>
    /// <param name="row">All variables; the known ones are set.</param>
    /// <param name="random">The only source of randomness.</param>
    public void Start(ReadOnlySpan<double> low, ReadOnlySpan<double> high, Span<double> row, SplitRandom random)
    {
        Span<double> noise = _known.Length <= 256 ? stackalloc double[_known.Length] : new double[_known.Length];
        for (var i = 0; i < noise.Length; i++)
        {
            var mean = 0.0;
            for (var j = 0; j < i; j++) mean += _root[i, j] * noise[j];
            row[_known[i]] = Between(low[i], high[i], mean, _root[i, i], random);
            noise[i] = (row[_known[i]] - mean) / _root[i, i];
        }
    }

    /// <summary>Draws every known variable in its interval anew, given the other known ones.</summary>
    public void Sweep(ReadOnlySpan<double> low, ReadOnlySpan<double> high, Span<double> row, SplitRandom random)
    {
        for (var i = 0; i < _known.Length; i++)
        {
            if (low[i] == high[i]) continue;
            var sum = 0.0;
            for (var j = 0; j < _known.Length; j++)
                if (j != i) sum += _precision[i, j] * row[_known[j]];
            row[_known[i]] = Between(low[i], high[i], -sum / _precision[i, i], 1 / Math.Sqrt(_precision[i, i]), random);
        }
    }

    /// <summary>Draws the unknown variables given the known ones.</summary>
    public void DrawRest(Span<double> row, SplitRandom random) => _rest.Draw(row, random);

    /// <summary>Sum of squares of the known variables after they were made independent and standard.</summary>
    public double Squares(ReadOnlySpan<double> row)
    {
        var sum = 0.0;
        for (var i = 0; i < _known.Length; i++)
            for (var j = 0; j < _known.Length; j++) sum += _precision[i, j] * row[_known[i]] * row[_known[j]];
        return sum;
    }

    private static double Between(double low, double high, double mean, double deviation, SplitRandom random) => low == high
        ? low
        : Math.Clamp(mean + deviation * NormalInterval.Draw((low - mean) / deviation, (high - mean) / deviation, random.NextOpenDouble()), low, high);

    // (L·Lᵀ)⁻¹ by solving for each unit vector.
    private static double[,] Inverse(double[,] root)
    {
        var n = root.GetLength(0);
        var inverse = new double[n, n];
        var column = new double[n];
        for (var c = 0; c < n; c++)
        {
            for (var i = 0; i < n; i++)
            {
                var sum = i == c ? 1.0 : 0;
                for (var j = 0; j < i; j++) sum -= root[i, j] * column[j];
                column[i] = sum / root[i, i];
            }
            for (var i = n - 1; i >= 0; i--)
            {
                var sum = column[i];
                for (var j = i + 1; j < n; j++) sum -= root[j, i] * column[j];
                column[i] = sum / root[i, i];
            }
            for (var i = 0; i < n; i++) inverse[i, c] = column[i];
        }
        return inverse;
    }
}
