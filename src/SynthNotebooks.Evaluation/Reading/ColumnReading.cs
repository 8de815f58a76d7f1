using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Reading;

/// <summary>How one column is read in all tables; the real table decides.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Measure">How it is compared.</param>
/// <param name="NumericText">Whether the categories are numbers, so that 1, 1.0 and 01 are one.</param>
/// <param name="LeftOut">Why the column takes no part; null when it does.</param>
/// <remarks>
/// A column is a number when every cell that is present parses as one and more than <see cref="MostNumericCategories"/> values are distinct;
/// a date when it is stored or written as one (ISO 8601); else a category. A category column of more than 100 cells of which over 90 % are distinct
/// is an identifier and is left out, unless it is the target.
/// </remarks>
internal sealed record ColumnReading(string Name, ColumnMeasure Measure, bool NumericText, string? LeftOut = null)
{
    public const int MostNumericCategories = 10;

    public static ColumnReading Of(Column column, EvaluationOptions options)
    {
        var name = column.Name;
        if (options.Drop.Contains(name)) return new(name, ColumnMeasure.Category, false, "dropped on request");
        var content = ColumnContent.Of(column);
        if (options.Categorical.Contains(name)) return Categorical(content, options, numericText: content.AllNumbers);
        if (options.Numeric.Contains(name)) return new(name, column.Kind is ColumnKind.Date or ColumnKind.Timestamp ? ColumnMeasure.Date : ColumnMeasure.Number, false);
        if (content.AllNumbers && content.DistinctNumbers > MostNumericCategories) return new(name, ColumnMeasure.Number, false);
        if (content.AllDates) return new(name, ColumnMeasure.Date, false);
        return Categorical(content, options, content.AllNumbers);
    }

    private static ColumnReading Categorical(ColumnContent content, EvaluationOptions options, bool numericText)
    {
        var identifier = content.Present > 100 && content.DistinctTexts > 0.9 * content.Present && content.Name != options.Target;
        return new(content.Name, ColumnMeasure.Category, numericText,
            identifier ? $"identifier: {content.DistinctTexts} distinct values in {content.Present} rows" : null);
    }
}
