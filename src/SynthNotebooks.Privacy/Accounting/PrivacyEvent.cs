namespace SynthNotebooks.Privacy;

/// <summary>One access to the data as accountants see it: its Rényi divergences and its privacy losses.</summary>
public abstract record PrivacyEvent
{
    private protected PrivacyEvent()
    {
    }

    /// <summary>Rényi divergence of an order above 1 between the outputs of neighbours, the larger of both directions.</summary>
    internal abstract double Renyi(double order, NeighbouringRelation relation);

    /// <summary>The losses when a record is taken out, and when one is put in; the same object twice when they agree.</summary>
    internal abstract (LossPair Removed, LossPair Added) Losses(NeighbouringRelation relation);

    private protected static double Positive(double value, string name) =>
        value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, $"The {name} must be positive and finite.");
}
