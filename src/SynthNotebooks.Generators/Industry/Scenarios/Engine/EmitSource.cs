using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>The rows that a visit of a state emits, each with its <c>time</c>: a source for each state.</summary>
internal sealed class EmitSource : RowSource
{
    private readonly int _state;
    private readonly RowSource?[] _sources;

    /// <param name="state">Place of the state in the parent's row.</param>
    /// <param name="sources">By state; null for those that emit nothing.</param>
    public EmitSource(int state, RowSource?[] sources)
    {
        (_state, _sources) = (state, sources);
        Given = [new GivenAttribute("time", CellType.Time)];
    }

    public override void Make(Row parent, SplitRandom random, IRowReceiver rows, CancellationToken cancellation) =>
        _sources[(int)parent.Numbers[_state]]?.Make(parent, random, rows, cancellation);
}
