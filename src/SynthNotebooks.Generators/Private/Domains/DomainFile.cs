using System.Text.Json;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Private;

/// <summary>Reads a declared domain: JSON with one entry a column.</summary>
/// <remarks>
/// <c>"col": k</c> means integer codes 0 to k − 1. <c>"col": {"values": [...]}</c> lists values, a <c>null</c> among them says that cells may be missing.
/// <c>"col": {"min": a, "max": b, "decimals": d}</c> is a range of numbers; with texts for the ends it is one of days or points in time, see <see cref="TemporalDomain"/>.
/// <c>"bins": k</c> cuts any range into bins of equal width, <c>"missing": true</c> says that cells may be missing.
/// </remarks>
internal static class DomainFile
{
    private const double Largest = 4e15; // positions must be exact in doubles

    /// <param name="domain">Path of a file, or the JSON itself when it begins with a brace.</param>
    /// <exception cref="FitException">It is no such JSON; the message names the column and what is accepted.</exception>
    public static IReadOnlyDictionary<string, ColumnDomain> Read(string domain)
    {
        var text = domain.TrimStart().StartsWith('{') ? domain : File.Exists(domain) ? File.ReadAllText(domain) : throw new FitException($"The domain file '{domain}' does not exist.");
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw new FitException("A domain must be a JSON object with one entry a column.");
            var columns = new Dictionary<string, ColumnDomain>(StringComparer.Ordinal);
            foreach (var entry in document.RootElement.EnumerateObject())
                if (!columns.TryAdd(entry.Name, Column(entry.Name, entry.Value))) throw new FitException($"The domain names column '{entry.Name}' twice.");
            return columns;
        }
        catch (JsonException failure)
        {
            throw new FitException($"The domain is no JSON: {failure.Message}", failure);
        }
    }

    private static ColumnDomain Column(string name, JsonElement entry)
    {
        if (entry.ValueKind == JsonValueKind.Number && entry.TryGetInt32(out var codes) && codes is >= 1 and <= 60_000)
            return new RangeDomain(name, ColumnKind.Integer, 0, codes - 1, 0, true, false);
        if (entry.ValueKind != JsonValueKind.Object) throw Wrong(name, entry);
        var missing = entry.TryGetProperty("missing", out var flag) && flag.ValueKind is JsonValueKind.True or JsonValueKind.False ? flag.ValueKind == JsonValueKind.True
            : flag.ValueKind == JsonValueKind.Undefined ? false : throw new FitException($"Column '{name}': \"missing\" is {flag.GetRawText()} in its domain; it must be true or false.");
        if (entry.TryGetProperty("values", out var values) && values.ValueKind == JsonValueKind.Array)
        {
            RequireKnown(name, entry, ["values", "missing"]);
            return Listed(name, [.. values.EnumerateArray()], missing);
        }
        if (!entry.TryGetProperty("min", out var low) || !entry.TryGetProperty("max", out var high)) throw Wrong(name, entry);
        if (TemporalDomain.IsOne(entry, low, high))
        {
            RequireKnown(name, entry, ["kind", "min", "max", "step", "bins", "missing"]);
            return TemporalDomain.Read(name, entry, low, high, missing) with { Bins = Bins(name, entry) };
        }
        RequireKnown(name, entry, ["min", "max", "decimals", "bins", "missing"]);
        return Range(name, entry, low, high, missing) with { Bins = Bins(name, entry) };
    }

    // A misspelt property would be a domain that nobody declared.
    private static void RequireKnown(string name, JsonElement entry, string[] known)
    {
        foreach (var property in entry.EnumerateObject())
            if (!known.Contains(property.Name)) throw new FitException($"Column '{name}': {UnknownColumn.Message("property of this domain", property.Name, known)}");
    }

    private static int? Bins(string name, JsonElement entry)
    {
        if (!entry.TryGetProperty("bins", out var bins)) return null;
        return bins.ValueKind == JsonValueKind.Number && bins.TryGetInt32(out var count) && count is >= 1 and <= 1000 ? count : throw new FitException($"Column '{name}': its domain has {bins.GetRawText()} bins; 1 to 1000 are accepted.");
    }

    private static ListedDomain Listed(string name, List<JsonElement> values, bool missing)
    {
        missing |= values.RemoveAll(value => value.ValueKind == JsonValueKind.Null) > 0;
        if (values.Count is 0 or > 60_000) throw new FitException($"Column '{name}': its domain lists {values.Count} values; 1 to 60000 are accepted.");
        var palette = Palette(name, values);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < palette.Length; row++)
            if (!seen.Add(palette.GetText(row)!)) throw new FitException($"Column '{name}': its domain lists the value '{palette.GetText(row)}' twice.");
        return new(palette, missing);
    }

    private static Column Palette(string name, List<JsonElement> values)
    {
        if (values.TrueForAll(value => value.ValueKind == JsonValueKind.String)) return TextColumn.Of(name, values.Select(value => value.GetString()));
        if (values.TrueForAll(value => value.ValueKind is JsonValueKind.True or JsonValueKind.False)) return new BooleanColumn(name, values.Select(value => value.GetBoolean()).ToArray());
        if (values.TrueForAll(value => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _))) return new Int64Column(name, values.Select(value => value.GetInt64()).ToArray());
        return values.TrueForAll(value => value.ValueKind == JsonValueKind.Number)
            ? new DoubleColumn(name, values.Select(value => value.GetDouble()).ToArray())
            : throw new FitException($"Column '{name}': the values of its domain must be all texts, all numbers, or all true and false.");
    }

    private static RangeDomain Range(string name, JsonElement entry, JsonElement low, JsonElement high, bool missing)
    {
        if (low.ValueKind != JsonValueKind.Number || high.ValueKind != JsonValueKind.Number) throw Wrong(name, entry);
        var decimals = 0;
        if (entry.TryGetProperty("decimals", out var places) && !(places.TryGetInt32(out decimals) && decimals is >= 0 and <= 9))
            throw new FitException($"Column '{name}': its domain has {places} decimals; 0 to 9 are accepted.");
        var scale = NumberGrid.PowerOfTen(decimals);
        double from = Math.Round(low.GetDouble() * scale), to = Math.Round(high.GetDouble() * scale);
        if (!(Math.Abs(from) < Largest && Math.Abs(to) < Largest)) throw new FitException($"Column '{name}': its range {low} to {high} with {decimals} decimals is too fine; ask for fewer decimals.");
        return to >= from
            ? new(name, decimals == 0 ? ColumnKind.Integer : ColumnKind.Real, (long)from, (long)to, decimals, false, missing)
            : throw new FitException($"Column '{name}': the smallest value {low} of its domain lies above the largest, {high}.");
    }

    private static FitException Wrong(string name, JsonElement entry) => new(
        $"Column '{name}': its domain is {entry.GetRawText()}; accepted are a number of codes 1 to 60000, {{\"values\": [...]}}, or {{\"min\": a, \"max\": b, \"decimals\": d}}, or {{\"kind\": \"date\" or \"timestamp\", \"min\": a, \"max\": b, \"step\": s}}, with \"bins\": k beside for bins of equal width and \"missing\": true beside where cells may be missing.");
}
