using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Validity;

/// <summary>A column whose values must occur in a column of another table.</summary>
/// <param name="Column">The referring column of the table that is scored.</param>
/// <param name="RealParent">The table that the real one refers to; its real holdout does so too.</param>
/// <param name="SyntheticParent">The table that the synthetic one refers to.</param>
/// <param name="ParentColumn">The column that is referred to, in both parents.</param>
public sealed record ForeignKey(string Column, DataFrame RealParent, DataFrame SyntheticParent, string ParentColumn)
{
    /// <exception cref="EvaluationException">A table lacks its column.</exception>
    internal void Require(DataFrame real, DataFrame synthetic, DataFrame? holdout)
    {
        Require(real, Column, "real");
        Require(synthetic, Column, "synthetic");
        if (holdout is not null) Require(holdout, Column, "holdout");
        Require(RealParent, ParentColumn, "real parent");
        Require(SyntheticParent, ParentColumn, "synthetic parent");
    }

    private static void Require(DataFrame frame, string column, string table)
    {
        if (!frame.Columns.Contains(column)) throw new EvaluationException($"Foreign key: the {table} table lacks it. {UnknownColumn.Message(column, frame.Columns.Select(one => one.Name))}");
    }
}
