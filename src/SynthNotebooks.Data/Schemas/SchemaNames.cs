namespace SynthNotebooks.Data;

/// <summary>Names of kinds and roles in files and on command lines.</summary>
internal static class SchemaNames
{
    public static IReadOnlyList<string> Kinds { get; } = [.. Enum.GetValues<ColumnKind>().Select(Of)];

    public static IReadOnlyList<string> Roles { get; } = [.. Enum.GetValues<ColumnRole>().Select(Of)];

    public static string Of(ColumnKind kind) => kind switch
    {
        ColumnKind.Integer => "integer",
        ColumnKind.Real => "real",
        ColumnKind.Boolean => "boolean",
        ColumnKind.Text => "text",
        ColumnKind.Date => "date",
        _ => "timestamp",
    };

    public static string Of(ColumnRole role) => role switch
    {
        ColumnRole.Identifier => "id",
        ColumnRole.Category => "category",
        ColumnRole.Ordinal => "ordinal",
        ColumnRole.Continuous => "continuous",
        ColumnRole.Date => "date",
        ColumnRole.Timestamp => "timestamp",
        _ => "free-text",
    };

    public static bool TryKind(string text, out ColumnKind kind)
    {
        (var known, kind) = Plain(text) switch
        {
            "integer" or "int" or "int64" or "long" => (true, ColumnKind.Integer),
            "real" or "float" or "double" or "number" or "numeric" => (true, ColumnKind.Real),
            "boolean" or "bool" => (true, ColumnKind.Boolean),
            "text" or "string" => (true, ColumnKind.Text),
            "date" => (true, ColumnKind.Date),
            "timestamp" or "datetime" => (true, ColumnKind.Timestamp),
            _ => (false, default),
        };
        return known;
    }

    public static bool TryRole(string text, out ColumnRole role)
    {
        (var known, role) = Plain(text) switch
        {
            "id" or "identifier" => (true, ColumnRole.Identifier),
            "category" or "categorical" => (true, ColumnRole.Category),
            "ordinal" => (true, ColumnRole.Ordinal),
            "continuous" => (true, ColumnRole.Continuous),
            "date" => (true, ColumnRole.Date),
            "timestamp" or "datetime" => (true, ColumnRole.Timestamp),
            "freetext" => (true, ColumnRole.FreeText),
            _ => (false, default),
        };
        return known;
    }

    private static string Plain(string text) => text.Trim().ToLowerInvariant().Replace("-", "", StringComparison.Ordinal)
        .Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
}
