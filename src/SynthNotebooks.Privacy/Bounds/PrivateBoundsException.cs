namespace SynthNotebooks.Privacy;

/// <summary>Bounds or categories were bought but the noisy answer shows none; the message names the column and the ways out.</summary>
public sealed class PrivateBoundsException(string message) : Exception(message);
