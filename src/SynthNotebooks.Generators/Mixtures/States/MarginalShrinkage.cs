using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>How strongly the groups of a column's records (components, hidden states) are pulled to the column's marginal.</summary>
/// <remarks>
/// Each group's distribution is the posterior mean under a Dirichlet prior at the marginal, whose weight is chosen for each column so that every record
/// is predicted best from the others of its group: noise columns get a heavy prior, columns that define the groups a light one. Source of the
/// leave-one-out likelihood: Minka, Estimating a Dirichlet distribution, 2000.
/// </remarks>
internal sealed class MarginalShrinkage
{
    private const float Lightest = 0.05f, Heaviest = 20_000;
    private readonly StateLayout _layout;
    private readonly float[] _strengths;

    public MarginalShrinkage(StateLayout layout)
    {
        _layout = layout;
        _strengths = new float[layout.Columns];
        _strengths.AsSpan().Fill(2);
    }

    /// <summary>Factor on all weights, 1 at first.</summary>
    public float Factor { get; set; } = 1;

    /// <summary>Moves a column's weight towards the one that predicts left-out records best, by a factor of four at most.</summary>
    /// <param name="counts">Group by slot: records.</param>
    /// <param name="column">Which column.</param>
    public void Adapt(float[] counts, int column)
    {
        var now = _strengths[column];
        var best = double.NegativeInfinity;
        for (var candidate = now / 4; candidate <= now * 4; candidate *= 2)
        {
            if (candidate is < Lightest or > Heaviest) continue;
            var score = LeaveOneOut(counts, column, candidate);
            if (score > best) (best, _strengths[column]) = (score, candidate);
        }
    }

    /// <summary>Replaces a column's counts by the groups' distributions.</summary>
    /// <param name="counts">Group by slot.</param>
    /// <param name="column">Which column.</param>
    public void Apply(float[] counts, int column)
    {
        int start = _layout.Starts[column], states = _layout.Bins[column].States;
        var prior = _strengths[column] * Factor;
        var shares = _layout.Shares.AsSpan(start, states);
        for (var at = start; at < counts.Length; at += _layout.Slots)
        {
            var part = counts.AsSpan(at, states);
            var sum = prior;
            foreach (var count in part) sum += count;
            for (var s = 0; s < states; s++) part[s] = (part[s] + prior * shares[s]) / sum;
        }
    }

    private double LeaveOneOut(float[] counts, int column, float strength)
    {
        int start = _layout.Starts[column], states = _layout.Bins[column].States;
        var shares = _layout.Shares.AsSpan(start, states);
        var score = 0.0;
        for (var at = start; at < counts.Length; at += _layout.Slots)
        {
            var part = counts.AsSpan(at, states);
            var total = 0f;
            for (var s = 0; s < states; s++)
            {
                total += part[s];
                if (part[s] > 1e-3f) score += part[s] * PortableMath.Log(MathF.Max(part[s] - 1, 0) + strength * shares[s]);
            }
            if (total > 1e-3f) score -= total * PortableMath.Log(MathF.Max(total - 1, 0) + strength);
        }
        return score;
    }
}
