using System.Text.Json.Nodes;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Privacy;

namespace SynthNotebooks.Notebooks.Releases;

/// <summary>Domains of columns that nobody declared, bought with budget: a range for numbers, the middle 98 % for days and points in time, frequent categories for everything else.</summary>
/// <remarks>
/// Claim: (ε, δ)-DP for adding or removing a record, the columns sharing both evenly (basic composition). Kinds and decimal places of columns are taken as public, being the table's
/// form; any cell may be missing, so that missingness tells nothing. Values outside what was bought are clamped, or count as missing.
/// </remarks>
internal static class DomainPurchase
{
    private static readonly DateOnly FirstDay = new(1900, 1, 1), LastDay = new(2100, 12, 31);

    /// <summary>The declared domain with what was bought for the other columns, as JSON.</summary>
    /// <param name="table">The real rows.</param>
    /// <param name="declared">As JSON; null for none.</param>
    /// <param name="epsilon">Of all columns together.</param>
    /// <param name="delta">Of all columns together; used where a column has categories.</param>
    /// <param name="bits">Cryptographic for a claim.</param>
    /// <param name="cancellation">Stops between columns.</param>
    /// <exception cref="PrivateBoundsException">The noisy answer shows no range or category; the message names the column.</exception>
    public static JsonObject Buy(DataFrame table, string? declared, double epsilon, double delta, RandomBits bits, CancellationToken cancellation)
    {
        var domain = declared is null ? [] : JsonNode.Parse(declared) as JsonObject ?? throw new FitException("A domain must be a JSON object with one entry a column.");
        var open = table.Columns.Where(column => !domain.ContainsKey(column.Name)).ToArray();
        if (open.Length == 0) return domain;
        // Fractions of 2^-40, rounded downwards: the parts never add up to more than the whole.
        var each = new Rational((System.Numerics.BigInteger)Math.Floor(Math.ScaleB(epsilon / open.Length, 40)), System.Numerics.BigInteger.One << 40);
        var budget = new AllottedBudget(epsilon, delta);
        foreach (var column in open)
        {
            cancellation.ThrowIfCancellationRequested();
            domain[column.Name] = column switch
            {
                DateColumn days => Days(days, row => days.Values[row], "", "", each, budget, bits),
                TimestampColumn times => Days(times, row => times.Values[row] / TimeSpan.TicksPerDay, " 00:00:00", " 23:59:59", each, budget, bits),
                Int64Column => Range(column, 0, each, budget, bits),
                DoubleColumn => Range(column, table.InferSchema()[column.Name].Decimals ?? 3, each, budget, bits),
                _ => Categories(column, each, delta / open.Length * (1 - 1e-9), budget, bits),
            };
        }
        return domain;
    }

    private static JsonObject Range(Column column, int decimals, Rational epsilon, AllottedBudget budget, RandomBits bits)
    {
        var (low, high) = PrivateRange.Release(column.Name, column.ToNumbers(), epsilon, budget, bits);
        decimals = Math.Clamp(decimals, 0, 9);
        return new() { ["min"] = Math.Floor(low), ["max"] = Math.Ceiling(high), ["decimals"] = decimals, ["missing"] = true };
    }

    private static JsonObject Days(Column column, Func<int, double> day, string first, string last, Rational epsilon, AllottedBudget budget, RandomBits bits)
    {
        var values = new double[column.Length];
        for (var row = 0; row < values.Length; row++) values[row] = column.IsNull(row) ? double.NaN : day(row);
        var ends = PrivateQuantiles.Release(column.Name, values, [new Rational(1, 100), new Rational(99, 100)], new PublicGrid(FirstDay.DayNumber, LastDay.DayNumber, 0), epsilon, budget, bits);
        return new() { ["min"] = Day(ends[0]) + first, ["max"] = Day(ends[1]) + last, ["missing"] = true };

        static string Day(double number) => DateOnly.FromDayNumber((int)number).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static JsonObject Categories(Column column, Rational epsilon, double delta, AllottedBudget budget, RandomBits bits)
    {
        var found = PartitionSelection.Release(column.Name, Enumerable.Range(0, column.Length).Select(column.GetText), epsilon, delta, budget, bits);
        return new() { ["values"] = new JsonArray([.. found.Select(category => (JsonNode?)JsonValue.Create(category.Category))]), ["missing"] = true };
    }
}
