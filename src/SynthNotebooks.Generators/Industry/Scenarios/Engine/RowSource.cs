using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Makes the rows that belong to a parent row. Immutable.</summary>
internal abstract class RowSource
{
    /// <summary>Attributes that come with each row, before those of the entity.</summary>
    public IReadOnlyList<GivenAttribute> Given { get; protected init; } = [];

    /// <param name="parent">Read only.</param>
    /// <param name="random">The stream of the parent's rows of this entity, for the number and times of rows.</param>
    /// <param name="rows">Told of each row.</param>
    /// <param name="cancellation">Asked in long runs.</param>
    public abstract void Make(Row parent, SplitRandom random, IRowReceiver rows, CancellationToken cancellation);
}

/// <summary>An attribute that a source of rows gives.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Of its values.</param>
/// <param name="Decimals">To which it is written; null for all.</param>
/// <param name="Unit">For people.</param>
/// <param name="Hidden">Whether it is no attribute, but for <see cref="EntityPlan.EndOfStay"/> alone.</param>
internal sealed record GivenAttribute(string Name, CellType Type, int? Decimals = null, string? Unit = null, bool Hidden = false);

/// <summary>Takes rows one by one.</summary>
internal interface IRowReceiver
{
    /// <param name="given">One value for each given attribute.</param>
    void Add(ReadOnlySpan<double> given);
}
