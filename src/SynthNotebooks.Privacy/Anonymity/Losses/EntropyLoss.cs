using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>Non-uniform entropy: bits needed to name each original value given its generalised one; a suppressed cell needs those of its column.</summary>
/// <remarks>
/// Sum over cells of log₂(rows with the released label / rows with the original value), both counted in the table given. Unit: bits, over all rows. Source:
/// Gionis, Tassa, IEEE TKDE 21(2), 2009, doi:10.1109/TKDE.2008.129.
/// </remarks>
public sealed class EntropyLoss : LossMetric
{
    private readonly double _generalisation, _suppression;

    /// <param name="countSuppression">Whether suppressed rows count; without it their cells count as generalised.</param>
    /// <param name="generalisationWeight">Weight of a generalised cell, above 0.</param>
    /// <param name="suppressionWeight">Weight of a suppressed cell, at least that of a generalised one.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is not legal.</exception>
    public EntropyLoss(bool countSuppression = true, double generalisationWeight = 1, double suppressionWeight = 1)
        : base(countSuppression)
    {
        Contracts.Require.InRange(generalisationWeight, double.Epsilon, 1e6);
        Contracts.Require.InRange(suppressionWeight, generalisationWeight, 1e6);
        (_generalisation, _suppression) = (generalisationWeight, suppressionWeight);
    }

    /// <inheritdoc/>
    public override string Id => "entropy";

    internal override double LevelBound(QuasiTable table, ReadOnlySpan<int> levels)
    {
        var sum = new FixedOrderSum();
        for (var i = 0; i < levels.Length; i++) sum.Add(table.Columns[i].Entropy(levels[i]));
        return _generalisation * sum.Value;
    }

    internal override double Bound(LossState state) => LevelBound(state.Table, state.Levels);

    internal override double Loss(LossState state)
    {
        var loss = Bound(state);
        if (!CountSuppression || state.Suppressed == 0) return loss;
        var more = new FixedOrderSum();
        for (var i = 0; i < state.Levels.Length; i++)
        {
            var column = state.Table.Columns[i];
            var (counts, map, codes) = (column.Counts[state.Levels[i]], column.Maps[state.Levels[i]], state.Table.Codes[i]);
            for (var tuple = 0; tuple < codes.Length; tuple++)
            {
                var size = state.Table.TupleSizes[tuple];
                if (size == 0 || state.Kept[state.Classes.ClassOfTuple[tuple]]) continue;
                double all = state.Table.Rows, own = column.Counts[0][codes[tuple]], label = counts[map[codes[tuple]]];
                more.Add(size * (_suppression * PortableMath.Log(all / own) - _generalisation * PortableMath.Log(label / own)));
            }
        }
        return loss + more.Value / PortableMath.Log(2);
    }
}
