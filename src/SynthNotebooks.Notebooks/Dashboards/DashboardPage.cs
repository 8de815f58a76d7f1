using SynthNotebooks.Evaluation;
using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Dashboards;

/// <summary>Lays the sections out from the top; each returns where the next begins.</summary>
internal static class DashboardPage
{
    public const double Width = 1120;
    public const double Margin = 28;
    public const double Gap = 16;
    public const string Background = Palette.Panel;

    public static Box Column => new(Margin, 0, Width - 2 * Margin, 0);

    /// <summary>From the top.</summary>
    internal static IReadOnlyList<IDrawnSection<EvaluationReport>> Sections { get; } =
        [new HeaderSection(), new GaugeSection(), new ColumnSection(), new AssociationSection(), new WorstSection(), new FooterSection()];

    /// <returns>Height of the page.</returns>
    public static double Draw(SvgCanvas canvas, EvaluationReport report)
    {
        var y = 0.0;
        foreach (var section in Sections) y = section.Draw(canvas, y, report);
        return y;
    }

    /// <summary>A white card.</summary>
    public static void Card(SvgCanvas canvas, Box box) => canvas.Rectangle(box, Palette.Paper, 10, Palette.Grid);

    /// <summary>A section's heading with a remark behind it.</summary>
    public static double Heading(SvgCanvas canvas, double y, string title, string remark, double room = 0)
    {
        canvas.Text(Margin, y + 18, title, 17, Palette.Ink, bold: true);
        var x = Margin + TextMeasure.Width(title, 17, bold: true) + 10;
        if (remark.Length > 0) canvas.Text(x, y + 18, remark, 12, Palette.Muted, width: Width - Margin - room - x);
        return y + 32;
    }
}
