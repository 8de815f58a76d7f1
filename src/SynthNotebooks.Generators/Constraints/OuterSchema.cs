using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Constraints;

/// <summary>The schema that samples of a constrained model follow; what a model must not tell (rare categories, extremes) is left out.</summary>
internal static class OuterSchema
{
    public static TableSchema Of(TableSchema schema, ConstraintPlan plan, TableSchema inside, DataFrame learned) => new([.. schema.Columns.Select(column =>
    {
        var format = learned[column.Name].Format;
        if (!plan.Steps.Any(step => step.Outputs.Contains(column.Name))) return inside[column.Name] with { Role = column.Role };
        var made = column with { Categories = null, Minimum = null, Maximum = null, Format = format, NullRate = (double)learned[column.Name].NullCount / learned.Rows.Count };
        return plan.Steps.OfType<CombinationTransform>().FirstOrDefault(step => step.Outputs.Contains(column.Name)) is { } step && column.Categories is not null
            ? made with { Categories = Seen(step.Palette[column.Name]) }
            : made;
    })]);

    private static string[] Seen(Column palette) => [.. Enumerable.Range(0, palette.Length).Select(palette.GetText).OfType<string>().Distinct()];
}
