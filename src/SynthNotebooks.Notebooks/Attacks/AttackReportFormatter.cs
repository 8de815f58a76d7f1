using SynthNotebooks.Evaluation.Attacks;
using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Notebooks.Attacks;

/// <summary>Shows a battery's report as a picture with a text twin.</summary>
internal sealed class AttackReportFormatter : IDisplayFormatter
{
    public Type Displays => typeof(AttackReport);

    public IReadOnlyList<string> MimeTypes { get; } = [Notebooks.Displays.MimeTypes.Svg, Notebooks.Displays.MimeTypes.Text];

    public string Format(object value, string mimeType) =>
        mimeType == Notebooks.Displays.MimeTypes.Svg ? AttackPage.ToSvg((AttackReport)value) : VisibleLines.Of(AttackText.Of((AttackReport)value));
}
