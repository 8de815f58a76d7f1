namespace SynthNotebooks.Notebooks.Charts;

/// <summary>Draws heat maps into an area.</summary>
internal static class HeatMapPlot
{
    /// <summary>Room that the names take.</summary>
    public static double LabelWidth(IReadOnlyList<string> names, double size)
    {
        var widest = 0.0;
        foreach (var name in names) widest = Math.Max(widest, TextMeasure.Width(Displays.VisibleText.Of(name), size));
        return Math.Ceiling(widest) + 8;
    }

    /// <summary>Size of the names beside cells of a size.</summary>
    public static double LabelSize(double cell) => Math.Clamp(cell * 0.72, 6, 11);

    /// <param name="canvas">Where to.</param>
    /// <param name="map">The cells alone.</param>
    /// <param name="figure">What.</param>
    /// <param name="left">Room for row names; 0 for none.</param>
    /// <param name="bottom">Room for column names.</param>
    public static void Draw(SvgCanvas canvas, Box map, HeatMapFigure figure, double left, double bottom)
    {
        var (rows, columns) = (figure.Names.Count, figure.Across.Count);
        if (rows == 0 || columns == 0) return;
        var cell = map.Width / columns;
        var size = LabelSize(cell);
        canvas.Rectangle(map, Palette.Panel);
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++) Cell(i, j);
        canvas.Rectangle(map, "none", stroke: Palette.Grid);
        for (var i = 0; i < rows && left > 0; i++)
            canvas.Text(map.X - 6, map.Y + (i + 0.5) * cell + size * 0.36, figure.Names[i], size, Palette.Ink, Anchor.End, width: left - 6);
        for (var j = 0; j < columns && bottom > 0; j++)
            canvas.Text(map.X + (j + 0.5) * cell + size * 0.36, map.Bottom + 6, figure.Across[j], size, Palette.Ink, Anchor.End, width: bottom - 6, rotate: -90);

        void Cell(int i, int j)
        {
            var box = new Box(map.X + j * cell, map.Y + i * cell, cell - 0.6, cell - 0.6);
            if (figure.Values[i][j] is not { } value)
            {
                canvas.Line(box.X, box.Bottom, box.Right, box.Y, Palette.Grid); // undefined: crossed out
                return;
            }
            var share = value / figure.Limit;
            canvas.Rectangle(box, Palette.Diverging(share), title: $"{FigureText.Cell(figure.Names[i])}, {FigureText.Cell(figure.Across[j])}: {FigureText.Score(value)}");
            if (cell >= 34)
                canvas.Text(box.CentreX, box.Y + cell / 2 + 4, value.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture), Math.Min(11, cell * 0.3), Contrast(share), Anchor.Middle);
            else if (share < -0.05)
                canvas.Line(box.CentreX - cell * 0.22, box.Y + cell / 2, box.CentreX + cell * 0.22, box.Y + cell / 2, Contrast(share), 1.2);
        }
    }

    /// <summary>The key of colours, upright.</summary>
    public static void DrawScale(SvgCanvas canvas, Box area, double limit)
    {
        const int Steps = 20;
        for (var i = 0; i < Steps; i++)
            canvas.Rectangle(new(area.X, area.Y + i * area.Height / Steps, area.Width, area.Height / Steps + 0.3), Palette.Diverging(1 - (i + 0.5) * 2 / Steps));
        canvas.Rectangle(area, "none", stroke: Palette.Grid);
        foreach (var (share, at) in new[] { (1.0, 8.0), (0.5, 4.0), (0.0, 4.0), (-0.5, 4.0), (-1.0, 0.0) })
        {
            var value = share * limit;
            var text = (value < 0 ? "−" : "") + Math.Abs(value).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
            canvas.Text(area.Right + 5, area.Y + (1 - share) / 2 * area.Height + at, text, 10, Palette.Muted);
        }
    }

    private static string Contrast(double share) => Math.Abs(share) > 0.55 ? Palette.Paper : Palette.Ink;
}
