using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>The sequential proposals of <see cref="TruncatedNormal"/> and the search for their tilts.</summary>
/// <remarks>
/// The logarithm of a weight is ψ(x, μ) = Σ μₖ²/2 − μₖxₖ + ln P(lₖ(x) − μₖ ≤ Z ≤ uₖ(x) − μₖ), concave in x and convex in μ; the last tilt is 0. Where
/// its gradient vanishes, the largest weight is smallest.
/// </remarks>
internal sealed class TiltedBox
{
    private const int MostSteps = 60;
    private const double Converged = 1e-9;
    private readonly int[] _order;
    private readonly double[,] _steps; // Cholesky factor, each row divided by its diagonal
    private readonly double[] _low, _high, _root, _start; // ends divided by the diagonal too

    public TiltedBox(double[,] covariance, ReadOnlySpan<double> low, ReadOnlySpan<double> high)
    {
        var n = low.Length;
        (_order, _steps, _low, _high, _root, _start) = (new int[n], new double[n, n], new double[n], new double[n], new double[n], new double[n]);
        for (var i = 0; i < n; i++) _order[i] = i;
        var factor = new double[n, n];
        for (var k = 0; k < n; k++) Place(k, covariance, factor, low, high);
    }

    public int Dimensions => _order.Length;

    /// <summary>The tilts and the logarithm of the largest weight under them.</summary>
    public (double[] Tilts, double LogBound) Tilts()
    {
        var n = Dimensions;
        var point = new double[2 * (n - 1)]; // x without the last, then μ
        _start.AsSpan(0, n - 1).CopyTo(point);
        var (gradient, hessian) = (new double[point.Length], new double[point.Length, point.Length]);
        var value = Evaluate(point, gradient, hessian);
        var size = Norm(gradient);
        for (var step = 0; step < MostSteps && size > Converged; step++)
        {
            if (!Solve(hessian, gradient)) break;
            var moved = new double[point.Length];
            var better = false;
            for (var length = 1.0; length > 1e-4 && !better; length /= 2)
            {
                for (var i = 0; i < point.Length; i++) moved[i] = point[i] - length * gradient[i];
                var (nextGradient, nextHessian) = (new double[point.Length], new double[point.Length, point.Length]);
                var next = Evaluate(moved, nextGradient, nextHessian);
                var nextSize = Norm(nextGradient);
                if (!(nextSize < size)) continue;
                (point, gradient, hessian, value, size, better) = (moved, nextGradient, nextHessian, next, nextSize, true);
            }
            if (!better) break;
        }
        // Without a saddle point: no tilt, and every weight is at most the first interval's probability.
        return size <= 1e-6 ? ([.. point.AsSpan(n - 1), 0], value) : (new double[n], NormalInterval.LogMass(_low[0], _high[0]));
    }

    /// <summary>A proposal in the given order of variables, and the logarithm of its weight.</summary>
    public double Propose(double[] tilts, SplitRandom random, Span<double> into)
    {
        var n = Dimensions;
        Span<double> noise = n <= 128 ? stackalloc double[n] : new double[n];
        var weight = 0.0;
        for (var k = 0; k < n; k++)
        {
            var mean = 0.0;
            for (var j = 0; j < k; j++) mean += _steps[k, j] * noise[j];
            var shift = mean + tilts[k];
            var draw = NormalInterval.Draw(_low[k] - shift, _high[k] - shift, random.NextOpenDouble());
            noise[k] = draw + tilts[k];
            if (n > 1) weight += NormalInterval.LogMass(_low[k] - shift, _high[k] - shift) + tilts[k] * tilts[k] / 2 - tilts[k] * noise[k];
            into[_order[k]] = (mean + noise[k]) * _root[k];
        }
        return weight;
    }

