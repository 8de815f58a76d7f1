namespace SynthNotebooks.Selection;

/// <summary>One model that was tried with one setting of its options.</summary>
/// <param name="Model">Id in the catalog.</param>
/// <param name="Options">Options that differ from their defaults, as text by name.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Folds">Its scores, by the part that was held out; the first, the second and so on, as far as there was time.</param>
/// <param name="Note">Why it has no scores, or no more than it has; empty for nothing.</param>
public sealed record CandidateResult(string Model, IReadOnlyDictionary<string, string> Options, CandidateStatus Status, IReadOnlyList<FoldScore> Folds, string Note = "")
{
    /// <summary>A share of closest records up to this is never held against a model.</summary>
    public const double ToleratedShare = 0.53;

    /// <summary>Mean over the parts held out; null when there are none.</summary>
    public double? Quality => Mean(Folds.Count);

    /// <summary>Mean share of rows nearer to learnt rows than to held-out ones; null when there is none.</summary>
    public double? ClosestShare => Folds.Count == 0 ? null : Folds.Sum(fold => fold.ClosestShare) / Folds.Count;

    /// <summary>Standard error of that mean; null when there is none.</summary>
    public double? ClosestError => Folds.Count == 0 ? null : Math.Sqrt(Folds.Sum(fold => fold.ClosestError * fold.ClosestError)) / Folds.Count;

    /// <summary>Whether its rows are not nearer to learnt rows than fresh rows would be: at most 0.53, or at most three standard errors above one half.</summary>
    public bool IsEligible => ClosestShare is { } share && share <= Math.Max(ToleratedShare, 0.5 + 3 * ClosestError!.Value);

    /// <summary>Mean quality over the first parts.</summary>
    internal double? Mean(int folds) => folds == 0 ? null : Folds.Take(folds).Sum(fold => fold.Quality) / folds;

    /// <summary>How much better it is than another on the parts that both were scored on; null when there are none.</summary>
    internal double? Lead(CandidateResult other) => Math.Min(Folds.Count, other.Folds.Count) is > 0 and var common ? Mean(common) - other.Mean(common) : null;
}
