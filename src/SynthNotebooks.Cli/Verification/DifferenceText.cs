using System.Globalization;
using System.Text;
using SynthNotebooks.Kernel.Documents;
using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Cli.Verification;

/// <summary>Tells a result to a person: the first cell that differs, and both texts around the place.</summary>
internal static class DifferenceText
{
    private const int Before = 40, After = 80; // characters around the place

    public static string Of(VerificationResult result)
    {
        var text = new StringBuilder(VisibleText.Of(result.Path)).Append(": ");
        switch (result.Verdict)
        {
            case Verdict.Verified:
                text.Append(CultureInfo.InvariantCulture, $"verified, {Cells(result.Cells)} the same as in {result.ComparedWith}");
                if (result.Ignored > 0) text.Append(CultureInfo.InvariantCulture, $"; {Cells(result.Ignored)} tagged to be ignored");
                break;
            case Verdict.Differs:
                Difference(text, result);
                break;
            case Verdict.Failed:
                text.Append("a cell failed");
                break;
            case Verdict.TimedOut:
                text.Append("timed out");
                break;
            default:
                text.Append("not verified");
                break;
        }
        if (result.Message.Length > 0) text.Append(result.Verdict == Verdict.Failed ? "\n" : ": ").Append(string.Join('\n', result.Message.Split('\n').Select(VisibleText.Of)));
        return text.ToString();
    }

    private static void Difference(StringBuilder text, VerificationResult result)
    {
        var first = result.Differences[0];
        text.Append(CultureInfo.InvariantCulture, $"cell {first.Cell + 1} differs from {result.ComparedWith}: output {first.Output + 1}, {VisibleText.Of(first.Part)}, line {first.Line}, column {first.Column}\n");
        text.Append("  before: ").Append(Excerpt(first.Expected, first.Column)).Append('\n');
        text.Append("  now:    ").Append(Excerpt(first.Actual, first.Column));
        if (result.Differences.Count > 1) text.Append(CultureInfo.InvariantCulture, $"\n  and {Cells(result.Differences.Count - 1)} more: {string.Join(", ", result.Differences.Skip(1).Take(20).Select(other => other.Cell + 1))}");
    }

    private static string Cells(int count) => count == 1 ? "1 cell" : string.Create(CultureInfo.InvariantCulture, $"{count} cells");

    private static string Excerpt(string? line, int column)
    {
        if (line is null) return "(nothing)";
        var start = Math.Clamp(column - 1 - Before, 0, line.Length);
        var end = Math.Min(line.Length, column - 1 + After);
        return $"{(start > 0 ? "…" : "")}{VisibleText.Of(line[start..end])}{(end < line.Length ? "…" : "")}";
    }
}
