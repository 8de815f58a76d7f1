namespace SynthNotebooks.Notebooks.Releases;

/// <summary>One spend of a ledger with what all up to it come to.</summary>
/// <param name="Dataset">First digits of the dataset's key.</param>
/// <param name="Purpose">What it was for.</param>
/// <param name="Before">ε of all datasets together before, at the ledger's δ.</param>
/// <param name="After">The same with it.</param>
/// <param name="OfDataset">ε of the dataset with it.</param>
public sealed record LedgerSpend(string Dataset, string Purpose, double Before, double After, double OfDataset);
