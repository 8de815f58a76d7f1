using System.Globalization;
using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts;

/// <summary>Samples rows that meet a condition: exactly where the model can, by rejection within a budget otherwise.</summary>
public static class ConditionalSampling
{
    /// <summary>Default of the rows tried at most for each row wanted.</summary>
    public const int DefaultTries = 1000;

    /// <summary>Rows that meet a condition; the same seed gives the same rows.</summary>
    /// <param name="model">A fitted model.</param>
    /// <param name="rows">0 or more.</param>
    /// <param name="where">On the model's columns.</param>
    /// <param name="options">Seed, threads, progress, cancellation; null for the defaults.</param>
    /// <param name="tries">Rows tried at most for each row wanted, when the model cannot condition exactly; at least 1.</param>
    /// <remarks>
    /// Rejection keeps, in their order, those rows of the unconditional sample of the same seed that meet the condition. Cost: one sampled row
    /// divided by the condition's probability for each row wanted.
    /// </remarks>
    /// <exception cref="FitException">The condition has probability zero under the model, or the budget is spent; the message tells the share that met it.</exception>
    /// <exception cref="OperationCanceledException">The sampling was stopped.</exception>
    public static ConditionalSample SampleWhere(this IFittedGenerator model, int rows, Condition where, SampleOptions? options = null, int tries = DefaultTries)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(where);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(tries, 1);
        options ??= new SampleOptions();
        if (rows == 0) return new(model.Sample(0, options), null);
        if (ExactlyUnder(model, where) is { } exact) return new(ChunkedSampling.Sample(exact, rows, options), null);
        long? tried = null;
        var kept = Reject(model, rows, where, options, tries, count => tried = count).ToArray();
        return new(DataFrame.Concatenate(kept), tried);
    }

    /// <summary>The rows of <see cref="SampleWhere"/> as a stream in constant memory.</summary>
    /// <inheritdoc cref="SampleWhere"/>
    public static IEnumerable<DataFrame> StreamWhere(this IFittedGenerator model, long rows, Condition where, SampleOptions? options = null, int tries = DefaultTries)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(where);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(tries, 1);
        options ??= new SampleOptions();
        if (rows == 0) return [];
        return ExactlyUnder(model, where) is { } exact ? ChunkedSampling.Stream(exact, rows, options) : Reject(model, rows, where, options, tries, _ => { });
    }

    /// <summary>The model under a condition that it can honour exactly; null when it cannot.</summary>
    internal static IFittedGenerator? ExactlyUnder(IFittedGenerator model, Condition where) =>
        model is IConditional conditional && conditional.CanCondition(where) ? new Conditioned(model, conditional, where) : null;

    private static IEnumerable<DataFrame> Reject(IFittedGenerator model, long rows, Condition where, SampleOptions options, int tries, Action<long> done)
    {
        long found = 0, tried = 0;
        // Single-row requests would else give up before the first chunk has been looked at.
        var budget = Math.Max(rows > long.MaxValue / tries ? long.MaxValue : rows * tries, ChunkedSampling.ChunkRows);
        foreach (var chunk in model.Stream(budget, options with { Progress = null }))
        {
            options.Cancellation.ThrowIfCancellationRequested();
            var meeting = ConditionEvaluator.Rows(where, chunk);
            var taken = (int)Math.Min(meeting.Length, rows - found);
            tried += taken == rows - found ? meeting[taken - 1] + 1 : chunk.Rows.Count;
            found += taken;
            if (taken > 0) yield return chunk.Take(meeting.AsSpan(0, taken));
            options.Progress?.Report(new FitProgress((double)found / rows, "rows that meet the condition"));
            if (found < rows) continue;
            done(tried);
            yield break;
        }
        var share = string.Create(CultureInfo.InvariantCulture, $"{found} of {tried} sampled rows ({100.0 * found / tried:0.####} %)");
        throw new FitException($"{where} held in {share}, so {rows} rows could not be found within the budget. Ask for fewer rows, a wider condition, or more tries.");
    }

    // Chunks and their random streams are those of an unconditional sample.
    private sealed class Conditioned(IFittedGenerator model, IConditional conditional, Condition where) : IFittedGenerator, IIdentifying
    {
        public TableSchema Schema => model.Schema;

        public DataFrame SampleChunk(int rows, SplitRandom random) => conditional.SampleChunk(rows, where, random);

        public DataFrame Identify(DataFrame chunk, long firstRow, SplitRandom stream) =>
            model is IIdentifying identifying ? identifying.Identify(chunk, firstRow, stream) : chunk;
    }
}
