namespace SynthNotebooks.Evaluation.Explanations;

/// <summary>What an attack on membership says of the nearest real row.</summary>
/// <param name="Attack">Id of the attack.</param>
/// <param name="FalseAlarms">Share of held-out records that look at least as much like members: the smaller, the surer the attack.</param>
/// <param name="Flagged">Whether the share is at most <see cref="RowExplanation.Alarm"/>.</param>
public sealed record RowFlag(string Attack, double FalseAlarms, bool Flagged);
