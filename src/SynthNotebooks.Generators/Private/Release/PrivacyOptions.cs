using System.Globalization;
using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Private;

/// <summary>What all private generators are told: how much they may tell, about which domain.</summary>
/// <param name="Epsilon">Of the whole release, above 0.</param>
/// <param name="Delta">Of the whole release, between 0 and 1.</param>
/// <param name="Domain">Path of a declared domain, or its JSON; null when none was declared.</param>
/// <param name="Bins">Most bins of a range.</param>
/// <param name="InsecureSeed">Seed of a NON-PRIVATE run; null for a private one.</param>
internal sealed record PrivacyOptions(double Epsilon, double Delta, string? Domain, int Bins, ulong? InsecureSeed)
{
    /// <summary>Largest size of the model's tables, in 10^6 bytes.</summary>
    public double ModelMegabytes { get; init; } = 32;

    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        Require.InRange(Epsilon, 1e-6, 1000);
        Require.InRange(Delta, 1e-300, 0.5);
        Require.InRange(Bins, 2, 1000);
        ModelSize.Validate(ModelMegabytes);
    }

    /// <summary>The claim in words.</summary>
    public string Claim => InsecureSeed is { } seed
        ? string.Create(CultureInfo.InvariantCulture, $"NON-PRIVATE: noise from the insecure seed {seed}; no claim holds")
        : string.Create(CultureInfo.InvariantCulture, $"({Epsilon:R}, {Delta:R})-DP for adding or removing one record");
}
