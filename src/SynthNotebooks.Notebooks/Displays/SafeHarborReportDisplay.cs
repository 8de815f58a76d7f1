using System.Globalization;
using SynthNotebooks.Notebooks.Magics;
using SynthNotebooks.Privacy.Deidentification;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>What a scan for identifiers found, a row a column; no value of the table.</summary>
public sealed class SafeHarborReportDisplay : TableDisplay<SafeHarborReport>
{
    /// <inheritdoc/>
    protected override TableView View(SafeHarborReport value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(
            $"HIPAA Safe Harbor: identifiers in {Counts.Of(value.Rows, "row")}",
            [new("column"), new("identifier"), new("evidence"), new("cells", IsNumber: true), new("action")],
            [.. value.Findings.Select(finding => (IReadOnlyList<string?>)
            [
                finding.Column, ArgumentText.Kebab(finding.Identifier.ToString()), finding.Evidence,
                double.IsNaN(finding.Share) ? "by name" : string.Create(CultureInfo.InvariantCulture, $"{100 * finding.Share:0.#} %"), ArgumentText.Kebab(finding.Action.ToString()),
            ])])
        {
            CellLimit = 120,
            Note = $"Released as they are: {(value.Clear.Count == 0 ? "none" : string.Join(", ", value.Clear))}. {SafeHarborReport.Caution}",
        };
    }
}
