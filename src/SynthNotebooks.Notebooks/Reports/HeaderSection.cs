using System.Globalization;
using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Reports;

/// <summary>What was compared, and for whom the page is.</summary>
internal sealed class HeaderSection : IReportSection
{
    public const string Custodian = "Made from real records and not itself private: for the custodian of the data. Category names, extremes and points come from real rows.";

    public static string Title(ReportInput input) => input switch
    {
        { IsDrift: true } => "Drift report",
        { Evaluation: null } => "Attack report",
        _ => "Synthetic data report",
    };

    public void Write(PageWriter page, ReportInput input)
    {
        page.Open("header").Element("p class=\"kicker\"", "SynthNotebooks").Element("h1", Title(input) + (input.Label is { } label ? $": {label}" : ""));
        page.Open("dl class=\"facts\"");
        var columns = input.Evaluation?.Columns.Count ?? input.Attacks!.Columns.Count;
        Fact(input.IsDrift ? "Earlier rows" : "Real rows", FigureText.Count(input.RealRows));
        Fact(input.IsDrift ? "Later rows" : "Synthetic rows", FigureText.Count(input.SyntheticRows));
        if (!input.IsDrift) Fact("Held-out rows", input.HoldoutRows is { } rows ? FigureText.Count(rows) : "none; the ceiling is a bootstrap of the real rows");
        Fact("Columns compared", columns.ToString(CultureInfo.InvariantCulture));
        if (input.Evaluation?.Target is { } target) Fact("Target", target);
        Fact("Seed", input.Seed.ToString(CultureInfo.InvariantCulture));
        Fact("Version", "SynthNotebooks " + typeof(HeaderSection).Assembly.GetName().Version!.ToString(3));
        page.Close().Element("p class=\"custodian\"", Custodian).Close();

        void Fact(string name, string value) => page.Open("div").Element("dt", name).Element("dd", value).Close();
    }
}
