using System.Globalization;

namespace SynthNotebooks.Selection;

/// <summary>The results of a selection in words and figures, one row each.</summary>
public static class SelectionText
{
    private static readonly int[] Widths = [34, 8, 9, 9, 6, 9];

    /// <summary>What the cells of a row are.</summary>
    public static IReadOnlyList<string> Headings { get; } = ["model", "quality", "held out", "DCR share", "parts", "seconds", "status"];

    /// <summary>The model with those options that differ from their defaults.</summary>
    public static string Name(CandidateResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Model + string.Concat(result.Options.Select(option => $" {option.Key}={option.Value}"));
    }

    /// <summary>The cells of one row, as many as there are headings; null where there is no figure.</summary>
    public static IReadOnlyList<string?> Cells(SelectionReport report, int result)
    {
        ArgumentNullException.ThrowIfNull(report);
        var one = report.Results[result];
        var folds = one.Folds.Count;
        return
        [
            Name(one), Figure(one.Quality, "0.0000"), Figure(folds == 0 ? null : one.Folds.Sum(fold => fold.HeldOut) / folds, "0.0000"), Figure(one.ClosestShare, "0.000"),
            folds == 0 ? null : folds.ToString(CultureInfo.InvariantCulture), Figure(report.Seconds[result], "0.00"), Status(report, result),
        ];
    }

    /// <summary>Cells side by side.</summary>
    public static string Line(IReadOnlyList<string?> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var text = string.Concat(cells.Select((cell, i) => i == 0 ? (cell ?? "").PadRight(Widths[0]) : i < Widths.Length ? (cell ?? "-").PadLeft(Widths[i]) + "  " : cell));
        return text.TrimEnd();
    }

    private static string Status(SelectionReport report, int result)
    {
        var one = report.Results[result];
        var words = new List<string>();
        if (report.Choice == result) words.Add("chosen");
        if (one.Status == CandidateStatus.Failed) words.Add("failed");
        if (report.IsOnFront(result)) words.Add("on the front");
        if (one.Folds.Count > 0 && !one.IsEligible) words.Add("too close to learnt rows");
        if (one.Note.Length > 0) words.Add(one.Note);
        return string.Join("; ", words);
    }

    private static string? Figure(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture);
}
