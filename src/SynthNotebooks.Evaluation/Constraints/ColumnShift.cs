namespace SynthNotebooks.Evaluation.Constraints;

/// <summary>How like the training column a sampled one is, before and after the constraints.</summary>
/// <param name="Column">A column that a constraint speaks of.</param>
/// <param name="Measure"><c>ks</c> (numbers, dates) or <c>tv</c> (categories), see the metrics of these names; 1 = same distribution.</param>
/// <param name="Unconstrained">Of the model without constraints, 0 to 1; null when none was fitted or a column is empty.</param>
/// <param name="Constrained">Of the constrained model, 0 to 1; null when a column is empty.</param>
public sealed record ColumnShift(string Column, string Measure, double? Unconstrained, double? Constrained);
