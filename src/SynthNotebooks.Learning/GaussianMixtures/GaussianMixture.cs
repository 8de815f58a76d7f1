using System.Numerics.Tensors;
using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>A mixture whose components are normal in the numbers and independent in the codes. Immutable.</summary>
public sealed class GaussianMixture
{
    private readonly double[] _constants; // ln weight − ln determinant of the factor − d/2 · ln 2π
    private readonly double[] _logShares; // [code columns and their states][components]
    private readonly int[] _starts; // first state of each code column among all

    /// <param name="weights">Shares of the components, sum 1.</param>
    /// <param name="means">[components][dimensions].</param>
    /// <param name="factors">Cholesky factors of the covariances, [components][dimensions, dimensions].</param>
    /// <param name="shares">[components][code columns][states]; each sums to 1.</param>
    public GaussianMixture(double[] weights, double[][] means, double[][,] factors, double[][][] shares)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(means);
        ArgumentNullException.ThrowIfNull(factors);
        ArgumentNullException.ThrowIfNull(shares);
        (Weights, Means, Factors, Shares) = (weights, means, factors, shares);
        _constants = new double[weights.Length];
        _starts = new int[shares[0].Length + 1];
        for (var k = 0; k < shares[0].Length; k++) _starts[k + 1] = _starts[k] + shares[0][k].Length;
        _logShares = new double[_starts[^1] * weights.Length];
        for (var c = 0; c < weights.Length; c++)
        {
            _constants[c] = PortableMath.Log(weights[c]) - means[c].Length * 0.91893853320467274178;
            for (var i = 0; i < means[c].Length; i++) _constants[c] -= PortableMath.Log(factors[c][i, i]);
            for (var k = 0; k < shares[c].Length; k++)
                for (var s = 0; s < shares[c][k].Length; s++) _logShares[(_starts[k] + s) * weights.Length + c] = shares[c][k][s] > 0 ? PortableMath.Log(shares[c][k][s]) : -700;
        }
    }

    /// <summary>Number of components.</summary>
    public int Components => Weights.Length;

    /// <summary>Shares of the components.</summary>
    public double[] Weights { get; }

    /// <summary>[components][dimensions].</summary>
    public double[][] Means { get; }

    /// <summary>Cholesky factors of the covariances.</summary>
    public double[][,] Factors { get; }

    /// <summary>[components][code columns][states].</summary>
    public double[][][] Shares { get; }

    /// <summary>Probability of each component given a row.</summary>
    /// <param name="sample">Holds the row.</param>
    /// <param name="row">Its number.</param>
    /// <param name="into">One a component, all of them.</param>
    /// <param name="work">One a dimension.</param>
    /// <returns>Natural logarithm of the row's density.</returns>
    public double Responsibilities(MixtureSample sample, int row, Span<double> into, Span<double> work)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var d = work.Length;
        var x = sample.Numbers.AsSpan(row * d, d);
        _constants.CopyTo(into);
        for (var k = 0; k < sample.Codes.Length; k++)
            TensorPrimitives.Add(into, _logShares.AsSpan((_starts[k] + sample.Codes[k][row]) * into.Length, into.Length), into);
        var most = double.NegativeInfinity;
        for (var c = 0; c < into.Length; c++)
        {
            var (mean, factor) = (Means[c], Factors[c]);
            var squares = 0.0;
            for (var i = 0; i < d; i++)
            {
                var rest = x[i] - mean[i];
                for (var j = 0; j < i; j++) rest -= factor[i, j] * work[j];
                work[i] = rest / factor[i, i];
                squares += work[i] * work[i];
            }
            into[c] -= 0.5 * squares;
            most = Math.Max(most, into[c]);
        }
        var sum = 0.0;
        for (var c = 0; c < into.Length; c++) sum += into[c] = PortableMath.Exp(into[c] - most);
        for (var c = 0; c < into.Length; c++) into[c] /= sum;
        return most + PortableMath.Log(sum);
    }

    /// <summary>Distribution function of one number on its own.</summary>
    public double MarginalCdf(int dimension, double x)
    {
        var sum = 0.0;
        for (var c = 0; c < Weights.Length; c++)
        {
            var variance = 0.0;
            for (var j = 0; j <= dimension; j++) variance += Factors[c][dimension, j] * Factors[c][dimension, j];
            sum += Weights[c] * PortableMath.NormalCdf((x - Means[c][dimension]) / Math.Sqrt(variance));
        }
        return sum;
    }
}
