using SynthNotebooks.Evaluation.Attacks.Scoring;
using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Attacks;

/// <summary>Draws figures with their intervals on a common axis, a line each.</summary>
/// <param name="canvas">Where to.</param>
/// <param name="axis">Left and right end of the axis; top and bottom of its grid.</param>
/// <param name="low">Value at the left end.</param>
/// <param name="high">Value at the right end.</param>
internal sealed class ForestPlot(SvgCanvas canvas, Box axis, double low, double high)
{
    /// <summary>Grid lines with labels below, and a strong line where there is nothing to fear.</summary>
    public void Axis(double nothing)
    {
        foreach (var tick in AxisTicks.Of(low, high, 6))
        {
            canvas.Line(X(tick), axis.Y, X(tick), axis.Bottom, Palette.Grid);
            canvas.Text(X(tick), axis.Bottom + 14, AxisTicks.Label(tick, 0.1), 10.5, Palette.Muted, Anchor.Middle);
        }
        canvas.Line(X(nothing), axis.Y - 4, X(nothing), axis.Bottom, Palette.Muted, 1.4, "4 3");
    }

    /// <summary>A dot on its interval; hollow and dashed for the second figure of a line.</summary>
    public void Figure(double y, Interval figure, bool alarming, bool hollow, string title)
    {
        var colour = alarming ? Palette.Synthetic : Palette.Accent;
        canvas.Line(X(figure.Low), y, X(figure.High), y, colour, 2, hollow ? "3 2" : null);
        const double R = 4;
        var x = X(figure.Value);
        (double, double)[] corners = alarming ? [(x, y - R - 1), (x + R + 1, y), (x, y + R + 1), (x - R - 1, y)] : [(x - R, y - R), (x + R, y - R), (x + R, y + R), (x - R, y + R)];
        canvas.Path(corners, hollow ? Palette.Paper : colour, colour, 1.6, closed: true, title: title);
    }

    private double X(double value) => axis.X + (Math.Clamp(value, low, high) - low) / (high - low) * axis.Width;
}
