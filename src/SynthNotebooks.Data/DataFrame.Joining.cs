namespace SynthNotebooks.Data;

/// <summary>Which rows a join keeps.</summary>
public enum JoinAlgorithm
{
    /// <summary>All rows of the left table; missing cells where the right one has no match.</summary>
    Left,

    /// <summary>Rows that match only.</summary>
    Inner,
}

public sealed partial class DataFrame
{
    /// <summary>Joins with another table on a column that both have, which comes once.</summary>
    /// <exception cref="ArgumentException">A table lacks the column, or its kinds differ.</exception>
    public DataFrame Merge(DataFrame other, string on, JoinAlgorithm joinAlgorithm = JoinAlgorithm.Left) => Merge(other, [on], [on], joinAlgorithm: joinAlgorithm);

    /// <summary>Joins with another table on equal keys. Missing keys match nothing.</summary>
    /// <param name="other">The right table.</param>
    /// <param name="leftJoinColumns">Keys of this table.</param>
    /// <param name="rightJoinColumns">Keys of the other, of the same kinds; one that has its left key's name comes once.</param>
    /// <param name="leftSuffix">Added to this table's names that both have, keys aside.</param>
    /// <param name="rightSuffix">Added to the other table's names that both have.</param>
    /// <param name="joinAlgorithm">Which rows are kept; default all of this table's.</param>
    /// <returns>Rows in this table's order, matches in the other's order.</returns>
    /// <exception cref="ArgumentException">A key is not there, or kinds differ.</exception>
    public DataFrame Merge(
        DataFrame other, string[] leftJoinColumns, string[] rightJoinColumns, string leftSuffix = "_left", string rightSuffix = "_right", JoinAlgorithm joinAlgorithm = JoinAlgorithm.Left)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(leftJoinColumns);
        ArgumentNullException.ThrowIfNull(rightJoinColumns);
        if (leftJoinColumns.Length == 0 || leftJoinColumns.Length != rightJoinColumns.Length)
            throw new ArgumentException($"There are {leftJoinColumns.Length} left and {rightJoinColumns.Length} right keys; the numbers must be equal, and at least 1.", nameof(rightJoinColumns));
        var (leftRows, rightRows) = MatchedRows(other, leftJoinColumns, rightJoinColumns, joinAlgorithm);
        var shared = leftJoinColumns.Where((name, i) => name == rightJoinColumns[i]).ToHashSet(StringComparer.Ordinal);
        var columns = new List<Column>();
        foreach (var column in Columns)
            columns.Add(column.Take(leftRows).WithName(!shared.Contains(column.Name) && other.Columns.Contains(column.Name) ? column.Name + leftSuffix : column.Name));
        foreach (var column in other.Columns)
        {
            if (shared.Contains(column.Name)) continue;
            columns.Add(NullFilling.TakeOrMissing(column, rightRows).WithName(Columns.Contains(column.Name) ? column.Name + rightSuffix : column.Name));
        }
        return new DataFrame(columns) { Origin = Origin == other.Origin ? Origin : DataOrigin.Unknown };
    }

    private (int[] Left, int[] Right) MatchedRows(DataFrame other, string[] leftKeys, string[] rightKeys, JoinAlgorithm joinAlgorithm)
    {
        var leftCount = (int)Rows.Count;
        var both = new Column[leftKeys.Length];
        for (var i = 0; i < both.Length; i++)
        {
            var (left, right) = (Columns[leftKeys[i]], other.Columns[rightKeys[i]]);
            if (left.Kind != right.Kind)
                throw new ArgumentException($"The keys '{left.Name}' ({SchemaNames.Of(left.Kind)}) and '{right.Name}' ({SchemaNames.Of(right.Kind)}) are of different kinds; convert one of them.", nameof(other));
            both[i] = left.Concatenate([left, right]);
        }
        var (groups, firstRows) = RowGroups.Of(both);
        var matches = new List<int>?[firstRows.Length];
        for (var row = 0; row < other.Rows.Count; row++)
            if (!both.Any(key => key.IsNull(leftCount + row))) (matches[groups[leftCount + row]] ??= []).Add(row);
        var (leftRows, rightRows) = (new List<int>(leftCount), new List<int>(leftCount));
        for (var row = 0; row < leftCount; row++)
        {
            var found = both.Any(key => key.IsNull(row)) ? null : matches[groups[row]];
            if (found is null && joinAlgorithm == JoinAlgorithm.Inner) continue;
            foreach (var match in found ?? [-1])
            {
                leftRows.Add(row);
                rightRows.Add(match);
            }
        }
        return ([.. leftRows], [.. rightRows]);
    }
}
