using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>Precision lost: the mean over cells of level divided by highest level; a suppressed cell loses 1.</summary>
/// <remarks>0 (nothing lost) to 1. Source: Sweeney, IJUFKS 10(5), 2002, doi:10.1142/S021848850200165X.</remarks>
/// <param name="countSuppression">Whether suppressed rows count; without it their cells count as generalised.</param>
public sealed class PrecisionLoss(bool countSuppression = true) : LossMetric(countSuppression)
{
    /// <inheritdoc/>
    public override string Id => "precision";

    internal override double LevelBound(QuasiTable table, ReadOnlySpan<int> levels)
    {
        var sum = new FixedOrderSum();
        for (var i = 0; i < levels.Length; i++)
            if (table.Columns[i].Levels > 1) sum.Add((double)levels[i] / (table.Columns[i].Levels - 1));
        return sum.Value / levels.Length;
    }

    internal override double Bound(LossState state) => LevelBound(state.Table, state.Levels);

    internal override double Loss(LossState state)
    {
        var bound = Bound(state);
        return CountSuppression ? bound + (1 - bound) * state.Suppressed / state.Table.Rows : bound;
    }
}
