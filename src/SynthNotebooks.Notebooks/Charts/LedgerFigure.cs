using System.Text.Json.Nodes;
using SynthNotebooks.Notebooks.Releases;

namespace SynthNotebooks.Notebooks.Charts;

/// <summary>A privacy ledger as a waterfall: what each spend adds, in order, and what is left.</summary>
/// <param name="View">The ledger.</param>
public sealed record LedgerFigure(LedgerView View) : Figure("Privacy budget", "What each release added to epsilon, in order, and what is left under the limits.")
{
    private const double Line = 26, Label = 250, Number = 70;

    /// <summary>The waterfall of a ledger, as high as it has spends; the last 40 are drawn.</summary>
    public static LedgerFigure Of(LedgerView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new(view) { Height = (int)(110 + Line * (Math.Min(view.Spends.Count, Most) + view.Datasets.Count)), Width = 760 };
    }

    private const int Most = 40;

    /// <inheritdoc/>
    public override string ToText() =>
        $"{Title}: {View.Limits}\n"
        + FigureText.Table(["dataset", "purpose", "adds", "in all", "dataset's"], View.Spends.Select(spend => new[]
        {
            spend.Dataset, spend.Purpose, FigureText.Number(spend.After - spend.Before), FigureText.Number(spend.After), FigureText.Number(spend.OfDataset),
        }))
        + string.Concat(View.Datasets.Select(dataset => $"\ndataset {dataset.Dataset}: {Left(dataset.Spent, View.Limits.DatasetEpsilon)}"))
        + $"\nall together: {Left(View.Total, View.Limits.TotalEpsilon)}\n";

    internal override void Draw(SvgCanvas canvas, Box area)
    {
        canvas.Text(area.X, area.Y + 14, "Limits: " + View.Limits, 12, Palette.Muted, width: area.Width);
        var end = 1e-12;
        foreach (var spend in View.Spends) end = Math.Max(end, double.IsFinite(spend.After) ? spend.After : 0);
        var (from, scale) = (area.X + Label, (area.Width - Label - Number) / end);
        var y = area.Y + 28;
        foreach (var spend in View.Spends.Skip(Math.Max(0, View.Spends.Count - Most)))
        {
            var (low, high) = (Math.Min(spend.Before, end), Math.Min(spend.After, end));
            canvas.Text(area.X, y + 14, $"{spend.Dataset[..Math.Min(4, spend.Dataset.Length)]} {spend.Purpose}", 12, Palette.Ink, width: Label - 12);
            canvas.Rectangle(new(from + low * scale, y + 2, Math.Max(1, (high - low) * scale), Line - 8), Palette.Real, title: spend.Purpose);
            canvas.Text(from + high * scale + 6, y + 14, "+" + FigureText.Number(spend.After - spend.Before), 12, Palette.Ink);
            y += Line;
        }
        canvas.Line(area.X, y, area.Right, y, Palette.Grid);
        foreach (var (dataset, spent) in View.Datasets)
        {
            canvas.Text(area.X, y + 17, $"dataset {dataset}: {Left(spent, View.Limits.DatasetEpsilon)}", 12, Palette.Ink, width: area.Width);
            y += Line;
        }
        canvas.Text(area.X, y + 17, $"all together: {Left(View.Total, View.Limits.TotalEpsilon)}", 12, Palette.Ink, bold: true, width: area.Width);
    }

    internal override JsonArray Traces() =>
    [
        new JsonObject
        {
            ["type"] = "waterfall",
            ["orientation"] = "h",
            ["y"] = PlotlyJson.Texts(View.Spends.Select((spend, i) => FormattableString.Invariant($"{i + 1} {spend.Purpose}"))),
            ["x"] = PlotlyJson.Numbers(View.Spends.Select(spend => spend.After - spend.Before)),
        },
    ];

    internal override void Arrange(JsonObject layout)
    {
        layout["xaxis"] = PlotlyJson.Axis("epsilon");
        layout["yaxis"] = new JsonObject { ["type"] = "category", ["autorange"] = "reversed", ["automargin"] = true };
    }

    private static string Left(double spent, double limit) =>
        $"epsilon {FigureText.Number(spent)} of {FigureText.Number(limit)} spent, {FigureText.Number(Math.Max(0, limit - spent))} left";
}
