namespace SynthNotebooks.Privacy.Local;

/// <summary>A category's share as estimated from randomised reports.</summary>
/// <param name="Category">The category.</param>
/// <param name="Share">Unbiased; may lie outside 0 to 1.</param>
/// <param name="StandardError">Of the share, from the noise alone.</param>
public sealed record FrequencyEstimate(string Category, double Share, double StandardError);
