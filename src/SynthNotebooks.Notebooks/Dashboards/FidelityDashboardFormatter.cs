using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Notebooks.Dashboards;

/// <summary>Shows the dashboard as a picture with a text twin.</summary>
internal sealed class FidelityDashboardFormatter : IDisplayFormatter
{
    public Type Displays => typeof(FidelityDashboard);

    public IReadOnlyList<string> MimeTypes { get; } = [Notebooks.Displays.MimeTypes.Svg, Notebooks.Displays.MimeTypes.Text];

    public string Format(object value, string mimeType) =>
        mimeType == Notebooks.Displays.MimeTypes.Svg ? ((FidelityDashboard)value).ToSvg() : ((FidelityDashboard)value).ToText();
}
