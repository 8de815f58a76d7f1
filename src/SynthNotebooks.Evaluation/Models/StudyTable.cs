namespace SynthNotebooks.Evaluation.Models;

/// <summary>The tables that models are trained on.</summary>
internal enum StudyTable
{
    /// <summary>The table that is scored.</summary>
    Synthetic,

    /// <summary>The holdout, or a bootstrap of the real table without one. Never trained on for utility: that is tested on it.</summary>
    Ceiling,

    /// <summary>Every column of the real table drawn on its own.</summary>
    Independent,

    /// <summary>The real table.</summary>
    Real,

    /// <summary>A bootstrap of the real table: what other real rows would have taught.</summary>
    Resampled,
}
