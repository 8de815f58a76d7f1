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

/// <summary>A fitted model that draws cells of given rows from their distribution given the rows' other cells.</summary>
/// <remarks>
/// <para>The table may have its columns in any order, and columns that the model does not know, which stay as they are. A known cell beyond the range the
/// model learnt counts as the nearest value; a category that it never learnt tells nothing about the others.</para>
/// <para>Rows are drawn in blocks with random streams of their own: the result depends on the seed, not on the number of threads. Only the drawn
/// cells are synthetic, so the result is no more private than the cells that stay.</para>
/// </remarks>
public interface IImputer
{
    /// <summary>Fills missing cells: the same table, in which they are present; other cells unchanged.</summary>
    /// <param name="table">Has all columns of the model.</param>
    /// <param name="options">Seed, threads, cancellation.</param>
    /// <exception cref="ArgumentException">A column of the model is not there, or a cell of it does not fit the model's kind.</exception>
    DataFrame Impute(DataFrame table, SampleOptions options);

    /// <summary>Replaces whole columns, row by row, given the other columns; drawn cells may be missing, at the rate that the others make likely.</summary>
    /// <param name="table">Has all columns of the model; what stands in the columns to replace is not read.</param>
    /// <param name="columns">Names of the columns to replace: at least one, each once, all known to the model.</param>
    /// <param name="options">Seed, threads, cancellation.</param>
    /// <exception cref="ArgumentException">A column is not there, is named twice, or none is named.</exception>
    DataFrame Redraw(DataFrame table, IReadOnlyList<string> columns, SampleOptions options);
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
