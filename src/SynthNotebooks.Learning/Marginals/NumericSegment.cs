namespace SynthNotebooks.Learning;

/// <summary>A piece of a numeric distribution, uniform from its start to its end, both included; a spike when they are equal.</summary>
/// <param name="Start">First position.</param>
/// <param name="End">Last position, not below the first.</param>
/// <param name="Mass">Number of records.</param>
public readonly record struct NumericSegment(double Start, double End, double Mass);
