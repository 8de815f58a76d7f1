using SynthNotebooks.Contracts;

namespace SynthNotebooks.Selection;

/// <summary>Options of <see cref="EnsembleGenerator"/>.</summary>
/// <param name="Members">Ids of the models that may take part, separated by commas. Default copula,bayesnet,cart,mixture,arf.</param>
/// <param name="Picks">Most picks that weights are made of: a weight is a number of picks over their sum. More is finer and slower. Default 10; legal 1 to 100.</param>
/// <param name="Filter">Strength of a <see cref="QualityFilter"/> around the members; 0 for none. Costs time in fits and samples. Default 0; legal 0 to 1.</param>
public sealed record EnsembleOptions(string Members = "copula,bayesnet,cart,mixture,arf", int Picks = 10, double Filter = 0)
{
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    internal void Validate()
    {
        Require.InRange(Picks, 1, 100);
        Require.InRange(Filter, 0, 1);
        ArgumentNullException.ThrowIfNull(Members);
    }
}
