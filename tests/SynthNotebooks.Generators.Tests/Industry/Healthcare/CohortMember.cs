namespace SynthNotebooks.Generators.Tests.Industry.Healthcare;

/// <summary>A patient by days since year 1: when born, first and last under care, and when each condition began.</summary>
internal sealed record CohortMember(string Sex, double Born, double Entry, double End, bool Died, Dictionary<string, double?> Onsets)
{
    public const double Year = 365.25; // days

    public double AgeAt(double day) => (day - Born) / Year;
}
