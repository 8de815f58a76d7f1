using System.Globalization;
using SynthNotebooks.Contracts;

namespace SynthNotebooks.Notebooks.Panels;

/// <summary>What a parameter panel is set to. Equal settings on an equal table give the same synthetic table; a private release is stored, and so the same too.</summary>
public sealed record PanelSettings
{
    /// <summary>Most rows that a panel makes.</summary>
    public const int MostRows = 10_000_000;

    /// <summary>Rows to make, 1 to 10,000,000; default 1000.</summary>
    public int Rows { get; init; } = 1000;

    /// <summary>Id of the model that is fitted; default <c>copula</c>.</summary>
    public string Model { get; init; } = "copula";

    /// <summary>Seed of the fit.</summary>
    public ulong Seed { get; init; }

    /// <summary>Seed of the sample.</summary>
    public ulong SampleSeed { get; init; }

    /// <summary>What every row keeps, in short forms such as <c>age >= 18</c>; none by default.</summary>
    public IReadOnlyList<string> Constraints { get; init; } = [];

    /// <summary>Privacy loss of a private release, 1e-6 to 1000; null for an ordinary fit, which promises no privacy.</summary>
    public double? Epsilon { get; init; }

    /// <summary>Probability of a larger loss, 1e-300 to 0.5; default 1e-9.</summary>
    public double Delta { get; init; } = 1e-9;

    /// <summary>Id of the private model; default <c>mst</c>.</summary>
    public string Method { get; init; } = "mst";

    /// <summary>Declared domain, a file or JSON; empty for none.</summary>
    public string Domain { get; init; } = "";

    /// <summary>Share of epsilon that buys the domain of columns without a declared one, 0 to 0.9; default 0, which refuses them.</summary>
    public double BuyDomain { get; init; }

    /// <summary>Folder of the privacy ledger; empty for the user's own.</summary>
    public string Ledger { get; init; } = "";

    /// <summary>Throws unless the settings can be written as magics.</summary>
    /// <exception cref="ArgumentException">A setting is not legal; the message tells its name, the value and what is accepted.</exception>
    public void Check()
    {
        Require.InRange(Rows, 1, MostRows, "rows");
        if (Epsilon is { } epsilon)
        {
            Require.InRange(epsilon, 1e-6, 1000, "epsilon");
            Require.InRange(Delta, 1e-300, 0.5, "delta");
            Require.InRange(BuyDomain, 0, 0.9, "buy-domain");
            if (Constraints.Count > 0)
                throw new ArgumentException("A private release takes no constraints: rows that break one would be left out, which the claim does not cover. Declare what values can be in the domain, or switch privacy off.");
        }
        foreach (var text in Constraints.Append(Domain).Append(Ledger).Append(Model).Append(Method))
            if (text.Any(c => c is '\n' or '\r') || (text.Contains('"', StringComparison.Ordinal) && !text.StartsWith('{')))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{text} cannot stand in a magic command: write texts in single quotes, and each constraint on one line."));
    }
}
