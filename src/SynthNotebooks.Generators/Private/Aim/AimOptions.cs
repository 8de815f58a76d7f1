using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Private;

/// <summary>Options of <see cref="AimGenerator"/>.</summary>
/// <param name="Epsilon">Privacy loss of the whole release. Less is more private and noisier. Default 1; legal 0.000001 to 1000.</param>
/// <param name="Delta">Probability of a larger loss. Default 1e-9; legal 1e-300 to 0.5.</param>
/// <param name="Domain">Declared domain: path of a JSON file, or the JSON itself.</param>
/// <param name="Workload">Marginals that matter: path of a JSON file, or the JSON itself, a list of lists of column names. Default all of <c>degree</c> columns.</param>
/// <param name="Degree">Columns of each marginal of the default workload. Default 3; legal 1 to 5.</param>
/// <param name="RoundsPerColumn">Rounds that the first noise is set for, for each column; the paper takes 16. Fewer starts with less noise. Default 4; legal 1 to 100.</param>
/// <param name="ModelMegabytes">Largest size of the model's tables: marginals that would exceed it are not chosen, constraints that would are refused. More is more accurate and slower. Default 4; legal 0.01 to 1000.</param>
/// <param name="Iterations">Most steps of the last fit. Default 2000; legal 10 to 100000.</param>
/// <param name="RoundIterations">Most steps of the fit after each round. Default 200; legal 10 to 100000.</param>
/// <param name="Bins">Most bins of a declared range. Default 64; legal 2 to 1000.</param>
/// <param name="InsecureSeed">Seed for teaching and tests: the run is then NON-PRIVATE and marked so. Default none.</param>
public sealed record AimOptions(
    double Epsilon = 1, double Delta = 1e-9, string? Domain = null, string? Workload = null, int Degree = 3, int RoundsPerColumn = 4, double ModelMegabytes = 4, int Iterations = 2000, int RoundIterations = 200, int Bins = 64,
    ulong? InsecureSeed = null)
{
    internal PrivacyOptions Privacy => new(Epsilon, Delta, Domain, Bins, InsecureSeed) { ModelMegabytes = ModelMegabytes };

    internal void Validate()
    {
        Privacy.Validate();
        Require.InRange(Degree, 1, 5);
        Require.InRange(RoundsPerColumn, 1, 100);
        Require.InRange(Iterations, 10, 100_000);
        Require.InRange(RoundIterations, 10, 100_000);
    }
}
