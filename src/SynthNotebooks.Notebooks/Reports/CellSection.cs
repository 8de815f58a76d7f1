using SynthNotebooks.Contracts;

namespace SynthNotebooks.Notebooks.Reports;

/// <summary>Whether cells are ones that the real table could hold, and whether order in time is kept.</summary>
internal sealed class CellSection : IReportSection
{
    public void Write(PageWriter page, ReportInput input)
    {
        var validity = input.Of(MetricGroup.Validity);
        if (validity.Count > 0)
        {
            page.Section("validity", "Validity", "Whether cells are of the right type, within the real range and of known categories.");
            MetricTable.Write(page, "Scores of validity", validity);
            page.Close();
        }
        var time = input.Of(MetricGroup.Time);
        if (!time.Any(metric => metric.Value is not null)) return;
        page.Section("time", "Order in time", "Rows are ordered by the time column in both tables, and series are compared.");
        MetricTable.Write(page, "Scores of time", time);
        page.Close();
    }
}
