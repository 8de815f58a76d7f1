using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>The distribution of one column on its own: turns uniform numbers into cells of the column's kind and format. Immutable.</summary>
public abstract class Marginal
{
    private protected Marginal(string name, double missingRate) => (Name, MissingRate) = (name, missingRate);

    /// <summary>The column's name.</summary>
    public string Name { get; }

    /// <summary>Share of missing cells, 0 to 1.</summary>
    public double MissingRate { get; }

    /// <summary>Whether the value of a cell depends on its uniform number, so that other columns can be made to depend on it.</summary>
    public abstract bool IsLatent { get; }

    /// <summary>Makes cells.</summary>
    /// <param name="uniforms">One number in [0, 1) a row; larger numbers give larger values (later categories).</param>
    /// <param name="missing">Which rows are missing; empty for none.</param>
    /// <param name="random">For what the uniform number does not decide (identifiers, free text).</param>
    /// <returns>A column as long as <paramref name="uniforms"/>.</returns>
    public abstract Column Decode(ReadOnlySpan<double> uniforms, ReadOnlySpan<bool> missing, SplitRandom random);

    /// <summary>Learns the marginal that fits a column's role.</summary>
    /// <param name="column">At least one row.</param>
    /// <param name="schema">What is known of the column.</param>
    /// <param name="options">How careful to be.</param>
    /// <param name="random">The column's own stream, for the choice of fresh identifiers.</param>
    /// <param name="cancellation">Looked at every thousand rows where a row is costly.</param>
    /// <remarks>Cost O(n log n) at most. Missing cells are left out, their share is kept.</remarks>
    public static Marginal Of(Column column, ColumnSchema schema, MarginalOptions options, SplitRandom random, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(schema);
        if (column.NullCount == column.Length) return CategoryMarginal.AllMissing(column);
        return (column, schema.Role) switch
        {
            (TextColumn text, ColumnRole.Identifier) => IdentifierMarginal.Of(text, options, random, cancellation),
            (Int64Column whole, ColumnRole.Identifier) => SequenceMarginal.Of(whole, random),
            (TextColumn text, ColumnRole.FreeText) => FreeText(text, options, random, cancellation),
            (BooleanColumn, _) => CategoryMarginal.Of(column, 1)!,
            (TextColumn text, _) => CategoryMarginal.Of(text, options.MinimumCount) ?? FreeText(text, options, random, cancellation),
            (_, ColumnRole.Category) => CategoryMarginal.Of(column, options.MinimumCount) ?? (Marginal)NumericMarginal.Of(column, options),
            _ => NumericMarginal.Of(column, options),
        };
    }

    /// <summary>Share of missing cells of a column.</summary>
    private protected static double MissingShare(Column column) => (double)column.NullCount / column.Length;

    private static Marginal FreeText(TextColumn text, MarginalOptions options, SplitRandom random, CancellationToken cancellation) => FreeTextMarginal.IsProse(text)
        ? FreeTextMarginal.Of(text, options, cancellation)
        : IdentifierMarginal.Of(text, options, random, cancellation);
}
