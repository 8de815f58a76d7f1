namespace SynthNotebooks.Notebooks.Reports;

/// <summary>A part of a report page; it leaves itself out when the report has nothing for it.</summary>
/// <remarks>Implementations have a constructor without parameters and keep no state; <see cref="ReportPage"/> lists them in the order of the page.</remarks>
internal interface IReportSection
{
    /// <summary>Writes the part and closes what it opened.</summary>
    void Write(PageWriter page, ReportInput input);
}
