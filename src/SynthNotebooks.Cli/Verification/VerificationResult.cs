using System.Text.Json.Nodes;
using SynthNotebooks.Kernel.Documents;

namespace SynthNotebooks.Cli.Verification;

/// <summary>What came of verifying one notebook.</summary>
/// <param name="Path">As it was given.</param>
/// <param name="Verdict">The finding.</param>
/// <param name="ComparedWith">The saved outputs, or a second run.</param>
/// <param name="Cells">Code cells compared.</param>
/// <param name="Ignored">Code cells whose outputs may differ because they say so.</param>
/// <param name="Differences">The first difference of each cell that differs.</param>
/// <param name="Message">What a person should know beyond that; empty for nothing.</param>
internal sealed record VerificationResult(string Path, Verdict Verdict, string ComparedWith, int Cells, int Ignored, IReadOnlyList<OutputDifference> Differences, string Message)
{
    private const int MostDifferences = 100, MostCharacters = 2000;

    public JsonObject ToJson() => new()
    {
        ["notebook"] = Path,
        ["verdict"] = Verdict switch { Verdict.TimedOut => "timed out", var other => other.ToString().ToLowerInvariant() },
        ["compared_with"] = ComparedWith,
        ["cells"] = Cells,
        ["ignored"] = Ignored,
        ["message"] = Message,
        ["cells_that_differ"] = Differences.Count,
        ["differences"] = new JsonArray([.. Differences.Take(MostDifferences).Select(difference => new JsonObject
        {
            ["cell"] = difference.Cell + 1,
            ["output"] = difference.Output + 1,
            ["part"] = difference.Part,
            ["line"] = difference.Line,
            ["column"] = difference.Column,
            ["expected"] = Cut(difference.Expected),
            ["actual"] = Cut(difference.Actual),
        })]),
    };

    private static string? Cut(string? text) => text is { Length: > MostCharacters } ? text[..MostCharacters] + "…" : text;
}
