using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Some of correlated standard normal variables given the others.</summary>
/// <remarks>
/// With the known variables first, the Cholesky factor of the reordered correlations gives both: the known ones tell their own noise, the others get
/// fresh noise. Immutable. Source: Anderson, An Introduction to Multivariate Statistical Analysis, 3rd ed. 2003, section 2.5.
/// </remarks>
internal sealed class NormalGiven
{
    private readonly int[] _order;
    private readonly int _known;
    private readonly double[,] _root;

    /// <param name="factor">Cholesky factor of the correlations of all variables.</param>
    /// <param name="known">Variables that are known.</param>
    /// <param name="missing">All others.</param>
    public NormalGiven(double[,] factor, int[] known, int[] missing)
    {
        (_order, _known) = ([.. known, .. missing], known.Length);
        var n = _order.Length;
        var matrix = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j <= i; j++)
                for (var k = 0; k <= Math.Min(_order[i], _order[j]); k++) matrix[i, j] += factor[_order[i], k] * factor[_order[j], k];
        if (!Cholesky.TryFactor(matrix, out _root)) throw new InvalidOperationException("The correlations are not positive definite.");
    }

    /// <summary>Fills the missing variables of a row.</summary>
    public void Draw(Span<double> row, SplitRandom random)
    {
        Span<double> noise = _order.Length <= 256 ? stackalloc double[_order.Length] : new double[_order.Length];
        for (var i = 0; i < _order.Length; i++)
        {
            var sum = 0.0;
            for (var j = 0; j < i; j++) sum += _root[i, j] * noise[j];
            if (i < _known) noise[i] = (row[_order[i]] - sum) / _root[i, i];
            else
            {
                noise[i] = random.NextNormal();
                row[_order[i]] = sum + _root[i, i] * noise[i];
            }
        }
    }
}
