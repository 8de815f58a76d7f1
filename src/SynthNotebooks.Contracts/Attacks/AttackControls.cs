namespace SynthNotebooks.Contracts;

/// <summary>Checks that an attack itself must pass before its verdict counts.</summary>
[Flags]
public enum AttackControls
{
    /// <summary>None; no attack of a catalog may declare that.</summary>
    None = 0,

    /// <summary>Against a copy of the training rows it must succeed.</summary>
    Copy = 1,

    /// <summary>Against a table made from other rows it must be no better than chance.</summary>
    Disjoint = 2,

    /// <summary>With labels permuted it must be no better than chance.</summary>
    PermutedLabels = 4,

    /// <summary>The more rows are copied, the better it must do.</summary>
    Mixtures = 8,

    /// <summary>It must beat a predictor that never saw the targets when rows are copied.</summary>
    Baseline = 16,
}
