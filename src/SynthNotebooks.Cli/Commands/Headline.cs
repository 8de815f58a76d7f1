using System.Globalization;
using SynthNotebooks.Evaluation;

namespace SynthNotebooks.Cli.Commands;

/// <summary>A report's scores on one line.</summary>
internal static class Headline
{
    public static string Of(EvaluationReport report)
    {
        var scores = report.Fidelity;
        return $"{report.Label ?? "synthetic table"}: shape {Number(scores.Shape)}  trend {Number(scores.Trend)}  quality {Number(scores.Quality)}";
    }

    public static string Number(double? value) => value?.ToString("F4", CultureInfo.InvariantCulture) ?? "undefined";
}
