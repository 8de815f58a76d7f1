using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Privacy;

/// <summary>DCR share: share of synthetic rows whose closest training row is nearer than their closest held-out row.</summary>
/// <remarks>
/// 0 to 1; 0.5 is what fresh real rows give and the aim, more is copying, and a little less is no better. Needs held-out rows; when these
/// themselves are scored, one half of them is asked about and the other half stays the holdout. Cost and sources: <see cref="ClosestRecords"/>.
/// </remarks>
[Metric("dcr-share", Better.Lower, Min = 0, Max = 1, Title = "DCR share", Group = MetricGroup.Privacy)]
public sealed class ClosestRecordShare : IReadingMetric
{
    private const double Normal95 = 1.959963984540054;

    /// <inheritdoc/>
    public MetricValue Compute(MetricInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        return ((IReadingMetric)this).Compute(input, new() { Seed = input.Seed, Target = input.Target, Cancellation = cancellation });
    }

    MetricValue IReadingMetric.Compute(MetricInput input, EvaluationOptions options)
    {
        options.Cancellation.ThrowIfCancellationRequested();
        if (input.Holdout is not { } holdout) return new(null, Undefined: "held-out rows are needed to compare distances with");
        var synthetic = input.Synthetic;
        if (ReferenceEquals(synthetic, holdout))
        {
            if (holdout.Rows.Count < 2) return new(null, Undefined: "the holdout has one row; two are needed to compare held-out rows with each other");
            (holdout, synthetic) = holdout.SplitHoldout(0.5, options.Seed);
        }
        var found = ClosestRecords.Measure(input.Real, holdout, synthetic, options);
        var half = Normal95 * found.StandardError;
        return new(found.Share, Math.Max(0, found.Share - half), Math.Min(1, found.Share + half), found.Queries);
    }
}
