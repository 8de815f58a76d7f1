using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SynthNotebooks.Data;

/// <summary>Reads rows that are JSON objects of plain values: one a line, or in an array.</summary>
/// <remarks>Columns come in order of first occurrence; a key that a row lacks is missing there. Texts that are all ISO dates or time stamps become such.</remarks>
internal static class JsonTableReader
{
    /// <exception cref="DataLoadException">No sound JSON, or nested values; the message tells the line and key.</exception>
    public static DataFrame Read(ReadOnlySpan<byte> json, CsvOptions options)
    {
        var columns = new List<(string Name, ValueGatherer Values, int Rows)>();
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = 0;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { AllowMultipleValues = true, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var depth = 0;
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartArray when depth == 0 && rows == 0:
                        depth = 1;
                        break;
                    case JsonTokenType.EndArray:
                        break;
                    case JsonTokenType.StartObject:
                        ReadRow(ref reader, json, columns, positions, rows++, options);
                        break;
                    default:
                        throw Failure(json, reader.TokenStartIndex, $"a {Describe(reader.TokenType)} stands where a row was expected; each row must be an object such as {{\"age\": 39}}");
                }
            }
        }
        catch (JsonException failure)
        {
            throw Failure(json, reader.BytesConsumed, $"no sound JSON ({failure.Message.Split(" LineNumber")[0].TrimEnd('.')})");
        }
        catch (InvalidOperationException failure) // an escape such as \ud800 alone is no text
        {
            throw Failure(json, reader.TokenStartIndex, $"a text that is no sound Unicode ({failure.Message.TrimEnd('.')})");
        }
        if (rows == 0 && depth == 0) throw new DataLoadException("The JSON holds no rows; accepted are one object a line, or an array of objects.");
        foreach (var told in options.Kinds?.Keys ?? [])
            if (!positions.ContainsKey(told)) throw new DataLoadException(UnknownColumn.Message(told, positions.Keys), column: told);
        var built = new List<Column>();
        foreach (var (name, values, filled) in columns)
        {
            for (var row = filled; row < rows; row++) values.Add(null);
            built.Add(Told(values.Build(), options));
        }
        return new DataFrame(built) { Origin = options.Origin };
    }

    private static void ReadRow(
        ref Utf8JsonReader reader, ReadOnlySpan<byte> json, List<(string Name, ValueGatherer Values, int Rows)> columns, Dictionary<string, int> positions, int row, CsvOptions options)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = reader.GetString()!;
            if (!positions.TryGetValue(key, out var position))
            {
                positions.Add(key, position = columns.Count);
                columns.Add((key, new ValueGatherer(key, textDates: true), 0));
            }
            var (name, values, filled) = columns[position];
            if (filled > row) throw Failure(json, reader.TokenStartIndex, $"the row has the key '{key}' twice");
            for (; filled < row; filled++) values.Add(null);
            reader.Read();
            values.Add(Value(ref reader, json, key, options.NullTokens));
            columns[position] = (name, values, row + 1);
        }
    }

    private static object? Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string key, IReadOnlyList<string>? nullTokens)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.True or JsonTokenType.False:
                return reader.GetBoolean();
            case JsonTokenType.Number:
                if (reader.TryGetInt64(out var integer)) return integer;
                var number = double.Parse(reader.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);
                return number;
            case JsonTokenType.String:
                var text = reader.GetString()!;
                return nullTokens?.Contains(text) == true ? null : text;
            default:
                throw Failure(json, reader.TokenStartIndex, $"the value of '{key}' is an {Describe(reader.TokenType)}; rows must be flat, so give its parts keys of their own");
        }
    }

    private static Column Told(Column column, CsvOptions options)
    {
        if (options.Kinds?.TryGetValue(column.Name, out var kind) != true || column.Kind == kind) return column;
        try
        {
            return ColumnConversion.Convert(column, kind, options.DatePattern is { } pattern ? new ColumnFormat(Pattern: pattern) : null);
        }
        catch (ArgumentException failure)
        {
            throw new DataLoadException(failure.Message, column: column.Name, inner: failure);
        }
    }

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartArray => "array",
        JsonTokenType.StartObject => "object",
        JsonTokenType.Number => "number",
        JsonTokenType.String => "text",
        _ => token.ToString().ToLowerInvariant(),
    };

    private static DataLoadException Failure(ReadOnlySpan<byte> json, long offset, string what)
    {
        var line = TextDecoding.LineOf(json, (int)Math.Min(offset, json.Length));
        return new($"Line {line}: {what}.", line);
    }
}
