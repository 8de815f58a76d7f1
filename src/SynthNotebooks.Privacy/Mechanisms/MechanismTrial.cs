namespace SynthNotebooks.Privacy;

/// <summary>A mechanism on a pair of neighbours, as an audit sees it.</summary>
/// <param name="Claim">What the mechanism would promise on cryptographic bits.</param>
/// <param name="First">Runs it on one table; the output as a number, such that larger speaks for the first table.</param>
/// <param name="Second">Runs it on the neighbour.</param>
public sealed record MechanismTrial(PrivacyClaim Claim, Func<long> First, Func<long> Second);
