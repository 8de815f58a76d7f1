using System.Globalization;
using SynthNotebooks.Contracts;

namespace SynthNotebooks.Privacy;

/// <summary>What may be spent in all.</summary>
/// <param name="DatasetEpsilon">ε of any one dataset, default 1, legal 1e-6 to 1000.</param>
/// <param name="Delta">δ at which ε is counted, of a dataset and of the total; default 1e-9; 0 accepts pure costs alone.</param>
/// <param name="TotalEpsilon">ε of all datasets of the ledger together (people may be in several), default 10, legal 1e-6 to 1000.</param>
public sealed record LedgerLimits(double DatasetEpsilon = 1, double Delta = 1e-9, double TotalEpsilon = 10)
{
    internal void Check()
    {
        Require.InRange(DatasetEpsilon, 1e-6, 1000);
        Require.InRange(TotalEpsilon, 1e-6, 1000);
        Require.InRange(Delta, 0, 0.5);
    }

    /// <summary>The limits in words.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"epsilon {DatasetEpsilon:G6} a dataset and {TotalEpsilon:G6} in all, at delta {Delta:G3}");
}
