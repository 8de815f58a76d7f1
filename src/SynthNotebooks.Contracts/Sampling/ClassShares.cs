using System.Globalization;
using System.Text.Json;
using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts;

/// <summary>How the rows of a sample divide over the classes of one column.</summary>
public sealed record ClassShares
{
    private const string Forms = "COLUMN=balanced, or JSON (itself, or a file of it) such as {\"income\": {\"low\": 0.3, \"high\": 0.7}}";

    private ClassShares(string column, IReadOnlyList<ClassShare>? shares)
    {
        Column = column;
        Shares = shares;
    }

    /// <summary>The column whose classes are balanced.</summary>
    public string Column { get; }

    /// <summary>Share of each class, above 0, together 1; null when every class that the model knows gets the same share.</summary>
    public IReadOnlyList<ClassShare>? Shares { get; }

    /// <summary>The same share for every class that the model knows.</summary>
    public static ClassShares Balanced(string column)
    {
        ArgumentException.ThrowIfNullOrEmpty(column);
        return new(column, null);
    }

    /// <summary>Shares by class; classes that are not named do not come out.</summary>
    /// <param name="column">Name of the column.</param>
    /// <param name="shares">Class as text, and its weight of 0 or more; weights are divided by their sum.</param>
    /// <exception cref="ArgumentException">A weight is negative or not finite, or all are 0.</exception>
    public static ClassShares Of(string column, IEnumerable<KeyValuePair<string, double>> shares)
    {
        ArgumentException.ThrowIfNullOrEmpty(column);
        ArgumentNullException.ThrowIfNull(shares);
        var given = shares.ToArray();
        foreach (var (value, weight) in given)
            if (!(weight >= 0) || double.IsInfinity(weight))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The share of {column} = '{value}' is {weight}; it must be a number of 0 or more."), nameof(shares));
        if (given.GroupBy(pair => pair.Key).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"The share of {column} = '{twice.Key}' is given twice.", nameof(shares));
        var sum = given.Sum(pair => pair.Value);
        if (!(sum > 0) || double.IsInfinity(sum)) throw new ArgumentException($"No class of '{column}' has a share above 0.", nameof(shares));
        return new(column, [.. given.Where(pair => pair.Value > 0).Select(pair => new ClassShare(pair.Key, pair.Value / sum))]);
    }

    /// <summary>Reads what a user writes after <c>--rebalance</c>: <c>COLUMN=balanced</c>, JSON with shares by class, or the path of a file of it.</summary>
    /// <exception cref="FormatException">It is neither, or the file's content is of another form.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ClassShares Read(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        const string Balance = "=balanced";
        if (text.EndsWith(Balance, StringComparison.OrdinalIgnoreCase) && text.Length > Balance.Length) return Balanced(text[..^Balance.Length].Trim());
        if (text.StartsWith('{')) return FromJson(text);
        if (!File.Exists(text)) throw new FormatException($"'{text}' is neither of the form COLUMN=balanced nor a file. Accepted: {Forms}.");
        return FromJson(File.ReadAllText(text));
    }

    /// <summary>Reads <c>{"income": {"low": 0.3, "high": 0.7}}</c> or <c>{"income": "balanced"}</c>.</summary>
    /// <exception cref="FormatException">The text is of another form; the message tells which part.</exception>
    public static ClassShares FromJson(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object || document.RootElement.EnumerateObject().Count() != 1)
                throw new FormatException($"Shares by class are one JSON object with one column. Accepted: {Forms}.");
            var column = document.RootElement.EnumerateObject().First();
            if (column.Value.ValueKind == JsonValueKind.String && column.Value.GetString() == "balanced") return Balanced(column.Name);
            if (column.Value.ValueKind != JsonValueKind.Object)
                throw new FormatException($"The shares of '{column.Name}' are {column.Value.GetRawText()}; \"balanced\" or an object with a number for each class is accepted.");
            return Of(column.Name, column.Value.EnumerateObject().Select(share => share.Value.ValueKind == JsonValueKind.Number
                ? KeyValuePair.Create(share.Name, share.Value.GetDouble())
                : throw new FormatException($"The share of {column.Name} = '{share.Name}' is {share.Value.GetRawText()}; a number is accepted.")).ToArray());
        }
        catch (JsonException error)
        {
            throw new FormatException($"Shares by class are no JSON: {error.Message}", error);
        }
        catch (ArgumentException error)
        {
            throw new FormatException(error.Message, error);
        }
    }
}

/// <param name="Value">The class as text.</param>
/// <param name="Share">Of the rows, above 0 to 1.</param>
public readonly record struct ClassShare(string Value, double Share);
