namespace SynthNotebooks.Data;

/// <summary>Only combinations of cells occur that were seen, or that are listed: <c>combination(city, state, zip)</c>.</summary>
/// <param name="Columns">At least two; no identifiers, no free text.</param>
/// <param name="Values">The allowed combinations as the cells' texts, one a column; null for those of the training table. Rows with a missing cell are not judged.</param>
public sealed record FixedCombinations(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>>? Values = null) : Constraint
{
    private const char Separator = '\u001f';

    /// <inheritdoc/>
    public override string Kind => "combinations";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns { get; } = Columns;

    /// <summary>True for each row whose combination is not among the values; no row when they are still to be learned.</summary>
    public override bool[] Violations(DataFrame table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Column[] columns = [.. Columns.Select(name => table[name])];
        var broken = new bool[table.Rows.Count];
        if (Values is null) return broken;
        var known = Values.Select(cells => string.Join(Separator, cells)).ToHashSet(StringComparer.Ordinal);
        var (groups, firstRows) = RowGroups.Of(columns);
        var unknown = new bool[firstRows.Length];
        for (var group = 0; group < unknown.Length; group++)
            unknown[group] = !UniqueConstraint.AnyMissing(columns, firstRows[group]) && !known.Contains(Key(columns, firstRows[group]));
        for (var row = 0; row < broken.Length; row++) broken[row] = unknown[groups[row]];
        return broken;
    }

    /// <inheritdoc/>
    public override Constraint LearnedFrom(DataFrame training)
    {
        ArgumentNullException.ThrowIfNull(training);
        if (Values is not null) return this;
        Column[] columns = [.. Columns.Select(name => training[name])];
        if (training.Rows.Count == 0) return this with { Values = [] };
        var seen = RowGroups.Of(columns).FirstRows.Where(row => !UniqueConstraint.AnyMissing(columns, row));
        return this with { Values = [.. seen.Select(row => columns.Select(column => column.GetText(row)!).ToArray())] };
    }

    /// <inheritdoc/>
    public override void Validate(TableSchema schema)
    {
        base.Validate(schema);
        RequireDistinct(Columns);
        if (Columns.Count < 2) throw Failure("A combination takes at least two columns.");
        foreach (var name in Columns)
            if (schema[name].Role is ColumnRole.Identifier or ColumnRole.FreeText)
                throw Failure($"Column '{name}' ({SchemaNames.Of(schema[name].Role)}) is made anew and never copied; declare it a category (schema) to keep its values.");
        if (Values?.FirstOrDefault(cells => cells.Count != Columns.Count) is { } odd) throw Failure($"A combination has {odd.Count} values, {Columns.Count} are needed.");
    }

    /// <inheritdoc/>
    public bool Equals(FixedCombinations? other) => other is not null && Columns.SequenceEqual(other.Columns)
        && (Values is null ? other.Values is null : other.Values is not null && Values.Select(cells => string.Join(Separator, cells)).SequenceEqual(other.Values.Select(cells => string.Join(Separator, cells))));

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private protected override string Text => $"combination({Names(Columns)})";

    private static string Key(Column[] columns, int row) => string.Join(Separator, columns.Select(column => column.GetText(row)));
}
