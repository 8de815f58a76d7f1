using SynthNotebooks.Evaluation.Attacks.Scoring;

namespace SynthNotebooks.Evaluation.Attacks;

/// <summary>A check of the attack or of the scorer, on tables made for it.</summary>
/// <param name="Control">Id: copy, disjoint, permuted-labels, baseline, records-alone, reversed-scores, normal-scores.</param>
/// <param name="Attack">Id of the attack that is checked; null for checks of the pool or of the scorer.</param>
/// <param name="Expected">What it should come to, in words.</param>
/// <param name="Value">What it came to: an AUC, or a risk for attacks that have none.</param>
/// <param name="Passed">Whether the expectation holds.</param>
/// <param name="Members">Members judged.</param>
/// <param name="NonMembers">Non-members judged.</param>
public sealed record ControlResult(string Control, string? Attack, string Expected, Interval Value, bool Passed, int Members, int NonMembers);
