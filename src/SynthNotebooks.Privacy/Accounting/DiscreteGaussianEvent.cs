namespace SynthNotebooks.Privacy;

/// <summary>Discrete Gaussian noise on one integer of sensitivity 1.</summary>
/// <remarks>Rényi divergence of order α at most α/(2σ²). Source: Canonne, Kamath, Steinke, arXiv:2004.00010, Theorems 4 and 7.</remarks>
public sealed record DiscreteGaussianEvent : PrivacyEvent
{
    /// <param name="sigma">Above 0, at most 1e6.</param>
    public DiscreteGaussianEvent(double sigma)
    {
        if (sigma > 1e6) throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "Sigma must be at most 1e6.");
        Sigma = Positive(sigma, nameof(sigma));
    }

    /// <summary>The parameter; the standard deviation is a little less.</summary>
    public double Sigma { get; }

    internal override double Renyi(double order, NeighbouringRelation relation) => order / (2 * Sigma * Sigma);

    internal override (LossPair Removed, LossPair Added) Losses(NeighbouringRelation relation)
    {
        var pair = DiscreteGaussianLoss.Of(Sigma);
        return (pair, pair);
    }
}
