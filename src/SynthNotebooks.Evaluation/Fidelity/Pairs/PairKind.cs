namespace SynthNotebooks.Evaluation.Fidelity.Pairs;

/// <summary>What a pair of columns consists of.</summary>
public enum PairKind
{
    /// <summary>Two numbers or dates.</summary>
    Numeric,

    /// <summary>A number or date, and a category.</summary>
    Mixed,

    /// <summary>Two categories.</summary>
    Categories,
}
