using System.Text.Json.Nodes;

namespace SynthNotebooks.Notebooks.Charts;

/// <summary>Several charts side by side in one picture, for comparing at a glance.</summary>
/// <param name="Title">Stands above them all.</param>
/// <param name="Description">What is compared.</param>
/// <param name="Figures">At least one, in reading order; their own widths and heights are not used.</param>
/// <param name="Across">Charts a row, 1 or more.</param>
public sealed record FigureGrid(string Title, string Description, IReadOnlyList<Figure> Figures, int Across = 3) : Figure(Title, Description)
{
    private const double TitleHeight = 22;
    private const double Gap = 12;

    private int Down => (Figures.Count + Math.Max(1, Across) - 1) / Math.Max(1, Across);

    /// <inheritdoc/>
    public override string ToText() => $"{Title}\n{Description}\n\n" + string.Join("\n", Figures.Select(figure => figure.ToText()));

    internal override void Draw(SvgCanvas canvas, Box area)
    {
        var (width, height) = ((area.Width + Gap) / Math.Max(1, Across) - Gap, (area.Height + Gap) / Math.Max(1, Down) - Gap);
        for (var i = 0; i < Figures.Count; i++)
        {
            var cell = new Box(area.X + i % Across * (width + Gap), area.Y + i / Across * (height + Gap), width, height);
            canvas.Text(cell.X, cell.Y + 14, Figures[i].Title, 13, Palette.Ink, bold: true, width: cell.Width);
            Figures[i].Draw(canvas, cell.Inset(0, TitleHeight, 0, 0));
        }
    }

    internal override JsonArray Traces()
    {
        var all = new JsonArray();
        for (var i = 0; i < Figures.Count; i++)
        {
            foreach (var trace in Figures[i].Traces())
            {
                var own = trace!.DeepClone().AsObject();
                (own["xaxis"], own["yaxis"], own["showlegend"]) = ("x" + (i + 1), "y" + (i + 1), false);
                all.Add(own);
            }
        }
        return all;
    }

    internal override void Arrange(JsonObject layout)
    {
        layout["grid"] = new JsonObject { ["rows"] = Down, ["columns"] = Across, ["pattern"] = "independent" };
        for (var i = 0; i < Figures.Count; i++)
        {
            var own = new JsonObject();
            Figures[i].Arrange(own);
            foreach (var axis in new[] { "xaxis", "yaxis" })
            {
                var named = own[axis]?.DeepClone() ?? new JsonObject();
                if (axis == "xaxis") named["title"] = new JsonObject { ["text"] = PlotlyJson.Text(Figures[i].Title) };
                layout[axis + (i + 1)] = named;
            }
        }
    }
}
