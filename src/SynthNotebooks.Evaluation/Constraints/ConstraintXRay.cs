using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Constraints;

/// <summary>What constraints do to a model: who breaks them without it, how they are met, what that costs and shifts.</summary>
/// <param name="Rows">Rows sampled from each model.</param>
/// <param name="Constraints">One finding a constraint, in their order.</param>
/// <param name="Columns">One a column that a constraint speaks of, but for identifiers and free text.</param>
/// <param name="Cost">Training rows left out, and what rejection costs.</param>
public sealed record ConstraintXRay(int Rows, IReadOnlyList<ConstraintFinding> Constraints, IReadOnlyList<ColumnShift> Columns, ConstraintCost Cost)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes an X-ray. Cost: two samples, and O(rows) for each constraint and column.</summary>
    /// <param name="model">Fitted under constraints.</param>
    /// <param name="training">The table that it was fitted on.</param>
    /// <param name="unconstrained">The same model fitted without constraints; null to do without the comparison.</param>
    /// <param name="rows">To sample from each, at least 1.</param>
    /// <param name="options">Seed, threads, cancellation; null for the defaults.</param>
    /// <exception cref="EvaluationException">The model has no constraints.</exception>
    public static ConstraintXRay Of(IFittedGenerator model, DataFrame training, IFittedGenerator? unconstrained, int rows = 10_000, SampleOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(training);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        if (model is not IConstrained { Constraints.IsEmpty: false } constrained) throw new EvaluationException("The model was fitted without constraints, so there is nothing to see; give them to the fit (--constraints).");
        var set = constrained.Constraints.LearnedFrom(training);
        DataFrame after = model.Sample(rows, options);
        var before = unconstrained?.Sample(rows, options);
        var (inTraining, inBefore, inAfter) = (set.CountViolations(training), before is null ? null : set.CountViolations(before), set.CountViolations(after));
        var findings = constrained.Handling.Select((handling, i) => new ConstraintFinding(
            handling.Constraint.ToString(), handling.Constraint.Kind, handling.Means, handling.How, inTraining[i], inBefore?[i], inAfter[i]));
        var touched = model.Schema.Columns.Where(column => column.Role is not (ColumnRole.Identifier or ColumnRole.FreeText) && set.Constraints.Any(constraint => constraint.Columns.Contains(column.Name)));
        var shifts = touched.Select(column => new ColumnShift(
            column.Name, column.IsNumeric ? "ks" : "tv",
            before is null ? null : ColumnSimilarity.Of(training[column.Name], before[column.Name], column.IsNumeric),
            ColumnSimilarity.Of(training[column.Name], after[column.Name], column.IsNumeric)));
        return new(rows, [.. findings], [.. shifts], constrained.Cost);
    }

    /// <summary>The report as indented JSON.</summary>
    public string ToJson() => new JsonObject
    {
        ["rows"] = Rows,
        ["trainingRows"] = Cost.TrainingRows,
        ["leftOut"] = Cost.LeftOut,
        ["rejection"] = new JsonObject { ["tried"] = Cost.Tried, ["kept"] = Cost.Kept, ["acceptance"] = Cost.Acceptance },
        ["constraints"] = new JsonArray([.. Constraints.Select(finding => new JsonObject
        {
            ["constraint"] = finding.Constraint,
            ["kind"] = finding.Kind,
            ["means"] = finding.Means.ToString().ToLowerInvariant(),
            ["how"] = finding.How,
            ["violations"] = new JsonObject { ["training"] = finding.Training, ["unconstrained"] = finding.Unconstrained, ["constrained"] = finding.Constrained },
        })]),
        ["columns"] = new JsonArray([.. Columns.Select(shift => new JsonObject
        {
            ["column"] = shift.Column,
            ["measure"] = shift.Measure,
            ["unconstrained"] = shift.Unconstrained,
            ["constrained"] = shift.Constrained,
        })]),
    }.ToJsonString(Indented) + "\n";
}
