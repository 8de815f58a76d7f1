using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Validity;

/// <summary>A column whose values must occur in a column of another table.</summary>
/// <param name="Column">The referring column of the table that is scored.</param>
/// <param name="RealParent">The table that the real one refers to; its real holdout does so too.</param>
/// <param name="SyntheticParent">The table that the synthetic one refers to.</param>
/// <param name="ParentColumn">The column that is referred to, in both parents.</param>
public sealed record ForeignKey(string Column, DataFrame RealParent, DataFrame SyntheticParent, string ParentColumn);
