namespace SynthNotebooks.Data;

/// <summary>Rows that agree in some columns agree in another: <c>zip -> city</c>. Rows with a missing cell in these columns are not judged.</summary>
/// <param name="Determinants">At least one; no identifiers, no free text.</param>
/// <param name="Dependent">The column that follows from them.</param>
public sealed record FunctionalDependence(IReadOnlyList<string> Determinants, string Dependent) : Constraint
{
    /// <inheritdoc/>
    public override string Kind => "dependence";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => [.. Determinants, Dependent];

    /// <summary>True for each row that differs from the most frequent value among rows with its determinants (the earliest of equally frequent ones).</summary>
    public override bool[] Violations(DataFrame table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Column[] given = [.. Determinants.Select(name => table[name])], all = [.. given, table[Dependent]];
        var broken = new bool[table.Rows.Count];
        if (broken.Length == 0) return broken;
        var (determinants, _) = RowGroups.Of(given);
        var (values, firstRows) = RowGroups.Of(all);
        var counts = new int[firstRows.Length];
        foreach (var value in values) counts[value]++;
        var best = new Dictionary<int, int>(); // value by determinants
        for (var value = 0; value < firstRows.Length; value++)
        {
            var row = firstRows[value];
            if (UniqueConstraint.AnyMissing(all, row)) continue;
            if (!best.TryGetValue(determinants[row], out var leader) || counts[value] > counts[leader]) best[determinants[row]] = value;
        }
        for (var row = 0; row < broken.Length; row++)
            broken[row] = !UniqueConstraint.AnyMissing(all, row) && best[determinants[row]] != values[row];
        return broken;
    }

    /// <inheritdoc/>
    public override void Validate(TableSchema schema)
    {
        base.Validate(schema);
        RequireDistinct(Columns);
        if (Determinants.Count == 0) throw Failure("It needs at least one column before the arrow.");
        foreach (var name in Columns)
            if (schema[name].Role is ColumnRole.Identifier or ColumnRole.FreeText)
                throw Failure($"Column '{name}' ({SchemaNames.Of(schema[name].Role)}) is made anew and never copied; declare it a category (schema) to keep its values.");
    }

    /// <inheritdoc/>
    public bool Equals(FunctionalDependence? other) => other is not null && Columns.SequenceEqual(other.Columns);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private protected override string Text => $"{Names(Determinants)} -> {ConditionText.Name(Dependent)}";
}
