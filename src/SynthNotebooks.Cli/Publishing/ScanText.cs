using System.Globalization;
using System.Text.Json.Nodes;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Leaks;

namespace SynthNotebooks.Cli.Publishing;

/// <summary>Tells what a scan found, in lines and as JSON; no value of a record is told.</summary>
internal static class ScanText
{
    /// <summary>A line a finding; the forms of one output that hold the same are told together.</summary>
    public static IEnumerable<string> Lines(string path, NotebookScan scan)
    {
        foreach (var group in scan.Findings.GroupBy(found => (found.Cell, found.Output, found.Finding.Kind, found.Finding.What, found.Finding.Count)))
        {
            var (cell, output, kind, what, count) = group.Key;
            var parts = string.Join(", ", group.Select(found => $"{found.Part} line {found.Finding.Line.ToString(CultureInfo.InvariantCulture)}"));
            yield return VisibleText.Of($"{path}: {Place(cell, output)} ({parts}): {(kind == LeakKind.Badge ? what : Count(count, what))}");
        }
        var pictures = scan.Pictures == 0 ? "" : $"; {Counts.Of(scan.Pictures, "picture")} not read";
        yield return VisibleText.Of(scan.Findings.Count == 0
            ? $"{path}: nothing found in {Counts.Of(scan.Texts, "text")}{pictures}"
            : $"{path}: real records, or what looks like them, in {Counts.Of(scan.Outputs.Count, "output")} and {Counts.Of(scan.Elsewhere.Select(found => (found.Cell, found.Part)).Distinct().Count(), "other place")}{pictures}");
    }

    /// <summary>The same as JSON.</summary>
    public static JsonObject ToJson(string path, NotebookScan scan) => new()
    {
        ["notebook"] = path,
        ["texts"] = scan.Texts,
        ["pictures_not_read"] = scan.Pictures,
        ["findings"] = new JsonArray([.. scan.Findings.Select(found => new JsonObject
        {
            ["cell"] = found.Cell < 0 ? null : found.Cell + 1,
            ["output"] = found.Output < 0 ? null : found.Output + 1,
            ["part"] = found.Part,
            ["line"] = found.Finding.Line,
            ["kind"] = found.Finding.Kind.ToString().ToLowerInvariant(),
            ["what"] = found.Finding.What,
            ["count"] = found.Finding.Count,
        })]),
    };

    private static string Place(int cell, int output) => (cell, output) switch
    {
        ( < 0, _) => "the notebook",
        (_, < 0) => string.Create(CultureInfo.InvariantCulture, $"cell {cell + 1}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"cell {cell + 1}, output {output + 1}"),
    };

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}");
}
