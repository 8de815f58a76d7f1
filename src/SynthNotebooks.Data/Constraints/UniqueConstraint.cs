namespace SynthNotebooks.Data;

/// <summary>No two rows agree: <c>unique id</c>, <c>unique(patient, visit)</c>. Rows with a missing cell in these columns agree with none.</summary>
/// <param name="Columns">At least one, of any kind.</param>
public sealed record UniqueConstraint(IReadOnlyList<string> Columns) : Constraint
{
    /// <inheritdoc/>
    public override string Kind => "unique";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns { get; } = Columns;

    /// <summary>True for each row that repeats an earlier one.</summary>
    public override bool[] Violations(DataFrame table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Column[] columns = [.. Columns.Select(name => table[name])];
        var (groups, firstRows) = RowGroups.Of(columns);
        var repeats = new bool[groups.Length];
        for (var row = 0; row < repeats.Length; row++) repeats[row] = firstRows[groups[row]] != row && !AnyMissing(columns, row);
        return repeats;
    }

    /// <inheritdoc/>
    public override void Validate(TableSchema schema)
    {
        base.Validate(schema);
        RequireDistinct(Columns);
    }

    /// <inheritdoc/>
    public bool Equals(UniqueConstraint? other) => other is not null && Columns.SequenceEqual(other.Columns);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private protected override string Text => Columns.Count == 1 ? $"unique {Names(Columns)}" : $"unique({Names(Columns)})";

    internal static bool AnyMissing(Column[] columns, int row)
    {
        foreach (var column in columns)
            if (column.IsNull(row)) return true;
        return false;
    }
}
