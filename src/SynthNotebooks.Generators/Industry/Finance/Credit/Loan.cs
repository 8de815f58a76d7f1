namespace SynthNotebooks.Generators.Industry.Finance.Credit;

/// <summary>A loan as a credit portfolio sees it.</summary>
/// <param name="Exposure">Owed at default; not negative.</param>
/// <param name="DefaultProbability">Within one year; between 0 and 1.</param>
/// <param name="LossGivenDefault">Mean share of the exposure that is lost; 0 to 1.</param>
/// <param name="Sector">Of the borrower.</param>
/// <param name="IsFloating">Whether the rate moves with the market's.</param>
public readonly record struct Loan(double Exposure, double DefaultProbability, double LossGivenDefault, string Sector = "", bool IsFloating = false);
