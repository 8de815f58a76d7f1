namespace SynthNotebooks.Evaluation.Reports;

/// <summary>How the present cells of one column are distributed in the real and the synthetic table.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Score">Its Shape score.</param>
/// <param name="Labels">Of a category column: the categories shown, most frequent in the real table first; empty for numbers.</param>
/// <param name="Edges">Of a number or date column: bin edges, one more than shares (dates in days since 0001-01-01); empty for categories.</param>
/// <param name="Real">Share of the real cells in each bin or category, 0 to 1.</param>
/// <param name="Synthetic">Share of the synthetic cells, 0 to 1.</param>
/// <param name="Others">Number of further categories, pooled in <paramref name="RealOther"/> and <paramref name="SyntheticOther"/>; 0 for numbers.</param>
/// <param name="RealOther">Share of real cells outside the bins or the categories shown.</param>
/// <param name="SyntheticOther">Share of synthetic cells outside the bins or the categories shown.</param>
/// <param name="RealMissing">Share of the real rows that are missing.</param>
/// <param name="SyntheticMissing">Share of the synthetic rows that are missing, or cannot be read.</param>
public sealed record ColumnDistribution(
    string Name,
    Fidelity.ColumnScore Score,
    IReadOnlyList<string> Labels,
    IReadOnlyList<double> Edges,
    IReadOnlyList<double> Real,
    IReadOnlyList<double> Synthetic,
    int Others,
    double RealOther,
    double SyntheticOther,
    double RealMissing,
    double SyntheticMissing);
