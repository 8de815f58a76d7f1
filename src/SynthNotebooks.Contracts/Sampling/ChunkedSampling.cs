using System.Runtime.ExceptionServices;
using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts;

/// <summary>Splits a sample into fixed chunks with their own random streams, so that rows can be made in parallel or as a stream.</summary>
public static class ChunkedSampling
{
    /// <summary>Rows a chunk; part of the definition of a sample, so it never changes.</summary>
    public const int ChunkRows = 8192;

    /// <summary>All rows in memory, chunks made on several threads.</summary>
    public static DataFrame Sample(IFittedGenerator model, int rows, SampleOptions options)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        if (rows == 0) return Chunk(model, 0, 1, options).Slice(0, 0);
        var parts = new DataFrame[(rows + ChunkRows - 1) / ChunkRows];
        var made = 0;
        Each(parts.Length, options, i =>
        {
            parts[i] = Chunk(model, i, Math.Min(ChunkRows, rows - i * ChunkRows), options);
            options.Progress?.Report(new FitProgress((double)Interlocked.Increment(ref made) / parts.Length, "sampling"));
        });
        return DataFrame.Concatenate(parts);
    }

    /// <summary>Chunks in order, at most a few of them in memory at a time.</summary>
    public static IEnumerable<DataFrame> Stream(IFittedGenerator model, long rows, SampleOptions options)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Stream(rows, options, (number, count) => Chunk(model, number, count, options));
    }

    /// <summary>Chunks in order, each made by a function of its number and its rows that may be called on several threads.</summary>
    internal static IEnumerable<DataFrame> Stream(long rows, SampleOptions options, Func<long, int, DataFrame> chunk)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        return Chunks();

        IEnumerable<DataFrame> Chunks()
        {
            var threads = Math.Max(1, options.Threads);
            var window = new DataFrame[threads * 2];
            for (long first = 0; first * ChunkRows < rows; first += window.Length)
            {
                var start = first;
                var count = (int)Math.Min(window.Length, (rows - start * ChunkRows + ChunkRows - 1) / ChunkRows);
                Each(count, options, i =>
                    window[i] = chunk(start + i, (int)Math.Min(ChunkRows, rows - (start + i) * ChunkRows)));
                for (var i = 0; i < count; i++)
                {
                    yield return window[i];
                    options.Progress?.Report(new FitProgress(Math.Min(1, (double)((start + i + 1) * ChunkRows) / rows), "sampling"));
                }
            }
        }
    }

    // What one chunk cannot do is what the sample cannot do: its failure comes out as it is.
    private static void Each(int count, SampleOptions options, Action<int> make)
    {
        try
        {
            Parallel.For(0, count, new() { MaxDegreeOfParallelism = Math.Max(1, options.Threads), CancellationToken = options.Cancellation }, make);
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }

    private static DataFrame Chunk(IFittedGenerator model, long number, int rows, SampleOptions options)
    {
        var chunk = model.SampleChunk(rows, ChunkRandom(options, number));
        return Finish(model, chunk, number, options);
    }

    /// <summary>The stream of random numbers of one chunk.</summary>
    internal static SplitRandom ChunkRandom(SampleOptions options, long number) => new SplitRandom(options.Seed).Split("sample").Split((ulong)number);

    /// <summary>Gives a chunk its identifiers and its origin.</summary>
    internal static DataFrame Finish(IFittedGenerator model, DataFrame chunk, long number, SampleOptions options)
    {
        if (model is IIdentifying identifying) chunk = identifying.Identify(chunk, number * ChunkRows, new SplitRandom(options.Seed).Split("identifiers"));
        return chunk.WithOrigin(DataOrigin.Synthetic);
    }
}
