using System.Globalization;
using SynthNotebooks.Evaluation.Fidelity;
using SynthNotebooks.Evaluation.Gauges;

namespace SynthNotebooks.Evaluation.Reports;

/// <summary>Says in plain words what the scores mean.</summary>
internal static class Finding
{
    private const double Poor = 0.8; // a mean over many pairs hides a pair this far off

    public static string Of(FidelityScores scores, CalibratedMetric quality, bool holdout, EvaluationPurpose purpose)
    {
        if (scores.Quality is null) return "The tables could not be scored: " + string.Join(" ", scores.Remarks.Take(2));
        return (purpose == EvaluationPurpose.Drift ? Drift(scores, quality) : Fidelity(scores, quality, holdout ? "held-out real rows" : "resampled real rows")) + Worst(scores, quality);
    }

    private static string Fidelity(FidelityScores scores, CalibratedMetric quality, string reference) =>
        quality.Gauge switch
        {
            null => $"Quality is {Number(scores.Quality)} of 1; {quality.GaugeUndefined}.",
            >= 1 => $"On average as close to the real table as {reference} are.", // how far beyond is noise of the two samples
            >= 0.95 => $"On average nearly as close to the real table as {reference}: {Percent(quality.Gauge)} of the way from independent columns.",
            >= 0.8 => $"On average close to {reference}: {Percent(quality.Gauge)} of the way from independent columns.",
            >= 0.5 => $"Keeps much of the structure: {Percent(quality.Gauge)} of the way from independent columns to {reference}.",
            > 0.05 => $"Keeps little of the structure: {Percent(quality.Gauge)} of the way from independent columns to {reference}.",
            >= -0.05 => "No more faithful than drawing every column on its own.",
            _ => "Less faithful than drawing every column on its own.",
        };
    private static string Drift(FidelityScores scores, CalibratedMetric quality) =>
        quality.Gauge switch
        {
            null => $"Quality is {Number(scores.Quality)} of 1; {quality.GaugeUndefined}.",
            _ when quality.Gauge >= 0.95 || quality.High >= quality.Ceiling => "No drift on average: the later table is as close to the earlier one as its own resamples are.",
            >= 0.8 => $"Slight drift on average: {Percent(quality.Gauge)} of the way from independent columns to resamples of the earlier table.",
            >= 0.5 => $"Drift: only {Percent(quality.Gauge)} of the way from independent columns to resamples of the earlier table.",
            _ => $"Strong drift: {Percent(quality.Gauge)} of the way from independent columns to resamples of the earlier table.",
        };

    private static string Worst(FidelityScores scores, CalibratedMetric quality)
    {
        var column = scores.Columns.Where(score => score.Value is not null).MinBy(score => score.Value);
        var pair = scores.Pairs.Where(score => score.Value is not null).MinBy(score => score.Value);
        var worst = column is { Value: < 0.9995 } ? $" Furthest column: '{column.Name}' ({Number(column.Value)})." : "";
        if (pair is { Value: < Poor } && quality.Gauge >= 0.8) worst += $" Not everywhere: '{pair.First}' with '{pair.Second}' scores {Number(pair.Value)}.";
        else if (pair is { Value: < 0.9995 }) worst += $" Furthest pair: '{pair.First}' and '{pair.Second}' ({Number(pair.Value)}).";
        return worst;
    }

    private static string Number(double? value) => value!.Value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Percent(double? share) => (share!.Value * 100).ToString("0", CultureInfo.InvariantCulture) + " %";
}
