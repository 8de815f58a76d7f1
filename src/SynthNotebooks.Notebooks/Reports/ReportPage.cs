using System.Text;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Evaluation.Attacks;

namespace SynthNotebooks.Notebooks.Reports;

/// <summary>Reports as one self-contained HTML page: works offline, legible without script, prints.</summary>
/// <remarks>The same reports give the same bytes; at most 3 MB: of very wide tables fewer columns are drawn, and without interactive charts if need be.</remarks>
internal static class ReportPage
{
    /// <summary>Most bytes of a page.</summary>
    public const int MostBytes = 3_000_000;

    private static readonly (int Columns, bool Interactive)[] Sizes = [(60, true), (24, true), (24, false), (6, false)];

    /// <summary>What stands above the contents.</summary>
    internal static IReportSection Header { get; } = new HeaderSection();

    /// <summary>The parts below, in order.</summary>
    internal static IReadOnlyList<IReportSection> Sections { get; } =
    [
        new VerdictSection(), new ScoreSection(), new ColumnSection(), new PairSection(), new OverlaySection(), new ModelSection(),
        new PrivacySection(), new CellSection(), new LeftOutSection(), new AppendixSection(),
    ];

    /// <exception cref="ArgumentException">Both are null.</exception>
    public static string Write(EvaluationReport? evaluation, AttackReport? attacks)
    {
        if (evaluation is null && attacks is null) throw new ArgumentException("There is nothing to report: give an evaluation, attacks or both.", nameof(evaluation));
        var page = "";
        foreach (var (columns, interactive) in Sizes)
        {
            page = Write(new ReportInput(evaluation, attacks, columns), interactive);
            if (Encoding.UTF8.GetByteCount(page) <= MostBytes) break;
        }
        return page;
    }

    private static string Write(ReportInput input, bool interactive)
    {
        var head = new PageWriter();
        Header.Write(head, input);
        var page = new PageWriter { Interactive = interactive };
        foreach (var section in Sections) section.Write(page, input);
        return PageShell.Wrap(HeaderSection.Title(input), head.ToString(), page, interactive);
    }
}
