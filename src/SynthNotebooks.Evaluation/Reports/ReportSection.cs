using SynthNotebooks.Evaluation.Gauges;

namespace SynthNotebooks.Evaluation.Reports;

/// <summary>A part of the report that may not have been computed.</summary>
/// <param name="Metrics">Its scores; empty when it was not computed.</param>
/// <param name="Undefined">Why it is empty; null when it is not.</param>
public sealed record ReportSection(IReadOnlyList<CalibratedMetric> Metrics, string? Undefined);
