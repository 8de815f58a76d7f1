namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>Discernibility: each row costs the number of rows it cannot be told from; a suppressed row costs all rows.</summary>
/// <remarks>Unit: pairs of rows. Source: Bayardo, Agrawal, ICDE 2005, doi:10.1109/ICDE.2005.42.</remarks>
/// <param name="countSuppression">Whether suppressed rows count; without it they count as their class.</param>
public sealed class DiscernibilityLoss(bool countSuppression = true) : LossMetric(countSuppression)
{
    /// <inheritdoc/>
    public override string Id => "discernibility";

    internal override double Bound(LossState state)
    {
        long sum = 0;
        for (var group = 0; group < state.Classes.Count; group++) sum += (long)state.Classes.Sizes[group] * state.Classes.Sizes[group];
        return sum;
    }

    internal override double Loss(LossState state)
    {
        if (!CountSuppression) return Bound(state);
        var sum = (long)state.Suppressed * state.Table.Rows;
        for (var group = 0; group < state.Classes.Count; group++)
            if (state.Kept[group]) sum += (long)state.Classes.Sizes[group] * state.Classes.Sizes[group];
        return sum;
    }
}
