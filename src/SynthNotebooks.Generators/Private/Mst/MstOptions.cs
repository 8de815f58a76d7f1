using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Private;

/// <summary>Options of <see cref="MstGenerator"/>.</summary>
/// <param name="Epsilon">Privacy loss of the whole release. Less is more private and noisier. Default 1; legal 0.000001 to 1000.</param>
/// <param name="Delta">Probability of a larger loss. Default 1e-9; legal 1e-300 to 0.5.</param>
/// <param name="Domain">Declared domain: path of a JSON file, or the JSON itself.</param>
/// <param name="Bins">Most bins of a declared range. Default 64; legal 2 to 1000.</param>
/// <param name="Iterations">Most steps of the last fit. Default 3000; legal 10 to 100000.</param>
/// <param name="ModelMegabytes">Largest size of the model's tables: pairs that would exceed it are not chosen, constraints that would are refused. Default 32; legal 0.01 to 1000.</param>
/// <param name="InsecureSeed">Seed for teaching and tests: the run is then NON-PRIVATE and marked so. Default none.</param>
public sealed record MstOptions(double Epsilon = 1, double Delta = 1e-9, string? Domain = null, int Bins = 64, int Iterations = 3000, double ModelMegabytes = 32, ulong? InsecureSeed = null)
{
    internal PrivacyOptions Privacy => new(Epsilon, Delta, Domain, Bins, InsecureSeed) { ModelMegabytes = ModelMegabytes };

    internal void Validate()
    {
        Privacy.Validate();
        Require.InRange(Iterations, 10, 100_000);
    }
}
