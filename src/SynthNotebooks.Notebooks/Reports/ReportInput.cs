using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Evaluation.Attacks;
using SynthNotebooks.Evaluation.Gauges;

namespace SynthNotebooks.Notebooks.Reports;

/// <summary>What a page is made from, and how much of it is drawn.</summary>
/// <param name="Evaluation">Null when only attacks were run.</param>
/// <param name="Attacks">Null when no attack was asked for.</param>
/// <param name="MostColumns">Columns that are drawn, the worst first; the others stand in a table.</param>
internal sealed record ReportInput(EvaluationReport? Evaluation, AttackReport? Attacks, int MostColumns)
{
    public string? Label => Evaluation?.Label ?? Attacks?.Label;

    public ulong Seed => Evaluation?.Seed ?? Attacks!.Seed;

    public long RealRows => Evaluation?.RealRows ?? Attacks!.TrainRows;

    public long SyntheticRows => Evaluation?.SyntheticRows ?? Attacks!.SyntheticRows;

    public long? HoldoutRows => Evaluation is { } evaluation ? evaluation.HoldoutRows : Attacks!.HoldoutRows;

    public bool IsDrift => Evaluation?.Purpose == EvaluationPurpose.Drift;

    /// <summary>What the ceiling is.</summary>
    public string Reference => HoldoutRows is null ? "resampled real rows" : "held-out real rows";

    /// <summary>The metric of an id; null when it was not computed.</summary>
    public CalibratedMetric? Metric(string name) => Evaluation?.Metrics.FirstOrDefault(metric => metric.Name == name);

    /// <summary>The scores of a part of the report.</summary>
    public IReadOnlyList<CalibratedMetric> Of(params MetricGroup[] groups) => [.. (Evaluation?.Metrics ?? []).Where(metric => groups.Contains(metric.Group))];
}
