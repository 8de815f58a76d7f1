using SynthNotebooks.Data;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Evaluation.Fidelity;

namespace SynthNotebooks.Notebooks.Releases;

/// <summary>Fidelity of a release and of the baseline beside it; displayable. NOT private: it reads the real table, so it is for the data's custodian.</summary>
/// <param name="Release">The release.</param>
/// <param name="Scores">The method, and <c>dp-independent</c> when it stands beside.</param>
public sealed record PrivateReleaseScores(PrivateRelease Release, IReadOnlyList<(string Method, long Rows, FidelityScores Scores)> Scores)
{
    /// <summary>Scores a release against the real table; cost as <see cref="Evaluator.Fidelity"/>, at most twice.</summary>
    public static PrivateReleaseScores Of(DataFrame real, PrivateRelease release)
    {
        ArgumentNullException.ThrowIfNull(release);
        var lines = new List<(string, long, FidelityScores)> { (release.Method, release.Table.Rows.Count, Evaluator.Fidelity(real, release.Table)) };
        if (release.Baseline is { } baseline) lines.Add(("dp-independent", baseline.Rows.Count, Evaluator.Fidelity(real, baseline)));
        return new(release, lines);
    }
}
