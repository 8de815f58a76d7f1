namespace SynthNotebooks.Learning;

/// <summary>A model that tells how much it relies on each column.</summary>
public interface IImportance
{
    /// <summary>Share of each column, at least 0; they sum to 1, or are all 0 when the model uses none.</summary>
    IReadOnlyList<double> Importances { get; }
}
