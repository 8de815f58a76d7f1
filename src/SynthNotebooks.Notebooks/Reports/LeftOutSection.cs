namespace SynthNotebooks.Notebooks.Reports;

/// <summary>Columns that took no part, and why.</summary>
internal sealed class LeftOutSection : IReportSection
{
    public void Write(PageWriter page, ReportInput input)
    {
        if (input.Evaluation is not { LeftOut.Count: > 0 } report) return;
        page.Section("left-out", "Left out");
        page.Table("Columns that took no part", ["column", "reason"], report.LeftOut.Select(column => new[] { column.Key, column.Value }));
        page.Close();
    }
}
