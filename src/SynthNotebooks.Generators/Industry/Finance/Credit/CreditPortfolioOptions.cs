namespace SynthNotebooks.Generators.Industry.Finance.Credit;

/// <summary>Options of <see cref="CreditPortfolioProcess"/>.</summary>
/// <param name="Loans">Number of loans at any time; legal 1 to 1e6.</param>
/// <param name="Correlation">Of the asset values of two borrowers; legal 0 to 0.99.</param>
/// <param name="Persistence">Correlation of the macro factor with that of the year before; legal 0 to 0.999.</param>
/// <param name="Stress">What the economy goes through in the stressed year: baseline, recession, rate-shock or sector-crash.</param>
/// <param name="StressYear">Which year of the period is the stressed one, counted from 1; legal 1 to 1000.</param>
/// <param name="MedianExposure">Median exposure of a loan; legal 1 to 1e9.</param>
/// <param name="FloatingShare">Share of loans whose rate floats; legal 0 to 1.</param>
/// <param name="Concentration">Sum of the shapes of the beta law of losses given default; 0: they are fixed; legal 0 to 1e6.</param>
public sealed record CreditPortfolioOptions(
    int Loans = 1000,
    double Correlation = 0.15,
    double Persistence = 0.4,
    string Stress = "baseline",
    int StressYear = 3,
    double MedianExposure = 15_000,
    double FloatingShare = 0.4,
    double Concentration = 4);
