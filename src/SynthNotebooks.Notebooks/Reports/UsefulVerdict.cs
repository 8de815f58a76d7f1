using SynthNotebooks.Evaluation.Gauges;
using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Reports;

/// <summary>Whether models trained on the synthetic table are worth as much as those trained on the real one.</summary>
internal static class UsefulVerdict
{
    private const string Question = "Useful?";

    private static readonly string[] Scores = ["utility-boosting", "utility-forest", "utility-linear"];

    public static Verdict Of(ReportInput input)
    {
        var report = input.Evaluation!;
        var score = Scores.Select(input.Metric).FirstOrDefault(metric => metric is { Value: not null });
        if (score is null)
        {
            var reason = input.Metric("utility-boosting")?.Undefined ?? report.Utility.Undefined ?? "no models were asked for";
            return new(
                Question, "Not measured", Mood.Open, null, "", "", reason.StartsWith("not computed", StringComparison.Ordinal) ? Sentence(reason) : $"Not measured: {reason}.",
                "Nothing about training models.", "That faithful averages make a useful table: name the column to predict (--target) and give a holdout (--holdout).");
        }
        var (answer, mood) = score.Gauge switch
        {
            null => ("Cannot be told", Mood.Open),
            >= 0.95 => ("Yes", Mood.Good),
            >= 0.8 => ("Mostly", Mood.Good),
            >= 0.5 => ("In part", Mood.Mixed),
            _ => ("Hardly", Mood.Poor),
        };
        var gauge = score.Gauge is { } share ? $", {Percent(share)} of the way from independent columns to the real table" : $"; no gauge: {score.GaugeUndefined}";
        return new(
            Question, answer, mood, score, "independent", "trained on real",
            $"Predicting '{report.Target}' on held-out rows, a model trained on synthetic rows scores {FigureText.Score(score.Value)}; trained on real rows it scores {FigureText.Score(score.Ceiling)}{gauge}.{Agreement(input)}",
            May(score, report.Target), "That other targets are predicted as well, or that a model should go live without a test on real rows.");
    }

    private static string May(CalibratedMetric score, string? target) => score.Gauge switch
    {
        >= 0.8 => $"Methods for predicting '{target}' can be developed and compared on the synthetic rows.",
        >= 0.5 => $"Code for predicting '{target}' can be developed; scores come out lower than on real rows.",
        _ => "Code can be tried for errors; its scores say little.",
    };

    private static string Agreement(ReportInput input) => input.Metric("importance-agreement") is { Value: { } rank }
        ? $" Both rank the columns they rely on with a correlation of {FigureText.Score(rank)}."
        : "";

    private static string Percent(double share) => (share * 100).ToString("0", System.Globalization.CultureInfo.InvariantCulture) + " %";

    private static string Sentence(string reason) => char.ToUpperInvariant(reason[0]) + reason[1..] + ".";
}
