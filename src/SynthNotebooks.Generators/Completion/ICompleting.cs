using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Completion;

/// <summary>A fitted model that draws the gaps of rows; <see cref="RowCompletion"/> makes an <see cref="IImputer"/> of it.</summary>
internal interface ICompleting : IFittedGenerator
{
    /// <summary>One a column, in the schema's order.</summary>
    IReadOnlyList<Marginal> Marginals { get; }

    /// <summary>Draws the gaps from their distribution given the other cells of their rows.</summary>
    /// <param name="gaps">A block of rows, at least one of which has a gap.</param>
    /// <param name="random">The block's own stream.</param>
    /// <param name="cancellation">Looked at every few rows.</param>
    CellDraws Draw(Gaps gaps, SplitRandom random, CancellationToken cancellation);
}
