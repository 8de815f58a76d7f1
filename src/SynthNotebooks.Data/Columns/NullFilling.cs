using System.Globalization;

namespace SynthNotebooks.Data;

/// <summary>Makes columns of one cell, and fills missing cells with them.</summary>
internal static class NullFilling
{
    public static bool Fits(Column column, object value) => column.Kind switch
    {
        ColumnKind.Integer => value is long or int or short or byte,
        ColumnKind.Real => value is long or int or short or byte or double or float or decimal,
        ColumnKind.Boolean => value is bool,
        ColumnKind.Text => value is string,
        ColumnKind.Date => value is DateOnly,
        _ => value is DateTime,
    };

    /// <summary>A column of one row, like another one in name, kind and format.</summary>
    /// <exception cref="ArgumentException">The value does not fit the kind.</exception>
    public static Column Single(Column like, object? value)
    {
        if (value is not null && !Fits(like, value))
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture, $"Column '{like.Name}' ({SchemaNames.Of(like.Kind)}) cannot hold {value} of type {value.GetType().Name}; the value must be {like.DataType.Name}."), nameof(value));
        }
        var missing = NullMask.Of([value is null]);
        return like.Kind switch
        {
            ColumnKind.Integer => new Int64Column(like.Name, new[] { Convert.ToInt64(value ?? 0, CultureInfo.InvariantCulture) }, missing, like.Format),
            ColumnKind.Real => new DoubleColumn(like.Name, new[] { value is null ? double.NaN : Convert.ToDouble(value, CultureInfo.InvariantCulture) }, like.Format),
            ColumnKind.Boolean => new BooleanColumn(like.Name, new[] { value is true }, missing, like.Format),
            ColumnKind.Text => new TextColumn(like.Name, new[] { value is null ? -1 : 0 }, value is null ? [] : [(string)value], like.Format),
            ColumnKind.Date => new DateColumn(like.Name, new[] { value is DateOnly date ? date.DayNumber : 0 }, missing, like.Format),
            _ => new TimestampColumn(like.Name, new[] { value is DateTime time ? time.Ticks : 0 }, missing, like.Format),
        };
    }

    /// <summary>The rows of the given numbers, −1 giving a missing cell.</summary>
    public static Column TakeOrMissing(Column column, ReadOnlySpan<int> rows)
    {
        var blank = column.Length;
        var places = rows.ToArray();
        var any = false;
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i] >= 0) continue;
            places[i] = blank;
            any = true;
        }
        return any ? column.Concatenate([column, Single(column, null)]).Take(places) : column.Take(places);
    }
}
