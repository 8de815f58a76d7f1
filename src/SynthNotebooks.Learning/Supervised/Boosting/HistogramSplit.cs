using System.Runtime.Intrinsics;

namespace SynthNotebooks.Learning;

/// <summary>The best split of a node, found from its histogram.</summary>
/// <param name="Split">The column and the states that go left; null when no split gains.</param>
/// <param name="Gain">By how much twice the loss falls, to second order.</param>
/// <param name="Left">Sums (gradient, curvature, count) of the rows that go left.</param>
internal readonly record struct HistogramSplit(Split? Split, double Gain, Vector256<double> Left);
