using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Privacy;

namespace SynthNotebooks.Notebooks.Releases;

/// <summary>What is asked of a private release; equal orders on equal data get the same release.</summary>
/// <param name="Method">Id of a private model, e.g. <c>aim</c>.</param>
/// <param name="Epsilon">Of everything together: bought domains, the method, and the baseline; above 0.</param>
/// <param name="Delta">Of everything together, between 0 and 1.</param>
public sealed record PrivateOrder(string Method, double Epsilon, double Delta)
{
    /// <summary>Declared domain as JSON; null for none.</summary>
    public string? Domain { get; init; }

    /// <summary>Marginals that matter, as JSON; null for the method's own.</summary>
    public string? Workload { get; init; }

    /// <summary>What every released row keeps; declared, never learnt from the data, and at no cost of privacy.</summary>
    public ConstraintSet Constraints { get; init; } = ConstraintSet.Empty;

    /// <summary>Rows to release; null for the noisy number of records.</summary>
    public int? Rows { get; init; }

    /// <summary>Seed of a NON-PRIVATE run, which is neither charged nor stored; null for a private one.</summary>
    public ulong? InsecureSeed { get; init; }

    /// <summary>Share of ε that buys the domain of columns without a declared one, below 1; 0 refuses them.</summary>
    public double BuyDomain { get; init; }

    /// <summary>Share of the method's zCDP that <c>dp-independent</c> gets, so that it can stand beside; default 0.02, 0 to 0.5; 0 for none.</summary>
    public double BaselineShare { get; init; } = 0.02;

    /// <summary>The method's own options, as text by name.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether <c>dp-independent</c> stands beside the release.</summary>
    public bool HasBaseline => BaselineShare > 0 && Method != "dp-independent";

    internal void Check()
    {
        Require.InRange(Epsilon, 1e-6, 1000);
        Require.InRange(Delta, 1e-300, 0.5);
        Require.InRange(BuyDomain, 0, 0.9);
        Require.InRange(BaselineShare, 0, 0.5);
        if (Rows is { } rows) Require.InRange(rows, 1, int.MaxValue, nameof(Rows));
    }

    internal ReleaseRequest Request(DatasetKey dataset)
    {
        var texts = new Dictionary<string, string>(Options)
        {
            ["domain"] = Domain ?? "",
            ["workload"] = Workload ?? "",
            ["rows"] = Rows?.ToString(CultureInfo.InvariantCulture) ?? "noisy",
            ["buy-domain"] = BuyDomain.ToString("R", CultureInfo.InvariantCulture),
            ["baseline"] = HasBaseline ? BaselineShare.ToString("R", CultureInfo.InvariantCulture) : "0",
        };
        if (!Constraints.IsEmpty) texts["constraints"] = Constraints.ToJson(); // left out where there are none, so that older ledgers still answer
        return new(dataset, Method, Epsilon, Delta, texts);
    }
}
