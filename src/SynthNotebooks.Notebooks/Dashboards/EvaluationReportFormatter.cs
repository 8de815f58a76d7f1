using SynthNotebooks.Evaluation;
using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Notebooks.Dashboards;

/// <summary>Shows a report that stands at the end of a cell as its dashboard.</summary>
internal sealed class EvaluationReportFormatter : IDisplayFormatter
{
    public Type Displays => typeof(EvaluationReport);

    public IReadOnlyList<string> MimeTypes { get; } = [Notebooks.Displays.MimeTypes.Svg, Notebooks.Displays.MimeTypes.Text];

    public string Format(object value, string mimeType)
    {
        var dashboard = new FidelityDashboard((EvaluationReport)value);
        return mimeType == Notebooks.Displays.MimeTypes.Svg ? dashboard.ToSvg() : dashboard.ToText();
    }
}
