using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Fidelity;

namespace SynthNotebooks.Evaluation.Attacks.Trials;

/// <summary>The tables of a battery with the same columns, in the order and of the kinds of the training table.</summary>
/// <remarks>Whole numbers and reals may stand in for each other (both become reals), as may an empty column for any; text stands in for whatever was read from text.</remarks>
internal sealed record AlignedTables(DataFrame Train, DataFrame Synthetic, DataFrame? Holdout)
{
    /// <exception cref="EvaluationException">A table has no rows or lacks a column, or a column is of another kind; the message names table, column and kinds.</exception>
    public static AlignedTables Of(DataFrame train, DataFrame synthetic, DataFrame? holdout)
    {
        TableChecks.Require(train, synthetic, "synthetic");
        if (holdout is not null) TableChecks.Require(train, holdout, "holdout");
        DataFrame[] tables = holdout is null ? [train, synthetic] : [train, synthetic, holdout];
        var aligned = Array.ConvertAll(tables, _ => new List<Column>());
        foreach (var column in train.Columns)
        {
            var same = Align(Array.ConvertAll(tables, table => table.Columns[column.Name]));
            for (var i = 0; i < same.Length; i++) aligned[i].Add(same[i]);
        }
        return new(new(aligned[0]), new(aligned[1]), holdout is null ? null : new(aligned[2]));
    }

    private static Column[] Align(Column[] columns)
    {
        var kind = columns[0].Kind;
        if (Array.TrueForAll(columns, column => column.Kind == kind)) return columns;
        if (kind == ColumnKind.Text || columns[0].NullCount == columns[0].Length) return Array.ConvertAll(columns, Texts);
        var converted = columns.ToArray();
        var reals = IsNumber(kind) && Array.Exists(columns, column => column.Kind == ColumnKind.Real);
        for (var i = 0; i < columns.Length; i++)
        {
            var column = columns[i];
            if (column.NullCount == column.Length) converted[i] = Empty(columns[0], column.Length);
            else if (column.Kind != kind && !(IsNumber(kind) && IsNumber(column.Kind)))
            {
                var row = 0;
                while (column.IsNull(row)) row++;
                throw new EvaluationException(
                    $"Column '{column.Name}' is {kind} in the training table and {column.Kind} in the {(i == 1 ? "synthetic" : "holdout")} table, e.g. '{column.GetText(row)}'; the same kind is needed.");
            }
            if (reals) converted[i] = new DoubleColumn(column.Name, converted[i].ToNumbers(), columns[0].Format);
        }
        return converted;
    }

    private static bool IsNumber(ColumnKind kind) => kind is ColumnKind.Integer or ColumnKind.Real;

    private static TextColumn Texts(Column column) => column as TextColumn ?? TextColumn.Of(column.Name, Enumerable.Range(0, column.Length).Select(column.GetText));

    private static Column Empty(Column like, int rows)
    {
        for (var row = 0; row < like.Length; row++)
            if (like.IsNull(row)) return like.Take(new int[rows].Select(_ => row).ToArray());
        if (IsNumber(like.Kind)) return new DoubleColumn(like.Name, Enumerable.Repeat(double.NaN, rows).ToArray());
        throw new EvaluationException($"Column '{like.Name}' has no value in one table and never lacks one in the training table; it cannot be compared. Leave it out of all tables.");
    }
}
