using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Gauges;
using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Reports;

/// <summary>What models say: usefulness for prediction, fairness between groups, and whether real and synthetic rows can be told apart.</summary>
internal sealed class ModelSection : IReportSection
{
    public void Write(PageWriter page, ReportInput input)
    {
        Utility(page, input);
        Fairness(page, input);
        Detection(page, input);
    }

    private static void Utility(PageWriter page, ReportInput input)
    {
        var metrics = input.Of(MetricGroup.Utility);
        if (metrics.Count == 0) return;
        page.Section("utility", "Usefulness for models", "Train on synthetic rows, test on held-out real ones, against training on the real rows. The floor is a model trained on independent columns.");
        var scores = metrics.Where(metric => metric is { Value: not null, Floor: not null, Ceiling: not null } && metric.Name is "utility-linear" or "utility-tree" or "utility-forest" or "utility-boosting").ToArray();
        page.Open("div class=\"grid\"");
        if (scores.Length > 0)
            page.Figure(new CalibrationFigure("Trained on synthetic, tested on real", "Score on held-out rows of models trained on independent columns (floor), on synthetic rows and on real rows (ceiling); the line is the 95 % interval.", scores, "trained on real") { Width = 520, Height = 90 + 56 * scores.Length });
        if (input.Evaluation!.Importances is { Count: > 0 } importances)
        {
            var shown = importances.Take(15).ToArray();
            page.Figure(new CategoryBarsFigure(
                "What the models rely on", "Share of each column in boosted trees that predict the target, trained on real rows (filled) and on synthetic rows (hatched).",
                [.. shown.Select(one => one.Name)], [.. shown.Select(one => one.Real)], [.. shown.Select(one => one.Synthetic)])
            { Width = 520, Height = 90 + 27 * shown.Length });
        }
        page.Close();
        MetricTable.Write(page, "Scores of usefulness", metrics);
        page.Close();
    }

    private static void Fairness(PageWriter page, ReportInput input)
    {
        var metrics = input.Of(MetricGroup.Fairness);
        if (!metrics.Any(metric => metric.Value is not null)) return;
        page.Section("fairness", "Fairness between groups", "Of models trained on synthetic rows, tested on held-out real ones; the ceiling is the model trained on real rows, which may be unfair itself.");
        MetricTable.Write(page, "Scores of fairness", metrics);
        page.Close();
    }

    private static void Detection(PageWriter page, ReportInput input)
    {
        var metrics = input.Of(MetricGroup.Detection);
        if (metrics.Count == 0) return;
        page.Section("detection", "Telling real from synthetic", "A model learns to tell real rows from synthetic ones; an area of 0.5 means that it cannot. A strong model finds traces that hardly matter for averages.");
        MetricTable.Write(page, "Scores of detection", metrics);
        page.Close();
    }
}
