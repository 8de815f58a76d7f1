using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Fidelity;

/// <summary>What two tables must have in common before they can be compared.</summary>
internal static class TableChecks
{
    /// <param name="real">Decides which columns there are.</param>
    /// <param name="other">Must have all of them; further ones are ignored.</param>
    /// <param name="what">What the other table is called in errors.</param>
    /// <exception cref="EvaluationException">A table has no rows, or a column is lacking.</exception>
    public static void Require(DataFrame real, DataFrame other, string what)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(other);
        if (real.Columns.Count == 0) throw new EvaluationException("The real table has no columns; at least one is needed.");
        if (real.Rows.Count == 0) throw new EvaluationException("The real table has no rows; at least one is needed.");
        var lacking = real.Columns.Where(column => !other.Columns.Contains(column.Name)).Select(column => $"'{column.Name}'").ToArray();
        if (lacking.Length > 0)
            throw new EvaluationException(
                $"The {what} table lacks {(lacking.Length == 1 ? "column" : "columns")} {string.Join(", ", lacking.Take(10))}{(lacking.Length > 10 ? $" and {lacking.Length - 10} more" : "")} of the real one.");
        if (other.Rows.Count == 0) throw new EvaluationException($"The {what} table has no rows; at least one is needed.");
    }
}
