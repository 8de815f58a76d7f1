using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Constraints;

/// <summary>What an X-ray says of one constraint.</summary>
/// <param name="Constraint">Its short form.</param>
/// <param name="Kind">Its kind, e.g. <c>range</c>.</param>
/// <param name="Means">How the model meets it.</param>
/// <param name="How">The same in a few words.</param>
/// <param name="Training">Training rows that break it.</param>
/// <param name="Unconstrained">Sampled rows of the same model without constraints that break it; null when none was fitted.</param>
/// <param name="Constrained">Sampled rows of the model that break it; 0 unless something is wrong.</param>
public sealed record ConstraintFinding(string Constraint, string Kind, ConstraintMeans Means, string How, int Training, int? Unconstrained, int Constrained);
