using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Changes the record of a row; the truth stays as it was, and formulas read the truth.</summary>
internal interface IRecording
{
    /// <param name="record">A copy of the row, changed by the recordings before.</param>
    /// <param name="truth">The row itself.</param>
    /// <param name="random">For its use: it becomes a stream of its own first.</param>
    /// <returns>How often the row is recorded more than once.</returns>
    int Apply(Row record, Row truth, SplitRandom random);
}
