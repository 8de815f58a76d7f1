using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Fits a <see cref="GaussianMixture"/> by expectation-maximisation.</summary>
/// <remarks>
/// Starts from one component and splits each along its longest axis, so no start is drawn from single rows. Sums go partition by partition in fixed order.
/// Cost: rows · components · (dimensions² / 2 + code columns) a round. Sources: Dempster, Laird, Rubin, JRSS B 39(1), 1977; Fraley, Raftery, JASA
/// 97, 2002, doi:10.1198/016214502760047131; splitting after Linde, Buzo, Gray, IEEE Trans. Commun. 28(1), 1980, doi:10.1109/TCOM.1980.1094577.
/// </remarks>
public sealed class GaussianMixtureFit
{
    private const int Partitions = 8, StageRounds = 10, FinalRounds = 30; // partitions are part of the definition of a fit
    private const double Negligible = 1e-5, SharePrior = 2, CovariancePrior = 1, Converged = 1e-4;
    private readonly MixtureSample _sample;
    private readonly GaussianMixtureOptions _options;
    private readonly SplitRandom _random;
    private readonly CancellationToken _cancellation;
    private readonly double[][] _margins;

    private GaussianMixtureFit(MixtureSample sample, GaussianMixtureOptions options, SplitRandom random, CancellationToken cancellation)
    {
        (_sample, _options, _random, _cancellation) = (sample, options, random, cancellation);
        _margins = [.. sample.Codes.Select((codes, k) => Margin(codes, sample.States[k]))];
    }

    /// <summary>The fitted mixture.</summary>
    /// <param name="sample">At least one row.</param>
    /// <param name="options">How to fit.</param>
    /// <param name="random">Breaks the symmetry of split code shares.</param>
    /// <param name="progress">Told the number of components; may be null.</param>
    /// <param name="cancellation">Looked at every 1024 rows.</param>
    public static GaussianMixture Of(
        MixtureSample sample, GaussianMixtureOptions options, SplitRandom random, Action<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        return new GaussianMixtureFit(sample, options, random, cancellation).Learn(progress);
    }

    private GaussianMixture Learn(Action<int>? progress)
    {
        var most = Math.Min(_options.Components > 0 ? _options.Components : _options.MostComponents, Math.Max(1, _sample.Rows / 10));
        var (model, likelihood) = Rounds(Start(), 2);
        var (best, lowest) = (model, Criterion(model, likelihood));
        while (model.Components < most)
        {
            progress?.Invoke(model.Components);
            (model, likelihood) = Rounds(Split(model, Math.Min(most, 2 * model.Components)), StageRounds);
            var criterion = Criterion(model, likelihood);
            if (_options.Components == 0 && criterion >= lowest) break;
            (best, lowest) = (model, criterion);
        }
        return Rounds(best, FinalRounds).Model;
    }

    private double Criterion(GaussianMixture model, double likelihood)
    {
        var d = _sample.Dimensions;
        var free = d + (_options.Diagonal ? d : d * (d + 1) / 2) + _sample.States.Sum(states => states - 1);
        return (model.Components * (free + 1.0) - 1) * PortableMath.Log(_sample.Rows) - 2 * likelihood;
    }

    private GaussianMixture Start()
    {
        var d = _sample.Dimensions;
        var factor = new double[d, d];
        for (var i = 0; i < d; i++) factor[i, i] = 1;
        return new([1], [new double[d]], [factor], [_margins]);
    }

    private (GaussianMixture Model, double Likelihood) Rounds(GaussianMixture model, int most)
    {
        var before = double.NegativeInfinity;
        for (var round = 0; ; round++)
        {
            var (next, likelihood) = Round(model);
            if (round + 1 >= most || likelihood - before < Converged * _sample.Rows) return (next, likelihood);
            (model, before) = (next, likelihood);
        }
    }

    private sealed class Sums(int components, int dimensions, int slots)
    {
        public double[] Weights { get; } = new double[components];

        public double[] First { get; } = new double[components * dimensions];

        public double[] Second { get; } = new double[components * dimensions * dimensions];

        public double[] Codes { get; } = new double[components * slots];

        public double Likelihood { get; set; }

        public void Add(Sums other)
        {
            Add(Weights, other.Weights);
            Add(First, other.First);
            Add(Second, other.Second);
            Add(Codes, other.Codes);
            Likelihood += other.Likelihood;
        }

        private static void Add(double[] into, double[] from)
        {
            for (var i = 0; i < into.Length; i++) into[i] += from[i];
        }
    }

    private (GaussianMixture Model, double Likelihood) Round(GaussianMixture model)
    {
        var parts = new Sums[Partitions];
        Parallel.For(0, Partitions, new() { MaxDegreeOfParallelism = Math.Max(1, _options.Threads), CancellationToken = _cancellation }, p => parts[p] = Expect(model, p));
        for (var p = 1; p < Partitions; p++) parts[0].Add(parts[p]);
        return (Maximise(parts[0]), parts[0].Likelihood);
    }

