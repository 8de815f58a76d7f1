using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts;

/// <summary>Rows that meet a condition, and how they were found.</summary>
/// <param name="Rows">As many as were asked for.</param>
/// <param name="Candidates">Rows that were sampled to find them; null when the model conditioned exactly.</param>
public sealed record ConditionalSample(DataFrame Rows, long? Candidates);
