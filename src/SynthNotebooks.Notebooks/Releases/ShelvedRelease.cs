namespace SynthNotebooks.Notebooks.Releases;

/// <param name="Epsilon">That was asked for.</param>
/// <param name="Delta">That was asked for.</param>
/// <param name="Scores">The release and its scores.</param>
public sealed record ShelvedRelease(double Epsilon, double Delta, PrivateReleaseScores Scores);
