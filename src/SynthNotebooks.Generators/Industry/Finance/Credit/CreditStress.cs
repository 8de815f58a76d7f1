using System.Collections.Immutable;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Finance.Credit;

/// <summary>A state of the economy that a credit portfolio is put through.</summary>
/// <param name="Name">As users give it.</param>
/// <param name="Macro">Mean of the macro factor, in its standard deviations; negative is bad.</param>
/// <param name="Rate">Fall of the creditworthiness of borrowers with floating rates, in standard deviations of a borrower's asset value.</param>
/// <param name="Sector">Sector that is hit on top; null for none.</param>
/// <param name="SectorFall">Fall of the creditworthiness of that sector's borrowers, in the same unit.</param>
/// <param name="LossAdded">Added to every loss given default, as collateral sells for less.</param>
/// <remarks>
/// The sizes are invented but of the usual order: a macro factor of -2 is a year as bad as one in 44; a shift of asset values by 0.3 about
/// doubles the default probability of a middle grade.
/// </remarks>
public sealed record CreditStress(string Name, double Macro = 0, double Rate = 0, string? Sector = null, double SectorFall = 0, double LossAdded = 0)
{
    /// <summary>An economy without stress.</summary>
    public static CreditStress Baseline { get; } = new("baseline");

    /// <summary>The stresses there are.</summary>
    public static ImmutableArray<CreditStress> All { get; } =
    [
        Baseline,
        new("recession", Macro: -2, LossAdded: 0.05),
        new("rate-shock", Macro: -0.5, Rate: 0.35),
        new("sector-crash", Macro: -0.3, Sector: "construction", SectorFall: 0.9, LossAdded: 0.02),
    ];

    /// <summary>The stress of a name.</summary>
    /// <exception cref="ArgumentException">There is none; the message tells the nearest name.</exception>
    public static CreditStress Named(string name) =>
        All.FirstOrDefault(stress => stress.Name == name) ?? throw new ArgumentException(UnknownColumn.Message("stress", name, All.Select(stress => stress.Name)), nameof(name));
}
