namespace SynthNotebooks.Privacy.Deidentification;

/// <summary>A column that holds one of the 18 identifiers.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Identifier">Which.</param>
/// <param name="Evidence">Why, without a value of the table.</param>
/// <param name="Share">Share of the present cells whose value speaks for it; NaN when the name alone does.</param>
/// <param name="Action">What the profile does.</param>
public sealed record SafeHarborFinding(string Column, SafeHarborIdentifier Identifier, string Evidence, double Share, SafeHarborAction Action);
