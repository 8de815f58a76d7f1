namespace SynthNotebooks.Data;

/// <summary>Finds what each column of a table means and what its values range over.</summary>
/// <remarks>
/// The rules, in order. Text: identifier when over 90 % of more than 100 values are distinct, or the name says id and they repeat little; free text when
/// values are sentences, or mostly distinct; category otherwise. Integers: identifier when consecutive numbers without repeats, or nearly distinct under
/// an id-like name; category when at most two values, or under a name such as zip; ordinal when few values recur often; continuous otherwise. Reals:
/// as integers when all are whole, else continuous. Booleans are categories. Cost: O(cells) time, O(distinct values) memory.
/// </remarks>
public static class SchemaInference
{
    private const int MostOrdinal = 20;

    /// <summary>Role, range, decimals, null rate and categories of every column.</summary>
    public static TableSchema Infer(DataFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return new([.. frame.Columns.Select(Infer)]);
    }

    /// <summary>The same for one column; a role that was declared (<see cref="ColumnFormat.Role"/>) is taken as told.</summary>
    public static ColumnSchema Infer(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var profile = ColumnProfile.Of(column);
        return Describe(column, column.Format.Role ?? RoleOf(column, profile), profile);
    }

    /// <summary>Measures a column whose role is told.</summary>
    public static ColumnSchema Describe(Column column, ColumnRole role)
    {
        ArgumentNullException.ThrowIfNull(column);
        return Describe(column, role, ColumnProfile.Of(column));
    }

    private static ColumnSchema Describe(Column column, ColumnRole role, ColumnProfile profile) => new(
        column.Name, column.Kind, role,
        column.Length == 0 ? 0 : (double)column.NullCount / column.Length,
        profile.Minimum, profile.Maximum, profile.Decimals, profile.Distinct,
        role is ColumnRole.Category or ColumnRole.Ordinal ? profile.ByFrequency() : null,
        column.Format);

    private static ColumnRole RoleOf(Column column, ColumnProfile profile) => column.Kind switch
    {
        ColumnKind.Text => RoleOfText((TextColumn)column, profile),
        ColumnKind.Integer => RoleOfNumber(column.Name, profile, whole: true),
        ColumnKind.Real => RoleOfNumber(column.Name, profile, profile.Decimals == 0 && profile.Finite),
        ColumnKind.Boolean => ColumnRole.Category,
        ColumnKind.Date => ColumnRole.Date,
        _ => ColumnRole.Timestamp,
    };

    private static ColumnRole RoleOfText(TextColumn column, ColumnProfile profile)
    {
        var (present, distinct) = (profile.Present, profile.Distinct);
        if (present == 0) return ColumnRole.Category;
        var share = (double)distinct / present;
        var (words, length) = MeanWordsAndLength(column, profile);
        if (present >= 10 && share > 0.5 && (words >= 3 || length >= 40 && words > 1)) return ColumnRole.FreeText;
        if (present > 100 && share > 0.9) return ColumnRole.Identifier;
        if (IdentifierNames.Match(column.Name) && present >= 5 && (share > 0.9 || share >= 0.1 && distinct > 50)) return ColumnRole.Identifier;
        return present > 100 && share > 0.5 ? ColumnRole.FreeText : ColumnRole.Category;
    }

    private static ColumnRole RoleOfNumber(string name, ColumnProfile profile, bool whole)
    {
        var (present, distinct) = (profile.Present, profile.Distinct);
        if (present == 0 || !whole) return ColumnRole.Continuous;
        if (IsIdentifier(name, profile)) return ColumnRole.Identifier;
        if (distinct <= 2 && present > distinct || IdentifierNames.IsAreaCode(name)) return ColumnRole.Category;
        var recurs = distinct <= MostOrdinal / 2 ? present >= 3 * distinct : distinct <= MostOrdinal && present >= 50 * distinct;
        return recurs ? ColumnRole.Ordinal : ColumnRole.Continuous;
    }

    private static bool IsIdentifier(string name, ColumnProfile profile)
    {
        var (present, distinct) = (profile.Present, profile.Distinct);
        if (IdentifierNames.IsTime(name)) return false;
        var consecutive = present >= 20 && distinct == present && profile.Maximum - profile.Minimum == present - 1;
        if (consecutive) return true;
        return IdentifierNames.Match(name) && present >= 5 && (distinct > 0.9 * present || distinct >= 0.1 * present && distinct > 50);
    }

    private static (double Words, double Length) MeanWordsAndLength(TextColumn column, ColumnProfile profile)
    {
        double words = 0, length = 0;
        foreach (var (code, count) in profile.CodeCounts)
        {
            var text = column.Categories[code];
            words += (double)count * (1 + text.AsSpan().Trim().Count(' '));
            length += (double)count * text.Length;
        }
        return (words / profile.Present, length / profile.Present);
    }
}
