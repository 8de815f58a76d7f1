using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Something that is computed in a row.</summary>
internal abstract class RowStep
{
    /// <summary>What errors and explanations call it.</summary>
    public abstract string Name { get; }

    /// <summary>Whether it reads the rows before, which must be in order then.</summary>
    public virtual bool ReadsNeighbours => false;

    /// <param name="row">Read and written.</param>
    /// <param name="random">Becomes the step's stream in this row.</param>
    /// <param name="attempt">0, or how often the row was drawn again to meet its constraints.</param>
    public abstract void Run(Row row, SplitRandom random, ulong attempt);

    /// <summary>The label of a repeated draw: attempt 0 has the plain label.</summary>
    protected static ulong Labelled(ulong label, ulong attempt) => label + attempt * 0x9E3779B97F4A7C15;
}
