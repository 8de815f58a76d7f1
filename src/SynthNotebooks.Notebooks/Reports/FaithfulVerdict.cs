using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Reports;

/// <summary>Whether the synthetic table looks like the real one.</summary>
internal static class FaithfulVerdict
{
    public static Verdict Of(ReportInput input)
    {
        var report = input.Evaluation!;
        var quality = report.Metric("quality");
        var (answer, mood) = quality.Gauge switch
        {
            null => ("Cannot be told", Mood.Open),
            _ when input.IsDrift => Drift(quality.Gauge.Value, quality.High >= quality.Ceiling),
            >= 0.95 => ("Yes, on average", Mood.Good),
            >= 0.8 => ("Nearly, on average", Mood.Good),
            >= 0.5 => ("In part", Mood.Mixed),
            > 0.05 => ("Little", Mood.Poor),
            _ => ("No", Mood.Poor),
        };
        return new(
            input.IsDrift ? "Has it moved?" : "Faithful?", answer, mood, quality, "independent", input.HoldoutRows is null ? "resampled" : "held-out", report.Summary,
            May(quality.Gauge), "An average hides single columns and pairs: look at those you use. " + ThreeWay(input));
    }

    private static (string, Mood) Drift(double gauge, bool withinNoise) => gauge switch
    {
        _ when gauge >= 0.95 || withinNoise => ("No, on average", Mood.Good),
        >= 0.8 => ("Slightly", Mood.Mixed),
        _ => ("Yes", Mood.Poor),
    };

    private static string May(double? gauge) => gauge switch
    {
        null => "Nothing: where independent columns do as well as real rows, a mean over pairs cannot tell good from bad.",
        >= 0.8 => "Counts, means and two-way tables of most columns come out close to the real ones.",
        >= 0.5 => "Single columns can be studied; tables of two columns with care.",
        _ => "Single columns at best; relations between columns are mostly lost.",
    };

    private static string ThreeWay(ReportInput input) => input.Metric("three-way-error") is { Value: { } value, Ceiling: { } ceiling }
        ? $"Tables of three columns are off by {FigureText.Score(value)} of the rows on average ({FigureText.Score(ceiling)} for {input.Reference})."
        : "Relations of three or more columns are judged by other scores below.";
}
