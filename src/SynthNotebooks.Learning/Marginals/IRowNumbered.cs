using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>A marginal whose values follow from the number of the row, so that they are distinct in the whole sample.</summary>
public interface IRowNumbered
{
    /// <summary>The values of a run of rows.</summary>
    /// <param name="firstRow">Number of the first row in the whole sample, 0-based.</param>
    /// <param name="missing">One flag a row.</param>
    /// <param name="stream">The sample's own stream; equal streams give equal values.</param>
    Column Number(long firstRow, ReadOnlySpan<bool> missing, SplitRandom stream);
}
