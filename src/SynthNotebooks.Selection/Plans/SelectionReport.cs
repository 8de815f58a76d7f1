namespace SynthNotebooks.Selection;

/// <summary>A plan with what the fits cost; displayable, also while the selection is under way.</summary>
/// <param name="Results">The models tried so far.</param>
/// <param name="Seconds">By result: CPU seconds of one fit; null when it was not fitted, or when the selection was not made in this process.</param>
/// <param name="Choice">Position of the chosen one; null while none is.</param>
public sealed record SelectionReport(IReadOnlyList<CandidateResult> Results, IReadOnlyList<double?> Seconds, int? Choice)
{
    /// <summary>The report of a plan whose costs are not known.</summary>
    public static SelectionReport Of(SelectionPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new(plan.Results, [.. plan.Results.Select(_ => (double?)null)], plan.Choice);
    }

    /// <summary>
    /// Whether no other result is at least as good in quality, in privacy (the share of closest records, where all up to one half is one) and in
    /// cost, and better in one. Where costs are not known, results count as cheaper the earlier they were tried.
    /// </summary>
    /// <param name="result">Position among the results.</param>
    public bool IsOnFront(int result)
    {
        if (Results[result].Folds.Count == 0) return false;
        var costs = Seconds.All(cost => cost is null) ? [.. Enumerable.Range(0, Results.Count).Select(i => (double)i)] : Seconds.Select(cost => cost ?? double.PositiveInfinity).ToArray();
        for (var other = 0; other < Results.Count; other++)
            if (other != result && Results[other].Folds.Count > 0 && Dominates(other, result)) return false;
        return true;

        bool Dominates(int a, int b)
        {
            var (quality, privacy, cost) = (Results[a].Quality!.Value.CompareTo(Results[b].Quality!.Value), Risk(b).CompareTo(Risk(a)), costs[b].CompareTo(costs[a]));
            return quality >= 0 && privacy >= 0 && cost >= 0 && quality + privacy + cost > 0;
        }

        double Risk(int i) => Math.Max(0.5, Results[i].ClosestShare!.Value);
    }
}
