using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts;

/// <summary>A score of a synthetic table against a real one; stateless.</summary>
public interface IMetric
{
    /// <summary>Computes the score; a score that has no meaning for these tables is undefined with a reason, never NaN.</summary>
    MetricValue Compute(MetricInput input, CancellationToken cancellation);
}

/// <summary>What a metric sees.</summary>
/// <param name="Real">The table that the generator was fitted on.</param>
/// <param name="Synthetic">The table that is scored; same columns.</param>
/// <param name="Schema">How both are read, decided by the real one.</param>
public sealed record MetricInput(DataFrame Real, DataFrame Synthetic, TableSchema Schema)
{
    /// <summary>Real rows the generator never saw; null when there are none.</summary>
    public DataFrame? Holdout { get; init; }

    /// <summary>The column that models predict; null when there is none.</summary>
    public string? Target { get; init; }

    /// <summary>The column whose groups should be treated alike; null when there is none.</summary>
    public string? Protected { get; init; }

    /// <summary>Default 0.</summary>
    public ulong Seed { get; init; }
}

/// <summary>A computed score.</summary>
/// <param name="Value">Null when undefined.</param>
/// <param name="Low">Lower end of the 95 % interval, when there is one.</param>
/// <param name="High">Upper end.</param>
/// <param name="Rows">Number of synthetic rows used.</param>
/// <param name="Undefined">Why there is no value; null when there is one.</param>
public sealed record MetricValue(double? Value, double? Low = null, double? High = null, long Rows = 0, string? Undefined = null);

/// <summary>Which way a score is good.</summary>
public enum Better
{
    /// <summary>Larger is better.</summary>
    Higher,

    /// <summary>Smaller is better.</summary>
    Lower,
}
