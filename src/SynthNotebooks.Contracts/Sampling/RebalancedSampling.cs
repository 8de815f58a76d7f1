using System.Globalization;
using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts;

/// <summary>Samples rows whose classes have wanted shares; within a class rows are as the model makes them.</summary>
public static class RebalancedSampling
{
    /// <summary>Most classes that a column may have to be balanced.</summary>
    public const int MostClasses = 1000;

    /// <summary>Rows whose classes have wanted shares, as a stream in constant memory; the same seed gives the same rows.</summary>
    /// <param name="model">A fitted model.</param>
    /// <param name="rows">0 or more.</param>
    /// <param name="shares">Column and shares; in each chunk the counts are the shares' to within one row, on average exactly.</param>
    /// <param name="where">A condition that every row meets besides; null for none.</param>
    /// <param name="options">Seed, threads, progress, cancellation; null for the defaults.</param>
    /// <param name="tries">Rows tried at most for each row wanted, when the model cannot condition exactly; at least 1.</param>
    /// <remarks>
    /// A model that conditions exactly draws each class from its own conditional distribution; for any other, rows of the unconditional sample are
    /// sorted by class and those beyond a class's share are left out.
    /// </remarks>
    /// <exception cref="ArgumentException">There is no such column, a class is no value of it, or it has more than <see cref="MostClasses"/> classes.</exception>
    /// <exception cref="FitException">A class does not come out of the model, or the budget is spent; the message names the class.</exception>
    public static IEnumerable<DataFrame> StreamRebalanced(
        this IFittedGenerator model, long rows, ClassShares shares, Condition? where = null, SampleOptions? options = null, int tries = ConditionalSampling.DefaultTries)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(shares);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(tries, 1);
        options ??= new SampleOptions();
        var classes = ClassQuotas.Of(model, shares, where, options);
        if (rows == 0) return [];
        var exact = classes.Conditions.Select(condition => ConditionalSampling.ExactlyUnder(model, condition)).ToArray();
        return exact.All(conditioned => conditioned is not null)
            ? ChunkedSampling.Stream(rows, options, (number, count) => Exact(exact!, classes, number, count, options))
            : Sorted(model, rows, classes, options, tries);
    }

    /// <summary>The rows of <see cref="StreamRebalanced"/> in memory.</summary>
    /// <inheritdoc cref="StreamRebalanced"/>
    public static DataFrame SampleRebalanced(
        this IFittedGenerator model, int rows, ClassShares shares, Condition? where = null, SampleOptions? options = null, int tries = ConditionalSampling.DefaultTries)
    {
        var chunks = model.StreamRebalanced(rows, shares, where, options, tries).ToArray();
        return chunks.Length == 0 ? model.Sample(0, options) : DataFrame.Concatenate(chunks);
    }

    private static DataFrame Exact(IFittedGenerator[] exact, ClassQuotas classes, long number, int count, SampleOptions options)
    {
        var random = ChunkedSampling.ChunkRandom(options, number);
        var wanted = classes.InChunk(number, count);
        var parts = new List<DataFrame>();
        for (var i = 0; i < exact.Length; i++)
            if (wanted[i] > 0) parts.Add(exact[i].SampleChunk(wanted[i], random.Split("class").Split((ulong)i)));
        return ChunkedSampling.Finish(exact[0], Shuffled(DataFrame.Concatenate(parts), random), number, options);
    }

    private static DataFrame Shuffled(DataFrame chunk, SplitRandom random)
    {
        var order = Enumerable.Range(0, (int)chunk.Rows.Count).ToArray();
        random.Split("order").Shuffle<int>(order);
        return chunk.Take(order);
    }

    // Each class waits in a queue of its own until the next chunk of the result can be filled.
    private static IEnumerable<DataFrame> Sorted(IFittedGenerator model, long rows, ClassQuotas classes, SampleOptions options, int tries)
    {
        var waiting = classes.Conditions.Select(_ => new RowQueue()).ToArray();
        var found = new long[waiting.Length];
        var budget = Math.Max(rows > long.MaxValue / tries ? long.MaxValue : rows * tries, ChunkedSampling.ChunkRows);
        long number = 0, tried = 0;
        foreach (var chunk in model.Stream(budget, options with { Progress = null }))
        {
            options.Cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < waiting.Length; i++)
            {
                var meeting = ConditionEvaluator.Rows(classes.Conditions[i], chunk);
                found[i] += meeting.Length;
                // Rows of common classes that would wait long for a rare one are let go, so that memory stays bounded.
                if (Math.Min(classes.MostWaiting(i) - waiting[i].Count, meeting.Length) is > 0 and var taken) waiting[i].Add(chunk.Take(meeting.AsSpan(0, taken)));
            }
            tried += chunk.Rows.Count;
            while (true)
            {
                var count = (int)Math.Min(ChunkedSampling.ChunkRows, rows - number * ChunkedSampling.ChunkRows);
                var wanted = classes.InChunk(number, count);
                if (!waiting.Zip(wanted).All(pair => pair.First.Count >= pair.Second)) break;
                yield return Shuffled(DataFrame.Concatenate([.. waiting.Zip(wanted).Where(pair => pair.Second > 0).Select(pair => pair.First.Take(pair.Second))]), ChunkedSampling.ChunkRandom(options, number));
                number++;
                options.Progress?.Report(new FitProgress(Math.Min(1, (double)(number * ChunkedSampling.ChunkRows) / rows), "sampling"));
                if (number * ChunkedSampling.ChunkRows >= rows) yield break;
            }
        }
        var rarest = Enumerable.Range(0, found.Length).MinBy(i => found[i] / classes.Shares[i]);
        throw new FitException(string.Create(CultureInfo.InvariantCulture,
            $"{classes.Conditions[rarest]} held in {found[rarest]} of {tried} sampled rows, so {rows} rows with a share of {classes.Shares[rarest]:0.####} could not be found within the budget. Ask for fewer rows, a smaller share, or more tries."));
    }
}
