using SynthNotebooks.Evaluation.Fidelity.Pairs;
using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Fidelity;

/// <summary>Shape, Trend and Quality of one table against the real one, in one mode.</summary>
/// <param name="Mode">How pairs are cut and counted.</param>
/// <param name="Shape">Mean over columns, 0 to 1, 1 best; null when no column has a score.</param>
/// <param name="Trend">Mean over pairs, 0 to 1, 1 best; null when no pair counts.</param>
/// <param name="Quality">Mean of the two; of the one that is defined where the other is not; null when neither is.</param>
/// <param name="Columns">One score a column, in the real table's order.</param>
/// <param name="Pairs">One score a pair, in the order of the columns.</param>
/// <param name="Remarks">What was undefined and left out of a mean, and why, in words.</param>
public sealed record FidelityScores(
    FidelityMode Mode,
    double? Shape,
    double? Trend,
    double? Quality,
    IReadOnlyList<ColumnScore> Columns,
    IReadOnlyList<PairScore> Pairs,
    IReadOnlyList<string> Remarks);

/// <param name="Name">The column's name.</param>
/// <param name="Measure">How it was compared: a category by total variation, otherwise Kolmogorov-Smirnov.</param>
/// <param name="Value">0 to 1, 1 best; null when undefined.</param>
/// <param name="Reason">Why the value is undefined, or 0 by rule; null otherwise.</param>
public sealed record ColumnScore(string Name, ColumnMeasure Measure, double? Value, string? Reason = null)
{
    /// <summary>Whether it was compared as a number or date.</summary>
    public bool IsNumeric => Measure != ColumnMeasure.Category;
}

/// <param name="First">Name of the first column.</param>
/// <param name="Second">Name of the second column.</param>
/// <param name="Kind">What the two are.</param>
/// <param name="Value">0 to 1, 1 best; null when undefined.</param>
/// <param name="Real">Dependence in the real table: Pearson's r of a numeric pair, else Cramér's V; null when undefined.</param>
/// <param name="Synthetic">The same in the synthetic table.</param>
/// <param name="Counts">Whether the pair enters the mean.</param>
/// <param name="Reason">Why the value is undefined, 0 by rule, or not counted; null otherwise.</param>
public sealed record PairScore(string First, string Second, PairKind Kind, double? Value, double? Real, double? Synthetic, bool Counts, string? Reason = null);
