namespace SynthNotebooks.Notebooks.Charts;

/// <summary>Keys to what is drawn.</summary>
internal static class Legends
{
    /// <summary>Real (filled) and synthetic (hatched, dashed), flush right.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="right">Where the key ends.</param>
    /// <param name="y">Base line of its text.</param>
    public static void Pair(SvgCanvas canvas, double right, double y)
    {
        var x = right - TextMeasure.Width("synthetic", 12);
        canvas.Text(x, y, "synthetic", 12, Palette.Ink);
        x -= 26;
        canvas.Rectangle(new(x, y - 10, 20, 11), canvas.Hatch(Palette.Synthetic, Palette.SyntheticFill));
        canvas.Path([(x, y + 1), (x, y - 10), (x + 20, y - 10), (x + 20, y + 1)], "none", Palette.Synthetic, 1.8, "5 2");
        x -= 16 + TextMeasure.Width("real", 12);
        canvas.Text(x, y, "real", 12, Palette.Ink);
        canvas.Rectangle(new(x - 26, y - 10, 20, 11), Palette.RealFill, stroke: Palette.Real);
    }
}
