using System.Globalization;
using SynthNotebooks.Evaluation.Constraints;
using SynthNotebooks.Notebooks.Magics;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>An X-ray of constraints as two tables: who breaks them and how they are met, and what they shift.</summary>
public sealed class ConstraintXRayDisplay : HtmlDisplay<ConstraintXRay>
{
    /// <inheritdoc/>
    protected override Html ToHtml(ConstraintXRay value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Html.Concat(TableLayout.ToHtml(Findings(value)), TableLayout.ToHtml(Shifts(value)));
    }

    /// <inheritdoc/>
    protected override string ToText(ConstraintXRay value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return TableLayout.ToText(Findings(value)) + "\n" + TableLayout.ToText(Shifts(value));
    }

    private static TableView Findings(ConstraintXRay value) => new(
        $"rows that break a constraint, of {Number(value.Cost.TrainingRows)} training rows and {Number(value.Rows)} sampled ones",
        [new("constraint"), new("training", IsNumber: true), new("without constraints", IsNumber: true), new("with them", IsNumber: true), new("met by"), new("how")],
        [.. value.Constraints.Select(finding => (IReadOnlyList<string?>)
        [
            finding.Constraint, Number(finding.Training), finding.Unconstrained is { } count ? Number(count) : "not fitted", Number(finding.Constrained), ArgumentText.Kebab(finding.Means.ToString()), finding.How,
        ])])
    {
        CellLimit = 200,
        Note = string.Create(CultureInfo.InvariantCulture, $"Training rows left out: {value.Cost.LeftOut:N0}. ")
            + (value.Cost.Tried == 0 ? "Nothing is left to rejection." : string.Create(CultureInfo.InvariantCulture, $"Rejection keeps {100 * value.Cost.Acceptance:0.#} % of the rows ({value.Cost.Kept:N0} of {value.Cost.Tried:N0} tried).")),
    };

    private static TableView Shifts(ConstraintXRay value) => new(
        "likeness to the training column (1 = same distribution)",
        [new("column"), new("measure"), new("without constraints", IsNumber: true), new("with them", IsNumber: true), new("shift", IsNumber: true)],
        [.. value.Columns.Select(shift => (IReadOnlyList<string?>)[shift.Column, shift.Measure, Score(shift.Unconstrained), Score(shift.Constrained), Score(shift.Constrained - shift.Unconstrained, "+0.000;-0.000;0.000")])])
    {
        Note = "ks: 1 minus the Kolmogorov-Smirnov distance, tv: 1 minus the total-variation distance; training rows that break constraints count in both.",
    };

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string? Score(double? score, string format = "0.000") => score?.ToString(format, CultureInfo.InvariantCulture) ?? "none";
}
