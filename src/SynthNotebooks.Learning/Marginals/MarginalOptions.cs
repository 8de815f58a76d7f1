namespace SynthNotebooks.Learning;

/// <summary>How careful a marginal is with what few records show.</summary>
/// <param name="MinimumCount">Categories seen fewer times never come out; 1 or more, default 5, 1 keeps all.</param>
/// <param name="ExtremeRecords">Number of extreme records at either end whose values are smoothed; 0 or more, default 5, 0 keeps them.</param>
public sealed record MarginalOptions(int MinimumCount = 5, int ExtremeRecords = 5);
