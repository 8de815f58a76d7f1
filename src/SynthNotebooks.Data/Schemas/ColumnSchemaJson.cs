using System.Text.Json;

namespace SynthNotebooks.Data;

/// <summary>One column of a schema in JSON.</summary>
internal static class ColumnSchemaJson
{
    private static readonly string[] Properties = ["name", "kind", "role", "nullRate", "minimum", "maximum", "decimals", "distinct", "categories", "format"];

    public static void Write(Utf8JsonWriter writer, ColumnSchema column)
    {
        writer.WriteStartObject();
        writer.WriteString("name", column.Name);
        writer.WriteString("kind", SchemaNames.Of(column.Kind));
        writer.WriteString("role", SchemaNames.Of(column.Role));
        writer.WriteNumber("nullRate", column.NullRate);
        if (column.Minimum is { } minimum) writer.WriteNumber("minimum", minimum);
        if (column.Maximum is { } maximum) writer.WriteNumber("maximum", maximum);
        if (column.Decimals is { } decimals) writer.WriteNumber("decimals", decimals);
        writer.WriteNumber("distinct", column.Distinct);
        if (column.Categories is { } categories)
        {
            writer.WriteStartArray("categories");
            foreach (var category in categories) writer.WriteStringValue(category);
            writer.WriteEndArray();
        }
        if (column.Format is { } format) WriteFormat(writer, format);
        writer.WriteEndObject();
    }

    public static ColumnSchema Read(JsonElement element, int position)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("name", out var named) || named.ValueKind != JsonValueKind.String)
            throw new DataLoadException($"Column {position} of the schema must be a JSON object with a text 'name'.");
        var name = named.GetString()!;
        foreach (var property in element.EnumerateObject())
            if (!Properties.Contains(property.Name)) throw new DataLoadException($"Column '{name}': {UnknownColumn.Message("property", property.Name, Properties)}", column: name);
        var kind = Text(element, "kind", name) is { } kindText
            ? SchemaNames.TryKind(kindText, out var knownKind) ? knownKind : throw Unknown(name, "kind", kindText, SchemaNames.Kinds)
            : (ColumnKind?)null;
        var role = Text(element, "role", name) is { } roleText
            ? SchemaNames.TryRole(roleText, out var knownRole) ? knownRole : throw Unknown(name, "role", roleText, SchemaNames.Roles)
            : (ColumnRole?)null;
        if (kind is null && role is null) throw new DataLoadException($"Column '{name}' of the schema has neither a kind nor a role.", column: name);
        return new(
            name, kind ?? DefaultKind(role!.Value), role ?? DefaultRole(kind!.Value), Number(element, "nullRate", name) ?? 0,
            Number(element, "minimum", name), Number(element, "maximum", name), (int?)Number(element, "decimals", name), (int)(Number(element, "distinct", name) ?? 0),
            Categories(element, name), element.TryGetProperty("format", out var format) ? ReadFormat(format, name) : null);
    }

    private static void WriteFormat(Utf8JsonWriter writer, ColumnFormat format)
    {
        writer.WriteStartObject("format");
        if (format.Decimals is { } decimals) writer.WriteNumber("decimals", decimals);
        if (format.Pattern is { } pattern) writer.WriteString("pattern", pattern);
        if (format.TrueText is { } trueText) writer.WriteString("true", trueText);
        if (format.FalseText is { } falseText) writer.WriteString("false", falseText);
        if (format.NullText is { } nullText) writer.WriteString("null", nullText);
        writer.WriteEndObject();
    }

    private static ColumnFormat ReadFormat(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object) throw new DataLoadException($"Column '{name}': 'format' must be a JSON object.", column: name);
        return new((int?)Number(element, "decimals", name), Text(element, "pattern", name), Text(element, "true", name), Text(element, "false", name), Text(element, "null", name));
    }

    private static ColumnKind DefaultKind(ColumnRole role) => role switch
    {
        ColumnRole.Ordinal => ColumnKind.Integer,
        ColumnRole.Continuous => ColumnKind.Real,
        ColumnRole.Date => ColumnKind.Date,
        ColumnRole.Timestamp => ColumnKind.Timestamp,
        _ => ColumnKind.Text,
    };

    private static ColumnRole DefaultRole(ColumnKind kind) => kind switch
    {
        ColumnKind.Integer or ColumnKind.Real => ColumnRole.Continuous,
        ColumnKind.Date => ColumnRole.Date,
        ColumnKind.Timestamp => ColumnRole.Timestamp,
        _ => ColumnRole.Category,
    };

    private static IReadOnlyList<string>? Categories(JsonElement element, string name)
    {
        if (!element.TryGetProperty("categories", out var categories) || categories.ValueKind == JsonValueKind.Null) return null;
        if (categories.ValueKind != JsonValueKind.Array) throw new DataLoadException($"Column '{name}': 'categories' must be an array of texts.", column: name);
        return [.. categories.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText())];
    }

    private static string? Text(JsonElement element, string property, string name) => !element.TryGetProperty(property, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new DataLoadException($"Column '{name}': '{property}' is {value.GetRawText()}; it must be a text.", column: name);

    private static double? Number(JsonElement element, string property, string name) => !element.TryGetProperty(property, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.Number ? value.GetDouble()
        : throw new DataLoadException($"Column '{name}': '{property}' is {value.GetRawText()}; it must be a number.", column: name);

    private static DataLoadException Unknown(string name, string what, string value, IReadOnlyList<string> known) =>
        new($"Column '{name}': {UnknownColumn.Message(what, value, known)}", column: name);
}
