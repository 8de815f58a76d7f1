using SynthNotebooks.Contracts;

namespace SynthNotebooks.Selection;

/// <summary>Options of <see cref="EnsembleGenerator"/>.</summary>
/// <param name="Members">Ids of the models that may take part, separated by commas. Default copula,bayesnet,cart,mixture,arf.</param>
/// <param name="Picks">Most picks that weights are made of: a weight is a number of picks over their sum. More is finer and slower. Default 10; legal 1 to 100.</param>
public sealed record EnsembleOptions(string Members = "copula,bayesnet,cart,mixture,arf", int Picks = 10)
{
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    internal void Validate()
    {
        Require.InRange(Picks, 1, 100);
        ArgumentNullException.ThrowIfNull(Members);
    }
}