    // The next variable is the one least likely to lie in its interval when those before lie at their means.
    private void Place(int k, double[,] covariance, double[,] factor, ReadOnlySpan<double> low, ReadOnlySpan<double> high)
    {
        var n = _order.Length;
        var (best, least) = (-1, double.PositiveInfinity);
        for (var i = k; i < n; i++)
        {
            var (mean, root) = Given(i);
            var mass = NormalInterval.LogMass((low[_order[i]] - mean) / root, (high[_order[i]] - mean) / root);
            if (best < 0 || mass < least) (best, least) = (i, mass);
        }
        (_order[k], _order[best]) = (_order[best], _order[k]);
        for (var j = 0; j < k; j++) (factor[k, j], factor[best, j]) = (factor[best, j], factor[k, j]);
        var (middle, deviation) = Given(k);
        factor[k, k] = deviation;
        for (var i = k + 1; i < n; i++)
        {
            var sum = Covariance(i, k);
            for (var j = 0; j < k; j++) sum -= factor[i, j] * factor[k, j];
            factor[i, k] = sum / deviation;
        }
        for (var j = 0; j < k; j++) _steps[k, j] = factor[k, j] / deviation;
        (_low[k], _high[k], _root[k]) = (low[_order[k]] / deviation, high[_order[k]] / deviation, deviation);
        double from = _low[k] - middle / deviation, to = _high[k] - middle / deviation;
        _start[k] = NormalInterval.Moments(from, to, NormalInterval.LogMass(from, to)).Mean;

        double Covariance(int a, int b) => covariance[Math.Max(_order[a], _order[b]), Math.Min(_order[a], _order[b])];

        (double Mean, double Root) Given(int i)
        {
            var (mean, variance) = (0.0, Covariance(i, i));
            for (var j = 0; j < k; j++)
            {
                mean += factor[i, j] * _start[j];
                variance -= factor[i, j] * factor[i, j];
            }
            return variance > 1e-12 ? (mean, Math.Sqrt(variance)) : throw new ArgumentException("The covariance is not positive definite.", nameof(covariance));
        }
    }

    // ψ with gradient and second derivatives.
    private double Evaluate(double[] point, double[] gradient, double[,] hessian)
    {
        var (n, m) = (Dimensions, Dimensions - 1);
        var value = 0.0;
        for (var k = 0; k < n; k++)
        {
            var tilt = k < m ? point[m + k] : 0;
            var shift = tilt;
            for (var j = 0; j < k; j++) shift += _steps[k, j] * point[j];
            double low = _low[k] - shift, high = _high[k] - shift;
            var mass = NormalInterval.LogMass(low, high);
            var (mean, variance) = NormalInterval.Moments(low, high, mass);
            var bend = 1 - variance; // second derivative of ln P is −bend
            value += mass + tilt * tilt / 2;
            if (k < m)
            {
                value -= tilt * point[k];
                gradient[k] -= tilt;
                gradient[m + k] += tilt - point[k] + mean;
                hessian[m + k, m + k] += 1 - bend;
                hessian[m + k, k] -= 1;
                hessian[k, m + k] -= 1;
            }
            for (var i = 0; i < k; i++)
            {
                var step = _steps[k, i];
                gradient[i] += step * mean;
                if (k < m)
                {
                    hessian[m + k, i] -= bend * step;
                    hessian[i, m + k] -= bend * step;
                }
                for (var j = 0; j < k; j++) hessian[i, j] -= bend * step * _steps[k, j];
            }
        }
        return value;
    }

    private static double Norm(double[] vector)
    {
        var sum = 0.0;
        foreach (var part in vector) sum += part * part;
        return double.IsFinite(sum) ? Math.Sqrt(sum) : double.PositiveInfinity;
    }

    // Gaussian elimination with row pivots; the solution replaces the right side.
    private static bool Solve(double[,] matrix, double[] right)
    {
        var n = right.Length;
        for (var k = 0; k < n; k++)
        {
            var pivot = k;
            for (var i = k + 1; i < n; i++)
                if (Math.Abs(matrix[i, k]) > Math.Abs(matrix[pivot, k])) pivot = i;
            if (!(Math.Abs(matrix[pivot, k]) > 1e-300)) return false;
            for (var j = 0; pivot != k && j < n; j++) (matrix[k, j], matrix[pivot, j]) = (matrix[pivot, j], matrix[k, j]);
            (right[k], right[pivot]) = (right[pivot], right[k]);
            for (var i = k + 1; i < n; i++)
            {
                var ratio = matrix[i, k] / matrix[k, k];
                for (var j = k; j < n; j++) matrix[i, j] -= ratio * matrix[k, j];
                right[i] -= ratio * right[k];
            }
        }
        for (var k = n - 1; k >= 0; k--)
        {
            for (var j = k + 1; j < n; j++) right[k] -= matrix[k, j] * right[j];
            right[k] /= matrix[k, k];
        }
        return true;
    }
}
