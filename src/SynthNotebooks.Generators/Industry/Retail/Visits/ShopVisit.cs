namespace SynthNotebooks.Generators.Industry.Retail.Visits;

/// <summary>A customer's visit of the shop.</summary>
/// <param name="Number">From 1, in the order of time.</param>
/// <param name="Time">In seconds since 1970-01-01.</param>
/// <param name="Channel">Position in <see cref="ShopVisits.Channels"/>.</param>
internal readonly record struct ShopVisit(int Number, double Time, int Channel);
