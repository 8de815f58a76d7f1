namespace SynthNotebooks.Data;

public sealed partial record TableSchema
{
    /// <summary>The same schema with one column's role changed; the kind follows where the role demands one (date, time stamp, number, prose).</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public TableSchema With(string name, ColumnRole role) => With(name, column => column with
    {
        Role = role,
        Kind = KindFor(role, column.Kind),
        Format = KindFor(role, column.Kind) == column.Kind ? column.Format : null,
    });

    /// <summary>The same schema with one column's kind changed; the role follows where it would no longer fit.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public TableSchema With(string name, ColumnKind kind) => With(name, column => column with
    {
        Kind = kind,
        Role = RoleFor(kind, column.Role),
        Format = kind == column.Kind ? column.Format : null,
    });

    /// <summary>The same schema changed as text says: <c>zip=category</c>, several separated by commas or semicolons.</summary>
    /// <param name="text">Column, equals sign, and a role (id, category, ordinal, continuous, date, timestamp, free-text) or kind (integer, real, boolean, text).</param>
    /// <exception cref="ArgumentException">The text is not of that form, or a column, role or kind is not known.</exception>
    public TableSchema Override(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var schema = this;
        foreach (var part in Parts(text))
        {
            var equals = part.LastIndexOf('=');
            if (equals <= 0)
                throw new ArgumentException($"'{part}' is no override of a schema; write COLUMN=ROLE, e.g. zip=category.", nameof(text));
            var (name, what) = (part[..equals].Trim(), part[(equals + 1)..].Trim());
            _ = schema[name];
            schema = SchemaNames.TryRole(what, out var role) ? schema.With(name, role)
                : SchemaNames.TryKind(what, out var kind) ? schema.With(name, kind)
                : throw new ArgumentException(UnknownColumn.Message("role or kind", what, SchemaNames.Roles.Concat(SchemaNames.Kinds).Distinct()), nameof(text));
        }
        return schema;
    }

    // A comma before the equals sign belongs to the column's name.
    private static List<string> Parts(string text)
    {
        var (parts, from) = (new List<string>(), 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (text[i] is not (',' or ';') || !text.AsSpan(from, i - from).Contains('='))) continue;
            parts.Add(text[from..i].Trim(' ', ',', ';'));
            from = i + 1;
        }
        return [.. parts.Where(part => part.Length > 0)];
    }

    /// <summary>The same names and roles, with ranges, null rates and categories measured anew on a table.</summary>
    /// <exception cref="ArgumentException">The table lacks a column.</exception>
    public TableSchema MeasuredOn(DataFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return new([.. Columns.Select(column => SchemaInference.Describe(frame[column.Name], column.Role))]);
    }

    private static ColumnKind KindFor(ColumnRole role, ColumnKind kind) => role switch
    {
        ColumnRole.Date => ColumnKind.Date,
        ColumnRole.Timestamp => ColumnKind.Timestamp,
        ColumnRole.FreeText => ColumnKind.Text,
        ColumnRole.Continuous or ColumnRole.Ordinal when kind is ColumnKind.Text or ColumnKind.Boolean =>
            role == ColumnRole.Ordinal ? ColumnKind.Integer : ColumnKind.Real,
        _ => kind,
    };

    private static ColumnRole RoleFor(ColumnKind kind, ColumnRole role) => kind switch
    {
        ColumnKind.Date => ColumnRole.Date,
        ColumnKind.Timestamp => ColumnRole.Timestamp,
        ColumnKind.Boolean => ColumnRole.Category,
        ColumnKind.Integer or ColumnKind.Real when role is ColumnRole.Date or ColumnRole.Timestamp or ColumnRole.FreeText => ColumnRole.Continuous,
        ColumnKind.Text when role is not (ColumnRole.Identifier or ColumnRole.FreeText) => ColumnRole.Category,
        _ => role,
    };
}
