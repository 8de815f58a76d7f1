using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Gauges;

/// <summary>A score with what it means to be bad and good.</summary>
/// <param name="Name">The metric's id.</param>
/// <param name="Title">What reports call it.</param>
/// <param name="Value">Null when undefined.</param>
/// <param name="Low">Lower end of the 95 % interval, when there is one.</param>
/// <param name="High">Upper end.</param>
/// <param name="Floor">The score of independent columns; of evenly spread columns for metrics that see columns one by one; of repeated real rows for those of privacy.</param>
/// <param name="Ceiling">The score of held-out real rows, or of a bootstrap of the real table when there are none.</param>
/// <param name="Gauge">(value − floor) / (ceiling − floor) as measured; null when there is no room between them.</param>
/// <param name="Direction">Which way is good.</param>
/// <param name="Min">Smallest possible value; −∞ when there is none.</param>
/// <param name="Max">Largest possible value; +∞ when there is none.</param>
/// <param name="Rows">Number of synthetic rows used.</param>
/// <param name="Undefined">Why there is no value; null when there is one.</param>
/// <param name="GaugeUndefined">Why there is no gauge; null when there is one.</param>
public sealed record CalibratedMetric(
    string Name,
    string Title,
    double? Value,
    double? Low,
    double? High,
    double? Floor,
    double? Ceiling,
    double? Gauge,
    Better Direction,
    double Min,
    double Max,
    long Rows,
    string? Undefined = null,
    string? GaugeUndefined = null)
{
    /// <summary>The part of the report it belongs to.</summary>
    public MetricGroup Group { get; init; }

    internal static CalibratedMetric Of(MetricAttribute attribute, MetricValue value, double? floor, double? ceiling)
    {
        var (gauge, reason) = Gauges.Gauge.Of(value.Value, floor, ceiling, attribute.Better == Better.Higher);
        return new(
            attribute.Id, attribute.Title.Length > 0 ? attribute.Title : attribute.Id, value.Value, value.Low, value.High, floor, ceiling, gauge,
            attribute.Better, attribute.Min, attribute.Max, value.Rows, value.Undefined, reason)
        {
            Group = attribute.Group,
        };
    }
}
