using System.Globalization;
using SynthNotebooks.Data;
using SynthNotebooks.Privacy;

namespace SynthNotebooks.Notebooks.Releases;

/// <summary>Small tables with and without a target record, for audits.</summary>
/// <remarks>Every code but the target's is common enough to stand clear of the noise, so that methods which merge rare codes leave the others alone.</remarks>
internal static class CanaryTable
{
    /// <summary>Codes of each of the columns a and b; the target alone holds the last.</summary>
    public const int Codes = 3;

    /// <summary>The public domain of both columns.</summary>
    public static string Domain { get; } = $"{{\"a\": {Codes}, \"b\": {Codes}}}";

    /// <summary>The table: each pair of the common codes equally often, and the target or not.</summary>
    public static DataFrame Of(double rho, bool hasTarget)
    {
        var each = Common(rho) / 2;
        var a = new List<long>();
        var b = new List<long>();
        for (var row = 0; row < 4 * each; row++)
        {
            a.Add(row & 1);
            b.Add(row >> 1 & 1);
        }
        if (hasTarget)
        {
            a.Add(Codes - 1);
            b.Add(Codes - 1);
        }
        return Frame(a, b);
    }

    /// <summary>A table with a code for each canary, which is in or out; b is the parity of a.</summary>
    public static DataFrame Of(double rho, ReadOnlySpan<bool> present)
    {
        var common = Common(rho);
        var a = new List<long>();
        var b = new List<long>();
        for (var canary = 0; canary < present.Length; canary++)
        {
            for (var row = 0; row < common + (present[canary] ? 1 : 0); row++)
            {
                a.Add(canary);
                b.Add(canary & 1);
            }
        }
        return Frame(a, b);
    }

    /// <summary>The public domain of a table of canaries.</summary>
    public static string DomainOf(int canaries) => string.Create(CultureInfo.InvariantCulture, $"{{\"a\": {canaries}, \"b\": 2}}");

    // Twelve deviations of a column's noise when it gets a sixth of the budget.
    private static int Common(double rho) => (int)Math.Clamp(Math.Ceiling(12 * Math.Sqrt(3 / rho)), 20, 2000);

    private static DataFrame Frame(List<long> a, List<long> b) => new(new Int64Column("a", a.ToArray()), new Int64Column("b", b.ToArray()));
}
