using SynthNotebooks.Evaluation.Reports;

namespace SynthNotebooks.Notebooks.Charts;

/// <summary>Draws two-way tables side by side into an area.</summary>
internal static class TwoWayPlot
{
    private const double Size = 10.5, Between = 16, Head = 18;

    public static void Draw(SvgCanvas canvas, Box area, PairTable table)
    {
        var left = Math.Min(HeatMapPlot.LabelWidth(table.SecondLabels, Size), area.Width * 0.16);
        var bottom = Math.Min(HeatMapPlot.LabelWidth(table.FirstLabels, Size), area.Height * 0.34);
        var width = (area.Width - left - 2 * Between) / 3;
        var most = table.Real.Concat(table.Synthetic).SelectMany(column => column).Max();
        var gap = table.Real.Zip(table.Synthetic, (a, b) => a.Zip(b, (x, y) => Math.Abs(y - x)).Max()).Max();
        Panel(0, "real, % of rows", (i, j) => table.Real[i][j], most);
        Panel(1, "synthetic, % of rows", (i, j) => table.Synthetic[i][j], most);
        Panel(2, "synthetic − real, points", (i, j) => table.Synthetic[i][j] - table.Real[i][j], gap);

        void Panel(int at, string title, Func<int, int, double> value, double limit)
        {
            var box = new Box(area.X + left + at * (width + Between), area.Y + Head, width, area.Height - Head - bottom);
            canvas.Open(title);
            canvas.Text(box.X, area.Y + 11, title, 12, Palette.Muted, bold: true);
            double across = box.Width / table.FirstLabels.Count, down = box.Height / table.SecondLabels.Count;
            for (var i = 0; i < table.FirstLabels.Count; i++)
                for (var j = 0; j < table.SecondLabels.Count; j++) Cell(new(box.X + i * across, box.Bottom - (j + 1) * down, across - 0.8, down - 0.8), value(i, j), i, j);
            for (var i = 0; i < table.FirstLabels.Count; i++)
                canvas.Text(box.X + (i + 0.5) * across + Size * 0.36, box.Bottom + 6, table.FirstLabels[i], Size, Palette.Ink, Anchor.End, width: bottom - 6, rotate: -90);
            for (var j = 0; at == 0 && j < table.SecondLabels.Count; j++)
                canvas.Text(box.X - 6, box.Bottom - (j + 0.5) * down + Size * 0.36, table.SecondLabels[j], Size, Palette.Ink, Anchor.End, width: left - 6);
            canvas.Rectangle(box, "none", stroke: Palette.Grid);
            canvas.Close();

            void Cell(Box cell, double share, int i, int j)
            {
                var colour = limit > 0 ? share / limit : 0;
                var text = (share < 0 ? "−" : "") + FigureText.Percent(Math.Abs(share));
                var number = text.Replace(" %", "", StringComparison.Ordinal);
                canvas.Rectangle(cell, Palette.Diverging(colour), title: $"{FigureText.Cell(table.FirstLabels[i])}, {FigureText.Cell(table.SecondLabels[j])}: {text}");
                var ink = Math.Abs(colour) > 0.55 ? Palette.Paper : Palette.Ink;
                if (Math.Abs(share) >= 0.0005 && cell.Height >= 12 && TextMeasure.Width(number, 9) <= cell.Width - 1)
                    canvas.Text(cell.CentreX, cell.Y + cell.Height / 2 + 3, number, 9, ink, Anchor.Middle);
                else if (colour < -0.1)
                    canvas.Line(cell.CentreX - cell.Width * 0.2, cell.Y + cell.Height / 2, cell.CentreX + cell.Width * 0.2, cell.Y + cell.Height / 2, ink, 1.2);
            }
        }
    }
}
