using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>A distribution over a list of values of any kind, in an order that can be chosen.</summary>
/// <remarks>Values seen too rarely are left out and their share is spread over the others in proportion.</remarks>
public sealed class CategoryMarginal : Marginal
{
    private readonly CumulativeTable? _table;

    /// <param name="palette">The values in order, one a row, and one missing cell at the end.</param>
    /// <param name="masses">Weight of each value, in order; empty when all cells are missing.</param>
    /// <param name="missingRate">Share of missing cells, 0 to 1.</param>
    public CategoryMarginal(Column palette, ReadOnlyMemory<double> masses, double missingRate)
        : base(Required(palette, masses).Name, missingRate)
    {
        (Palette, Masses) = (palette, masses);
        if (masses.Length > 0) _table = new CumulativeTable(masses.Span);
    }

    /// <summary>The values in order, and a missing cell at the end.</summary>
    public Column Palette { get; }

    /// <summary>Weight of each value.</summary>
    public ReadOnlyMemory<double> Masses { get; }

    /// <summary>Number of values.</summary>
    public int Count => Masses.Length;

    /// <inheritdoc/>
    public override bool IsLatent => Count > 1;

    /// <summary>The distribution of a column; null when no value is frequent enough.</summary>
    /// <param name="column">At least one row.</param>
    /// <param name="minimumCount">Values seen fewer times are left out.</param>
    /// <remarks>Order: text by falling frequency, other kinds by value.</remarks>
    public static CategoryMarginal? Of(Column column, int minimumCount) => Of(column, CategoryCodes.Of(column), minimumCount);

    /// <summary>The same when the codes are known already.</summary>
    public static CategoryMarginal? Of(Column column, CategoryCodes codes, int minimumCount)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(codes);
        var kept = Kept(column, codes, minimumCount);
        return kept.Length == 0 ? null : InOrder(column, codes, kept);
    }

    /// <summary>Codes of the values that are frequent enough, in the default order.</summary>
    public static int[] Kept(Column column, CategoryCodes codes, int minimumCount)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(codes);
        var kept = Enumerable.Range(0, codes.Counts.Length).Where(code => codes.Counts[code] >= minimumCount);
        return column is TextColumn
            ? [.. kept.OrderByDescending(code => codes.Counts[code]).ThenBy(code => column.GetText(codes.FirstRows[code]), StringComparer.Ordinal)]
            : [.. kept.OrderBy(code => column[codes.FirstRows[code]])];
    }

    /// <summary>The distribution over some of a column's values in a chosen order.</summary>
    /// <param name="column">The column.</param>
    /// <param name="codes">Its codes.</param>
    /// <param name="order">Codes of the values to keep, in order; at least one.</param>
    public static CategoryMarginal InOrder(Column column, CategoryCodes codes, ReadOnlySpan<int> order)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(codes);
        var (rows, masses) = (new int[order.Length], new double[order.Length]);
        for (var i = 0; i < order.Length; i++) (rows[i], masses[i]) = (codes.FirstRows[order[i]], codes.Counts[order[i]]);
        return new(WithMissing(column.Take(rows)), masses, MissingShare(column));
    }

    /// <summary>A column of which every cell is missing.</summary>
    public static CategoryMarginal AllMissing(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return new(WithMissing(column.Slice(0, 0)), default, 1);
    }

    /// <inheritdoc/>
    public override Column Decode(ReadOnlySpan<double> uniforms, ReadOnlySpan<bool> missing, SplitRandom random)
    {
        var codes = new int[uniforms.Length];
        if (_table is null) codes.AsSpan().Fill(Count);
        else
            for (var i = 0; i < codes.Length; i++) codes[i] = _table.Find(uniforms[i]);
        return Pick(codes, missing);
    }

    /// <summary>Cells of given values.</summary>
    /// <param name="codes">Number of the value of each row; changed where rows are missing.</param>
    /// <param name="missing">Which rows are missing; empty for none.</param>
    public Column Pick(Span<int> codes, ReadOnlySpan<bool> missing)
    {
        for (var i = 0; i < missing.Length; i++)
            if (missing[i]) codes[i] = Count;
        return Palette.Take(codes);
    }

    /// <summary>The values and a missing cell after them; text keeps only the categories that are used.</summary>
    public static Column WithMissing(Column values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var n = values.Length;
        var last = new bool[n + 1];
        last[n] = true;
        var nulls = NullMask.Of(last);
        return values switch
        {
            TextColumn text => new TextColumn(text.Name, (int[])[.. Enumerable.Range(0, n), -1], [.. Enumerable.Range(0, n).Select(row => text.GetText(row)!)], text.Format),
            DoubleColumn real => new DoubleColumn(real.Name, (double[])[.. real.Values, double.NaN], real.Format),
            BooleanColumn flags => new BooleanColumn(flags.Name, (bool[])[.. flags.Values, false], nulls, flags.Format),
            Int64Column whole => new Int64Column(whole.Name, (long[])[.. whole.Values, 0], nulls, whole.Format),
            DateColumn days => new DateColumn(days.Name, (int[])[.. days.Values, 0], nulls, days.Format),
            TimestampColumn times => new TimestampColumn(times.Name, (long[])[.. times.Values, 0], nulls, times.Format),
            _ => throw new ArgumentException($"Column '{values.Name}' is of an unknown kind.", nameof(values)),
        };
    }

    private static Column Required(Column palette, ReadOnlyMemory<double> masses)
    {
        ArgumentNullException.ThrowIfNull(palette);
        if (palette.Length != masses.Length + 1 || !palette.IsNull(masses.Length))
            throw new ArgumentException($"Column '{palette.Name}': {masses.Length} weights need as many values and one missing cell after them, got {palette.Length} cells.", nameof(palette));
        return palette;
    }
}
