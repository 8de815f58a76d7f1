namespace SynthNotebooks.Evaluation.Reports;

/// <summary>How much boosted trees that predict the target rely on a column.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Real">Its share, 0 to 1, in the gain of all splits of the model trained on real rows.</param>
/// <param name="Synthetic">The same of the model trained on synthetic rows.</param>
public sealed record FeatureImportance(string Name, double Real, double Synthetic);
