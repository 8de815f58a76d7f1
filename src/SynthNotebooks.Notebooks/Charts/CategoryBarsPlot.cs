namespace SynthNotebooks.Notebooks.Charts;

/// <summary>Draws pairs of horizontal bars into an area.</summary>
internal static class CategoryBarsPlot
{
    /// <param name="canvas">Where to.</param>
    /// <param name="area">Labels and numbers included.</param>
    /// <param name="figure">What; as many rows as there are labels.</param>
    /// <param name="size">Of the text.</param>
    public static void Draw(SvgCanvas canvas, Box area, CategoryBarsFigure figure, double size)
    {
        if (figure.Labels.Count == 0) return;
        var widest = 0.0;
        foreach (var label in figure.Labels) widest = Math.Max(widest, TextMeasure.Width(Displays.VisibleText.Of(label), size));
        var names = Math.Min(widest + 9, area.Width * 0.42);
        var numbers = TextMeasure.Width("100 %", size - 1) + 6;
        var bars = area.Inset(names, 0, numbers, 0);
        var top = Math.Max(1e-9, Math.Max(figure.Real.Max(), figure.Synthetic.Max()));
        var row = Math.Min(area.Height / figure.Labels.Count, size * 3.2);
        var thick = Math.Min(row * 0.4, 14);
        var hatch = canvas.Hatch(Palette.Synthetic, Palette.SyntheticFill);
        for (var i = 0; i < figure.Labels.Count; i++)
        {
            var y = area.Y + i * row + (row - 2 * thick) / 2;
            double real = figure.Real[i] / top * bars.Width, synthetic = figure.Synthetic[i] / top * bars.Width;
            var title = $"{figure.Labels[i]}: real {FigureText.Percent(figure.Real[i])}, synthetic {FigureText.Percent(figure.Synthetic[i])}";
            canvas.Text(bars.X - 8, y + thick + size * 0.36, figure.Labels[i], size, Palette.Ink, Anchor.End, width: names - 8);
            canvas.Rectangle(new(bars.X, y, Math.Max(real, 0.5), thick - 0.5), Palette.RealFill, stroke: Palette.Real, strokeWidth: 0.6, title: title);
            canvas.Rectangle(new(bars.X, y + thick + 0.5, Math.Max(synthetic, 0.5), thick - 0.5), hatch, stroke: Palette.Synthetic, strokeWidth: 0.6, title: title);
            var small = Math.Min(size - 1, thick * 0.9);
            canvas.Text(bars.X + real + 4, y + thick * 0.5 + small * 0.36, FigureText.Percent(figure.Real[i]), small, Palette.Real);
            canvas.Text(bars.X + synthetic + 4, y + thick * 1.5 + small * 0.36 + 0.5, FigureText.Percent(figure.Synthetic[i]), small, Palette.Synthetic);
        }
    }
}