    private Sums Expect(GaussianMixture model, int partition)
    {
        var (d, slots) = (_sample.Dimensions, _sample.States.Sum());
        var sums = new Sums(model.Components, d, slots);
        var (shares, work) = (new double[model.Components], new double[d]);
        int from = (int)((long)_sample.Rows * partition / Partitions), to = (int)((long)_sample.Rows * (partition + 1) / Partitions);
        for (var row = from; row < to; row++)
        {
            if ((row & 1023) == 0) _cancellation.ThrowIfCancellationRequested();
            sums.Likelihood += model.Responsibilities(_sample, row, shares, work);
            var x = _sample.Numbers.AsSpan(row * d, d);
            for (var c = 0; c < shares.Length; c++)
            {
                var share = shares[c];
                if (share < Negligible) continue;
                sums.Weights[c] += share;
                Span<double> first = sums.First.AsSpan(c * d, d), second = sums.Second.AsSpan(c * d * d, d * d);
                for (var i = 0; i < d; i++)
                {
                    var part = share * x[i];
                    first[i] += part;
                    for (var j = 0; j <= i; j++) second[i * d + j] += part * x[j];
                }
                var at = c * slots;
                for (var k = 0; k < _sample.Codes.Length; k++)
                {
                    sums.Codes[at + _sample.Codes[k][row]] += share;
                    at += _sample.States[k];
                }
            }
        }
        return sums;
    }

    private GaussianMixture Maximise(Sums sums)
    {
        var (n, d, slots) = (sums.Weights.Length, _sample.Dimensions, _sample.States.Sum());
        var (weights, means, factors, shares) = (new double[n], new double[n][], new double[n][,], new double[n][][]);
        var total = 0.0;
        foreach (var weight in sums.Weights) total += weight + SharePrior;
        for (var c = 0; c < n; c++)
        {
            _cancellation.ThrowIfCancellationRequested();
            var records = Math.Max(sums.Weights[c], 1e-9);
            weights[c] = (sums.Weights[c] + SharePrior) / total;
            means[c] = new double[d];
            for (var i = 0; i < d; i++) means[c][i] = sums.First[c * d + i] / records;
            factors[c] = Factor(sums.Second.AsSpan(c * d * d, d * d), means[c], records);
            shares[c] = new double[_margins.Length][];
            for (int k = 0, at = c * slots; k < shares[c].Length; at += _sample.States[k++])
            {
                shares[c][k] = new double[_sample.States[k]];
                for (var s = 0; s < shares[c][k].Length; s++) shares[c][k][s] = (sums.Codes[at + s] + SharePrior * _margins[k][s]) / (sums.Weights[c] + SharePrior);
            }
        }
        return new(weights, means, factors, shares);
    }

    // The covariance with one record's weight of a unit covariance, so that it never collapses.
    private double[,] Factor(ReadOnlySpan<double> second, double[] mean, double records)
    {
        var d = mean.Length;
        var covariance = new double[d, d];
        for (var i = 0; i < d; i++)
        {
            for (var j = _options.Diagonal ? i : 0; j <= i; j++)
                covariance[i, j] = (second[i * d + j] - records * mean[i] * mean[j] + (i == j ? CovariancePrior : 0)) / (records + CovariancePrior);
            covariance[i, i] = Math.Max(covariance[i, i], 0) + _options.Regularisation;
        }
        if (Cholesky.TryFactor(covariance, out var factor)) return factor;
        for (var i = 0; i < d; i++)
            for (var j = 0; j < i; j++) covariance[i, j] = 0; // only by rounding
        return Cholesky.TryFactor(covariance, out factor) ? factor : throw new InvalidOperationException("A variance is not above 0.");
    }

    // The heaviest components become two, half a deviation up and down their longest axis.
    private GaussianMixture Split(GaussianMixture model, int count)
    {
        var order = Enumerable.Range(0, model.Components).OrderByDescending(c => model.Weights[c]).ToArray();
        var (weights, means, factors, shares) = (new List<double>(), new List<double[]>(), new List<double[,]>(), new List<double[][]>());
        var random = _random.Split((ulong)count);
        for (var i = 0; i < order.Length; i++)
        {
            var c = order[i];
            var copies = i < count - order.Length ? 2 : 1;
            var axis = copies == 2 ? LongestAxis(model.Factors[c]) : [];
            for (var copy = 0; copy < copies; copy++)
            {
                weights.Add(model.Weights[c] / copies);
                means.Add(copies == 1 ? model.Means[c] : [.. model.Means[c].Select((mean, j) => mean + (copy - 0.5) * axis[j])]);
                factors.Add(model.Factors[c]);
                shares.Add(copies == 1 ? model.Shares[c] : [.. model.Shares[c].Select(column => Perturbed(column, random))]);
            }
        }
        return new([.. weights], [.. means], [.. factors], [.. shares]);
    }

    private static double[] LongestAxis(double[,] factor)
    {
        var d = factor.GetLength(0);
        if (d == 0) return [];
        var covariance = new double[d, d];
        for (var i = 0; i < d; i++)
            for (var j = 0; j <= i; j++)
                for (var k = 0; k <= j; k++) covariance[i, j] += factor[i, k] * factor[j, k];
        var eigen = SymmetricEigen.Of(covariance);
        return [.. Enumerable.Range(0, d).Select(i => eigen.Vectors[i, d - 1] * Math.Sqrt(Math.Max(0, eigen.Values[d - 1])))];
    }

    private static double[] Perturbed(double[] shares, SplitRandom random)
    {
        var result = new double[shares.Length];
        var sum = 0.0;
        for (var s = 0; s < result.Length; s++) sum += result[s] = shares[s] * PortableMath.Exp(0.3 * random.NextNormal());
        for (var s = 0; s < result.Length; s++) result[s] /= sum;
        return result;
    }

    private static double[] Margin(int[] codes, int states)
    {
        var shares = new double[states];
        foreach (var code in codes) shares[code] += 1.0 / codes.Length;
        return shares;
    }
}
