using System.Globalization;
using System.Runtime.CompilerServices;

namespace SynthNotebooks.Learning;

/// <summary>How boosted trees grow. Values are checked by the learner's constructor.</summary>
/// <param name="Rounds">Trees of each output, 1 to 10,000. Default 100.</param>
/// <param name="LearningRate">Share of each tree's correction that is taken, 0.001 to 1. Default 0.1.</param>
/// <param name="Leaves">Most leaves of a tree, 2 to 4096; the leaf that gains most is split first. Default 31.</param>
/// <param name="MaximumDepth">Most splits between root and leaf, 1 to 64. Default 64, which leaves the limit to <paramref name="Leaves"/>.</param>
/// <param name="MinimumLeaf">Fewest rows of a leaf, 1 to 1,000,000. Default 20.</param>
/// <param name="Ridge">L2 penalty of leaf values, 0 to 1e9. Default 0.</param>
/// <param name="Bins">Most bins of a column, 2 to 255. Default 255.</param>
/// <param name="Patience">Rounds without a lower loss on validation rows after which growing stops; 0 (default) never stops early. Up to 10,000.</param>
/// <param name="ValidationShare">Share of rows held out when <paramref name="Patience"/> is above 0; 0.01 to 0.5. Default 0.1.</param>
public sealed record BoostingOptions(
    int Rounds = 100, double LearningRate = 0.1, int Leaves = 31, int MaximumDepth = 64, int MinimumLeaf = 20, double Ridge = 0, int Bins = 255,
    int Patience = 0, double ValidationShare = 0.1)
{
    internal void Validate()
    {
        InRange(Rounds, 1, 10_000);
        InRange(LearningRate, 0.001, 1);
        InRange(Leaves, 2, 4096);
        InRange(MaximumDepth, 1, 64);
        InRange(MinimumLeaf, 1, 1_000_000);
        InRange(Ridge, 0, 1e9);
        InRange(Bins, 2, FeatureBins.MostBins);
        InRange(Patience, 0, 10_000);
        InRange(ValidationShare, 0.01, 0.5);
    }

    private static void InRange(double value, double minimum, double maximum, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value >= minimum && value <= maximum) return;
        throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"{name} must lie in {minimum} to {maximum}."));
    }
}
