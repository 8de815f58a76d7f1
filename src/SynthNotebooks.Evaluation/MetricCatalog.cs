using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation;

/// <summary>All metrics of this library.</summary>
public static class MetricCatalog
{
    /// <summary>The metrics by id.</summary>
    public static Catalog<MetricAttribute> Metrics { get; } = new("metric", typeof(MetricCatalog).Assembly);

    /// <summary>A metric of an id.</summary>
    /// <exception cref="ArgumentException">There is none; the message tells the nearest id.</exception>
    public static IMetric Create(string id) => (IMetric)Activator.CreateInstance(Metrics[id].Type)!;
}
