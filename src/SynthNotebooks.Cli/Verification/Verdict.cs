namespace SynthNotebooks.Cli.Verification;

/// <summary>What came of verifying a notebook.</summary>
internal enum Verdict
{
    /// <summary>Every output is the same, byte for byte.</summary>
    Verified,

    /// <summary>An output differs.</summary>
    Differs,

    /// <summary>A cell failed, so that not all of the notebook ran.</summary>
    Failed,

    /// <summary>A run took longer than it may.</summary>
    TimedOut,

    /// <summary>The notebook is not one that can be verified.</summary>
    Refused,
}
