using System.Globalization;
using System.Text.Json;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Private;

/// <summary>Reads a declared range of days or points in time: <c>{"kind": "date", "min": "2020-01-01", "max": "2020-12-31", "step": "1w"}</c>.</summary>
/// <remarks>
/// Without a kind, ends written yyyy-MM-dd mean days and others points in time. A step is a whole number of <c>d</c> or <c>w</c> for days (<c>1d</c> without one), of <c>ms</c>,
/// <c>s</c>, <c>min</c>, <c>h</c>, <c>d</c> or <c>w</c> for points in time (<c>1s</c> without one). Values are the first one and those whole steps after it, up to the last.
/// </remarks>
internal static class TemporalDomain
{
    private static readonly string[] Times = ["yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd"];

    private static readonly (string Unit, long Ticks)[] Units =
    [
        ("ms", TimeSpan.TicksPerMillisecond), ("min", TimeSpan.TicksPerMinute), ("s", TimeSpan.TicksPerSecond), ("h", TimeSpan.TicksPerHour), ("d", TimeSpan.TicksPerDay), ("w", 7 * TimeSpan.TicksPerDay),
    ];

    /// <summary>Whether an entry is meant as one: it tells a kind or has texts for ends.</summary>
    public static bool IsOne(JsonElement entry, JsonElement low, JsonElement high) =>
        entry.TryGetProperty("kind", out _) || low.ValueKind == JsonValueKind.String || high.ValueKind == JsonValueKind.String;

    /// <summary>Reads an entry.</summary>
    /// <exception cref="FitException">Something is wrong; the message names the column, the value and what is accepted.</exception>
    public static RangeDomain Read(string name, JsonElement entry, JsonElement low, JsonElement high, bool missing)
    {
        var kind = KindOf(name, entry, low, high);
        var step = Step(name, entry, kind);
        var (first, last) = kind == ColumnKind.Date ? (Day(name, low), Day(name, high)) : (Time(name, low), Time(name, high));
        if (last < first) throw new FitException($"Column '{name}': the smallest value {low.GetRawText()} of its domain lies above the largest, {high.GetRawText()}.");
        return new(name, kind, 0, (last - first) / step, 0, false, missing) { Origin = first, Step = step };
    }

    private static ColumnKind KindOf(string name, JsonElement entry, JsonElement low, JsonElement high)
    {
        if (!entry.TryGetProperty("kind", out var told)) return IsDay(low) && IsDay(high) ? ColumnKind.Date : ColumnKind.Timestamp;
        return told.ValueKind == JsonValueKind.String ? told.GetString() switch
        {
            "date" => ColumnKind.Date,
            "timestamp" => ColumnKind.Timestamp,
            _ => throw Wrong(),
        } : throw Wrong();

        FitException Wrong() => new($"Column '{name}': the kind of its domain is {told.GetRawText()}; \"date\" and \"timestamp\" are accepted, and a range of numbers has none.");
    }

    private static bool IsDay(JsonElement end) => end.ValueKind != JsonValueKind.String || end.GetString()!.Length <= "yyyy-MM-dd".Length;

    private static long Day(string name, JsonElement end) => end.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(end.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day.DayNumber
        : throw new FitException($"Column '{name}': {end.GetRawText()} is no day; days are written as texts, yyyy-MM-dd.");

    private static long Time(string name, JsonElement end) => end.ValueKind == JsonValueKind.String && DateTime.TryParseExact(end.GetString(), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
        ? time.Ticks
        : throw new FitException($"Column '{name}': {end.GetRawText()} is no point in time; these are written as texts, yyyy-MM-dd HH:mm:ss, without a zone.");

    // In days or ticks.
    private static long Step(string name, JsonElement entry, ColumnKind kind)
    {
        var smallest = kind == ColumnKind.Date ? TimeSpan.TicksPerDay : 1;
        if (!entry.TryGetProperty("step", out var told)) return kind == ColumnKind.Date ? 1 : TimeSpan.TicksPerSecond;
        var text = told.ValueKind == JsonValueKind.String ? told.GetString()! : "";
        foreach (var (unit, ticks) in Units)
        {
            if (!text.EndsWith(unit, StringComparison.Ordinal) || ticks < smallest) continue;
            if (int.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= DateTime.MaxValue.Ticks / ticks) return count * ticks / smallest;
        }
        throw new FitException($"Column '{name}': the step of its domain is {told.GetRawText()}; accepted are texts such as {(kind == ColumnKind.Date ? "\"1d\" and \"2w\" (days, weeks)" : "\"15min\" (ms, s, min, h, d, w)")}, of at least 1.");
    }
}
