using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Dashboards;

/// <summary>A part of a drawn page, as wide as <see cref="DashboardPage"/>; it leaves itself out when the report has nothing for it.</summary>
/// <remarks>Implementations have a constructor without parameters and keep no state; the page that draws them lists them from the top.</remarks>
/// <typeparam name="TReport">What the page is about.</typeparam>
internal interface IDrawnSection<in TReport>
{
    /// <summary>Draws the part from <paramref name="y"/> down.</summary>
    /// <returns>Where the next begins.</returns>
    double Draw(SvgCanvas canvas, double y, TReport report);
}
