namespace SynthNotebooks.Evaluation.Attacks.Trials;

/// <summary>What a trial came to.</summary>
/// <param name="Results">Empty when the attack could not be made.</param>
/// <param name="Reason">Why not; null when it was.</param>
/// <param name="Scores">Membership scores of the records drawn at random; null for other attacks.</param>
/// <param name="Member">Whether each of them is a member.</param>
internal sealed record TrialResult(IReadOnlyList<AttackResult> Results, string? Reason, double[]? Scores, bool[]? Member)
{
    public static TrialResult Impossible(string reason) => new([], reason, null, null);
}
