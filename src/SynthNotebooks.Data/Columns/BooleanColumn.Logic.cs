namespace SynthNotebooks.Data;

public sealed partial class BooleanColumn
{
    /// <summary>Cell-wise and: false where either is false, else missing where either is missing.</summary>
    public static BooleanColumn operator &(BooleanColumn left, BooleanColumn right) => Combine(left, right, decisive: false);

    /// <summary>Cell-wise or: true where either is true, else missing where either is missing.</summary>
    public static BooleanColumn operator |(BooleanColumn left, BooleanColumn right) => Combine(left, right, decisive: true);

    /// <summary>Cell-wise not; missing where the cell is.</summary>
    public static BooleanColumn operator !(BooleanColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var flags = new bool[column.Length];
        for (var row = 0; row < flags.Length; row++) flags[row] = !column.Values[row];
        return new BooleanColumn(column.Name, flags, column.Nulls);
    }

    /// <summary>Same as <c>&amp;</c>.</summary>
    public BooleanColumn And(BooleanColumn other) => this & other;

    /// <summary>Same as <c>|</c>.</summary>
    public BooleanColumn Or(BooleanColumn other) => this | other;

    // One decisive cell settles the row, also against a missing one.
    private static BooleanColumn Combine(BooleanColumn left, BooleanColumn right, bool decisive)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Length != right.Length)
            throw new ArgumentException($"Column '{left.Name}' has {left.Length} rows, column '{right.Name}' has {right.Length}; they must be equal.", nameof(right));
        var (flags, missing) = (new bool[left.Length], new bool[left.Length]);
        for (var row = 0; row < flags.Length; row++)
        {
            var settled = !left.IsNull(row) && left.Values[row] == decisive || !right.IsNull(row) && right.Values[row] == decisive;
            flags[row] = settled == decisive;
            missing[row] = !settled && (left.IsNull(row) || right.IsNull(row));
        }
        return new BooleanColumn(left.Name, flags, NullMask.Of(missing));
    }
}
