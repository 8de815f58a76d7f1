namespace SynthNotebooks.Selection;

/// <summary>What became of a candidate.</summary>
public enum CandidateStatus
{
    /// <summary>It was fitted and scored.</summary>
    Scored,

    /// <summary>The time left was too short for it.</summary>
    Skipped,

    /// <summary>It could not learn the table.</summary>
    Failed,
}
