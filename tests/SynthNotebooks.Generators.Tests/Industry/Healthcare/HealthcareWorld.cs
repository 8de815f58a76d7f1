using System.Collections.Concurrent;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios;

namespace SynthNotebooks.Generators.Tests.Industry.Healthcare;

/// <summary>The world of healthcare.yaml with 20,000 patients, made once for all tests.</summary>
internal static class HealthcareWorld
{
    /// <summary>Standard errors that a figure may stray: a normal figure strays further with probability 4e-8, some 25 of them with 1e-6.</summary>
    public const double Errors = 5.5;

    private static readonly Lazy<World> Made = new(() => EmbeddedScenarios.Load("healthcare").Simulate(20_000, new SimulationOptions { Seed = 3 }));

    public static World Shared => Made.Value;

    private static readonly ConcurrentDictionary<(string Table, string Column), string?[]> Read = [];

    /// <summary>A column as it is written to a file; null where missing. Dates in this form sort as dates do.</summary>
    public static string?[] Texts(string table, string column) => Read.GetOrAdd((table, column), static key =>
    {
        var cells = Shared[key.Table][key.Column];
        return [.. Enumerable.Range(0, (int)Shared[key.Table].Rows.Count).Select(row => cells.GetText(row))];
    });

    public static double[] Numbers(string table, string column) => Shared[table][column].ToNumbers();

    public static bool[] Flags(string table, string column) => [.. Numbers(table, column).Select(value => value == 1)];

    /// <summary>A column of the patients by their ids.</summary>
    public static Dictionary<string, string?> OfPatients(string column) => Texts("patients", "patient_id").Zip(Texts("patients", column)).ToDictionary(pair => pair.First!, pair => pair.Second);

    /// <summary>Fails when hits out of n do not fit a share.</summary>
    public static void AssertShare(double share, int hits, int n, string what)
    {
        // half a hit more, because counts are whole
        var tolerance = (Errors * Math.Sqrt(share * (1 - share) * n) + 5) / n;
        Assert.True(Math.Abs((double)hits / n - share) <= tolerance, FormattableString.Invariant($"{what}: {(double)hits / n:P2} of {n}, expected {share:P2} ± {tolerance:P2}"));
    }
}
