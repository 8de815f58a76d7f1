namespace SynthNotebooks.Generators.Industry.Scenarios.Formulas;

/// <summary>Durations in seconds by their names.</summary>
internal static class Units
{
    public const double Day = 86400, Year = 365.25 * Day;

    /// <summary>Names that may follow a number or stand alone in a formula.</summary>
    public static readonly IReadOnlyDictionary<string, double> Seconds = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["ms"] = 0.001,
        ["millisecond"] = 0.001,
        ["milliseconds"] = 0.001,
        ["s"] = 1,
        ["sec"] = 1,
        ["second"] = 1,
        ["seconds"] = 1,
        ["min"] = 60,
        ["minute"] = 60,
        ["minutes"] = 60,
        ["h"] = 3600,
        ["hour"] = 3600,
        ["hours"] = 3600,
        ["d"] = Day,
        ["day"] = Day,
        ["days"] = Day,
        ["week"] = 7 * Day,
        ["weeks"] = 7 * Day,
        ["month"] = Year / 12,
        ["months"] = Year / 12,
        ["year"] = Year,
        ["years"] = Year,
    };
}
