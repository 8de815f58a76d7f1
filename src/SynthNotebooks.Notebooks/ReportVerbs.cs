using System.Text;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Evaluation.Attacks;
using SynthNotebooks.Notebooks.Reports;

namespace SynthNotebooks.Notebooks;

/// <summary>Reports as self-contained HTML pages, for C# code.</summary>
public static class ReportVerbs
{
    /// <summary>The report as one HTML page of at most 3 MB that works offline and is legible without script; the same reports give the same bytes.</summary>
    /// <param name="report">What is shown.</param>
    /// <param name="attacks">Attacks on the same tables, shown under privacy; null for none.</param>
    public static string ToHtml(this EvaluationReport report, AttackReport? attacks = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        return ReportPage.Write(report, attacks);
    }

    /// <summary>The attacks alone as such a page.</summary>
    public static string ToHtml(this AttackReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return ReportPage.Write(null, report);
    }

    /// <summary>Writes the page to a file, whole or not at all.</summary>
    /// <param name="report">What is shown.</param>
    /// <param name="path">The file; replaced when it is there.</param>
    /// <param name="attacks">Attacks on the same tables; null for none.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void SaveHtml(this EvaluationReport report, string path, AttackReport? attacks = null) => Save(path, report.ToHtml(attacks));

    /// <summary>Writes the page of the attacks alone to a file, whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void SaveHtml(this AttackReport report, string path) => Save(path, report.ToHtml());

    private static void Save(string path, string page) => WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(page)));
}
