namespace SynthNotebooks.Evaluation;

/// <summary>What is asked of two tables.</summary>
public enum EvaluationPurpose
{
    /// <summary>How faithful a synthetic table is to the real one.</summary>
    Fidelity,

    /// <summary>How far a later real table has moved from an earlier one.</summary>
    Drift,
}
