using SynthNotebooks.Data;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Notebooks.Dashboards;

namespace SynthNotebooks.Notebooks;

/// <summary>Comparing a synthetic table with the real one, for C# code.</summary>
public static class DashboardVerbs
{
    /// <summary>How faithful the synthetic table is; displayable.</summary>
    /// <param name="synthetic">The table that is scored.</param>
    /// <param name="train">The real table that the generator was fitted on; roles declared for its columns decide how both are read.</param>
    /// <param name="holdout">Real rows the generator never saw; without them the ceiling is a bootstrap.</param>
    /// <param name="options">Target, seed and the rest; null for the defaults.</param>
    /// <exception cref="EvaluationException">The tables cannot be compared.</exception>
    public static FidelityDashboard Dashboard(this DataFrame synthetic, DataFrame train, DataFrame? holdout = null, EvaluationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(synthetic);
        ArgumentNullException.ThrowIfNull(train);
        options ??= new EvaluationOptions();
        return new(Evaluator.Evaluate(train, synthetic, holdout, options with
        {
            Drop = [.. options.Drop.Union(Declared(train, ColumnRole.Identifier, ColumnRole.FreeText))],
            Numeric = [.. options.Numeric.Union(Declared(train, ColumnRole.Continuous))],
            Categorical = [.. options.Categorical.Union(Declared(train, ColumnRole.Category))],
        }));
    }

    private static IEnumerable<string> Declared(DataFrame frame, params ColumnRole[] roles) =>
        frame.Columns.Where(column => column.Format.Role is { } role && roles.Contains(role)).Select(column => column.Name);
}
