using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Reports;

/// <summary>The answers on one screen: faithful, useful, safe.</summary>
internal sealed class VerdictSection : IReportSection
{
    public void Write(PageWriter page, ReportInput input)
    {
        List<Verdict> verdicts = [];
        if (input.Evaluation is not null) verdicts.Add(FaithfulVerdict.Of(input));
        if (input.Evaluation is not null && !input.IsDrift) verdicts.Add(UsefulVerdict.Of(input));
        if (!input.IsDrift) verdicts.Add(SafeVerdict.Of(input));
        page.Section("summary", "Summary", "Each figure stands between a floor (what a worthless or leaky table gets) and a ceiling (what real rows get).");
        page.Open("div class=\"cards\"");
        foreach (var verdict in verdicts) Card(page, verdict);
        page.Close().Close();
    }

    private static void Card(PageWriter page, Verdict verdict)
    {
        _ = verdict.Mood switch
        {
            Mood.Good => page.Open("article class=\"card good\""),
            Mood.Mixed => page.Open("article class=\"card mixed\""),
            Mood.Poor => page.Open("article class=\"card poor\""),
            _ => page.Open("article class=\"card open\""),
        };
        page.Element("h3", verdict.Question).Element("p class=\"answer\"", verdict.Answer);
        if (verdict.Figure is { } metric)
            page.Figure(new GaugeFigure(metric, verdict.FloorLabel, verdict.CeilingLabel) { Title = $"{metric.Title} {MetricTable.Number(metric.Value)}", Width = 360, Height = 128 }, numbers: false);
        page.Open("p").Prose(verdict.Text).Close();
        page.Open("p").Element("strong", "May be concluded: ").Prose(verdict.May).Close();
        page.Open("p").Element("strong", "May not: ").Prose(verdict.MayNot).Close().Close();
    }
}
