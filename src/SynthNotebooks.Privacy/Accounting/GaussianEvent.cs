using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy;

/// <summary>Gaussian noise on all records, each record sampled on its own with probability q (Poisson sampling); q = 1 for no sampling.</summary>
/// <remarks>
/// <para>σ is in multiples of one record's largest L2 contribution. Under add-remove the pair is (1 − q)N(0, σ²) + qN(1, σ²) against N(0, σ²); under
/// replace-one (1 − q)N(0, σ²) + qN(±1, σ²), so that q = 1 has sensitivity 2.</para>
/// <para>Only for batches drawn by <see cref="PoissonBatches"/>: fixed-size or shuffled batches have other, larger losses (arXiv:2411.10614). Sources: Mironov,
/// Talwar, Zhang, arXiv:1908.10530 (Rényi); Zhu, Dong, Wang, arXiv:2106.08567 (dominating pairs).</para>
/// </remarks>
public sealed record GaussianEvent : PrivacyEvent
{
    /// <param name="sigma">Noise multiplier, above 0.</param>
    /// <param name="samplingRate">q, above 0, at most 1; default 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not legal.</exception>
    public GaussianEvent(double sigma, double samplingRate = 1)
    {
        if (!(samplingRate is > 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(samplingRate), samplingRate, "The sampling rate must lie above 0 and at most at 1.");
        (Sigma, SamplingRate) = (Positive(sigma, nameof(sigma)), samplingRate);
    }

    /// <summary>Noise multiplier.</summary>
    public double Sigma { get; }

    /// <summary>q.</summary>
    public double SamplingRate { get; }

    internal override double Renyi(double order, NeighbouringRelation relation) =>
        relation is ReplaceOne
            ? SamplingRate == 1 ? 2 * order / (Sigma * Sigma) : SampledGaussianRenyi.ByQuadrature(SamplingRate, Sigma, order, replaced: true)
            : SamplingRate == 1 ? order / (2 * Sigma * Sigma)
            : order == Math.Floor(order) ? SampledGaussianRenyi.ByBinomial(SamplingRate, Sigma, (int)order)
            : SampledGaussianRenyi.ByQuadrature(SamplingRate, Sigma, order, replaced: false);

    internal override (LossPair Removed, LossPair Added) Losses(NeighbouringRelation relation)
    {
        if (relation is ReplaceOne)
        {
            var pair = new ReplacedGaussianLoss(SamplingRate, Sigma);
            return (pair, pair);
        }
        var removed = new SampledGaussianLoss(SamplingRate, Sigma, added: false);
        return (removed, SamplingRate == 1 ? removed : new SampledGaussianLoss(SamplingRate, Sigma, added: true));
    }
}
