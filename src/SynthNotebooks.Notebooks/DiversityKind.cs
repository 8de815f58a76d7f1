namespace SynthNotebooks.Notebooks;

/// <summary>How <c>l</c> counts different sensitive values among equal rows.</summary>
public enum DiversityKind
{
    /// <summary>At least l different values.</summary>
    Distinct,

    /// <summary>Entropy of at least ln l.</summary>
    Entropy,

    /// <summary>The most frequent value comes less than c times as often as all from the l-th on together.</summary>
    Recursive,
}
