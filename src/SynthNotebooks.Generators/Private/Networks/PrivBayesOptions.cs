using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Private;

/// <summary>Options of <see cref="PrivBayesGenerator"/>.</summary>
/// <param name="Epsilon">Privacy loss of the whole release. Less is more private and noisier. Default 1; legal 0.000001 to 1000.</param>
/// <param name="Delta">Probability of a larger loss. Default 1e-9; legal 1e-300 to 0.5.</param>
/// <param name="Domain">Declared domain: path of a JSON file, or the JSON itself.</param>
/// <param name="Parents">Most parents of a column. Default 2; legal 1 to 4.</param>
/// <param name="ModelMegabytes">Largest size of the model's tables: families that would exceed it are not chosen, constraints that would are refused. Default 4; legal 0.01 to 1000.</param>
/// <param name="Iterations">Most steps of the fit. Default 1000; legal 10 to 100000.</param>
/// <param name="Bins">Most bins of a declared range. Default 64; legal 2 to 1000.</param>
/// <param name="InsecureSeed">Seed for teaching and tests: the run is then NON-PRIVATE and marked so. Default none.</param>
public sealed record PrivBayesOptions(
    double Epsilon = 1, double Delta = 1e-9, string? Domain = null, int Parents = 2, double ModelMegabytes = 4, int Iterations = 1000, int Bins = 64, ulong? InsecureSeed = null)
{
    internal PrivacyOptions Privacy => new(Epsilon, Delta, Domain, Bins, InsecureSeed) { ModelMegabytes = ModelMegabytes };

    internal void Validate()
    {
        Privacy.Validate();
        Require.InRange(Parents, 1, 4);
        Require.InRange(Iterations, 10, 100_000);
    }
}
