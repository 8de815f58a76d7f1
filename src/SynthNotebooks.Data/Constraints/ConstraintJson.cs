using System.Globalization;
using System.Text.Json;

namespace SynthNotebooks.Data;

/// <summary>One constraint in JSON.</summary>
internal static class ConstraintJson
{
    private static readonly Dictionary<string, string[]> Properties = new(StringComparer.Ordinal)
    {
        ["range"] = ["column", "min", "max", "minExcluded", "maxExcluded"],
        ["not-null"] = ["column"],
        ["unique"] = ["columns"],
        ["inequality"] = ["low", "high", "strict"],
        ["combinations"] = ["columns", "values"],
        ["dependence"] = ["determinants", "dependent"],
        ["sum"] = ["total", "addends"],
        ["formula"] = ["column", "expression"],
        ["expression"] = ["condition"],
    };

    public static void Write(Utf8JsonWriter writer, Constraint constraint)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", constraint.Kind);
        switch (constraint)
        {
            case RangeConstraint range:
                writer.WriteString("column", range.Column);
                WriteBound(writer, "min", range.Minimum);
                WriteBound(writer, "max", range.Maximum);
                if (range.MinimumExcluded) writer.WriteBoolean("minExcluded", true);
                if (range.MaximumExcluded) writer.WriteBoolean("maxExcluded", true);
                break;
            case NotNullConstraint notNull:
                writer.WriteString("column", notNull.Column);
                break;
            case UniqueConstraint unique:
                WriteTexts(writer, "columns", unique.Columns);
                break;
            case InequalityConstraint inequality:
                writer.WriteString("low", inequality.Low);
                writer.WriteString("high", inequality.High);
                if (inequality.Strict) writer.WriteBoolean("strict", true);
                break;
            case FixedCombinations combinations:
                WriteTexts(writer, "columns", combinations.Columns);
                if (combinations.Values is not { } values) break;
                writer.WriteStartArray("values");
                foreach (var cells in values)
                {
                    writer.WriteStartArray();
                    foreach (var cell in cells) writer.WriteStringValue(cell);
                    writer.WriteEndArray();
                }
                writer.WriteEndArray();
                break;
            case FunctionalDependence dependence:
                WriteTexts(writer, "determinants", dependence.Determinants);
                writer.WriteString("dependent", dependence.Dependent);
                break;
            case SumConstraint sum:
                writer.WriteString("total", sum.Total);
                WriteTexts(writer, "addends", sum.Addends);
                break;
            case FormulaConstraint formula:
                writer.WriteString("column", formula.Column);
                writer.WriteString("expression", formula.Expression.ToString());
                break;
            case ExpressionConstraint expression:
                writer.WriteString("condition", expression.Condition.ToString());
                break;
        }
        writer.WriteEndObject();
    }

    public static Constraint Read(JsonElement element, int position, TableSchema schema)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"Constraint {position}");
        try
        {
            if (element.ValueKind == JsonValueKind.String) return ConstraintParser.Parse(element.GetString()!, schema);
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("kind", out var kind) || kind.ValueKind != JsonValueKind.String)
                throw new ConstraintException("It must be a JSON object with a text 'kind', or a text in the short form.");
            if (!Properties.TryGetValue(kind.GetString()!, out var known)) throw new ConstraintException(UnknownColumn.Message("kind", kind.GetString()!, Properties.Keys));
            foreach (var property in element.EnumerateObject())
                if (property.Name != "kind" && !known.Contains(property.Name)) throw new ConstraintException(UnknownColumn.Message("property", property.Name, known));
            var constraint = Read(new Fields(element), kind.GetString()!, schema);
            constraint.Validate(schema);
            return constraint;
        }
        catch (Exception failure) when (failure is ConstraintException or ConditionParseException)
        {
            throw new ConstraintException($"{place}: {failure.Message}", failure);
        }
    }

    private static Constraint Read(Fields fields, string kind, TableSchema schema) => kind switch
    {
        "range" => new RangeConstraint(fields.Column("column", schema).Name, fields.Bound("min", schema), fields.Bound("max", schema), fields.Flag("minExcluded"), fields.Flag("maxExcluded")),
        "not-null" => new NotNullConstraint(fields.Text("column")),
        "unique" => new UniqueConstraint(fields.Texts("columns")),
        "inequality" => new InequalityConstraint(fields.Text("low"), fields.Text("high"), fields.Flag("strict")),
        "combinations" => new FixedCombinations(fields.Texts("columns"), fields.Rows("values")),
        "dependence" => new FunctionalDependence(fields.Texts("determinants"), fields.Text("dependent")),
        "sum" => new SumConstraint(fields.Text("total"), fields.Texts("addends")),
        "formula" => new FormulaConstraint(fields.Column("column", schema).Name, new ConditionParser.Parser(fields.Text("expression"), schema).ParseWholeExpression()),
        _ => new ExpressionConstraint(ConditionParser.Parse(fields.Text("condition"), schema)),
    };

    private static void WriteBound(Utf8JsonWriter writer, string name, object? value)
    {
        switch (value)
        {
            case null: break;
            case long integer: writer.WriteNumber(name, integer); break;
            case double real: writer.WriteNumber(name, real); break;
            default: writer.WriteString(name, ConditionText.Value(value).Trim('\'')); break;
        }
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    /// <summary>The properties of one constraint, checked as they are read.</summary>
    private readonly struct Fields(JsonElement element)
    {
        public string Text(string name) => TextOf(Required(name), name);

        public bool Flag(string name) => Optional(name) is { } value && (value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(name, value, "true or false"));

        public string[] Texts(string name) => Array(Required(name), name);

        public IReadOnlyList<IReadOnlyList<string>>? Rows(string name) => Optional(name) is not { } value ? null
            : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(row => Array(row, name))] : throw Wrong(name, value, "an array of arrays of texts");

        public ColumnSchema Column(string name, TableSchema schema)
        {
            var column = Text(name);
            return schema.Columns.FirstOrDefault(known => known.Name == column) ?? throw new ConstraintException(UnknownColumn.Message(column, schema.Columns.Select(known => known.Name)));
        }

        public object? Bound(string name, TableSchema schema)
        {
            if (Optional(name) is not { } value) return null;
            var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.ValueKind == JsonValueKind.Number ? value.GetRawText() : throw Wrong(name, value, "a number, or a date as text");
            return ConditionValues.Read(new ConditionToken(ConditionTokenKind.Text, text, 0), Column("column", schema), text);
        }

        private JsonElement Required(string name) => Optional(name) ?? throw new ConstraintException($"'{name}' is missing.");

        private JsonElement? Optional(string name) => element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

        private static string[] Array(JsonElement value, string name) => value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(item => TextOf(item, name))]
            : throw Wrong(name, value, "an array of texts");

        private static string TextOf(JsonElement value, string name) => value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong(name, value, "a text");

        private static ConstraintException Wrong(string name, JsonElement value, string accepted) => new($"'{name}' is {value.GetRawText()}; it must be {accepted}.");
    }
}
