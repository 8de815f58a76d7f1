using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts;

/// <summary>A fitted model that samples exactly under a condition, without rejection.</summary>
public interface IConditional
{
    /// <summary>Whether the model can honour this condition exactly; other conditions are met by rejection.</summary>
    bool CanCondition(Condition where);

    /// <summary>One chunk of independent rows, all of which meet the condition.</summary>
    /// <exception cref="FitException">The condition has probability zero under the model.</exception>
    DataFrame SampleChunk(int rows, Condition where, SplitRandom random);
}

/// <summary>A fitted model with columns that name records: their values follow from the number of the row, so they are distinct in a whole sample.</summary>
public interface IIdentifying
{
    /// <summary>A chunk whose identifiers are those of its place in the sample; other columns unchanged.</summary>
    /// <param name="chunk">Rows made by the model, filtered or not.</param>
    /// <param name="firstRow">Number of the first of them in the whole sample, 0-based.</param>
    /// <param name="stream">The sample's own stream, the same for all its chunks.</param>
    DataFrame Identify(DataFrame chunk, long firstRow, SplitRandom stream);
}

/// <summary>A fitted model that fills missing cells from their distribution given the others.</summary>
public interface IImputer
{
    /// <summary>The same table with missing cells filled; other cells unchanged.</summary>
    DataFrame Impute(DataFrame table, SampleOptions options);
}

/// <summary>A fitted model that knows how likely a row is.</summary>
public interface IDensity
{
    /// <summary>Natural logarithm of the density (counting measure for categories, Lebesgue for numbers) of each row.</summary>
    double[] LogDensity(DataFrame table, CancellationToken cancellation);
}

/// <summary>A fitted model that consists of noisy measurements, which an audit may read.</summary>
public interface IMeasured
{
    /// <summary>Name and noisy value of every released measurement, in order.</summary>
    IReadOnlyList<(string Name, double Value)> Measurements { get; }
}
