using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>The sum of a formula over the rows of one parent so far, this one included.</summary>
internal sealed class RunningSumStep(int slot, NumberFormula value, string attribute) : RowStep
{
    private readonly ulong _label = SplitRandom.Label("running sum of " + attribute);

    public override string Name => "running sum of " + attribute;

    public override bool ReadsNeighbours => true;

    /// <inheritdoc/>
    public override void Run(Row row, SplitRandom random, ulong attempt)
    {
        random.Become(row.Random, Labelled(_label, attempt));
        var before = row.Previous is null ? 0 : row.Previous.Numbers[slot];
        var now = value(row, random);
        row.Numbers[slot] = double.IsNaN(now) ? before : before + now;
    }
}
