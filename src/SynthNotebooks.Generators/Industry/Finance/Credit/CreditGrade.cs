namespace SynthNotebooks.Generators.Industry.Finance.Credit;

/// <summary>A rating grade.</summary>
/// <param name="Name">As it stands in tables.</param>
/// <param name="DefaultProbability">Within one year.</param>
/// <param name="Share">Of new loans, relative to the other grades.</param>
/// <param name="LossGivenDefault">Mean share of the exposure that is lost.</param>
public sealed record CreditGrade(string Name, double DefaultProbability, double Share, double LossGivenDefault)
{
    /// <summary>Seven invented grades whose default probabilities span what lenders to households and small firms see, two to three times worse from one to the next.</summary>
    public static IReadOnlyList<CreditGrade> All { get; } =
    [
        new("A", 0.0005, 8, 0.35), new("B", 0.0015, 16, 0.38), new("C", 0.004, 24, 0.40), new("D", 0.01, 24, 0.42),
        new("E", 0.025, 16, 0.45), new("F", 0.06, 9, 0.50), new("G", 0.15, 3, 0.55),
    ];
}
