using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Games;

/// <summary>Fake or real: a shuffled mix of real and synthetic rows, the answers, and what a detector guesses.</summary>
/// <param name="Rows">The rows to guess about, identifiers and free text left out. Real records are among them.</param>
/// <param name="IsReal">The answers, one a row.</param>
/// <param name="Detector">How sure the detector is that a row is real, 0 to 1, one a row.</param>
/// <param name="Learnt">Rows of either table that the detector learnt from; none of them is shown.</param>
public sealed record GuessingGame(DataFrame Rows, IReadOnlyList<bool> IsReal, IReadOnlyList<double> Detector, int Learnt)
{
    private const int MostLearnt = 5000, LeastLearnt = 10;

    /// <summary>Rows that the detector is right about.</summary>
    public int DetectorRight => IsReal.Where((real, i) => real == Detector[i] >= 0.5).Count();

    /// <summary>Draws a game; the same tables and seed give the same game.</summary>
    /// <param name="synthetic">The synthetic table.</param>
    /// <param name="train">The real table.</param>
    /// <param name="rows">Rows shown, half of them real (one more synthetic when odd); 2 to 100.</param>
    /// <param name="seed">Of the draw and of the detector.</param>
    /// <param name="threads">Most threads used, default all; the game does not depend on it.</param>
    /// <param name="cancellation">Stops the detector's training.</param>
    /// <exception cref="EvaluationException">The number of rows is not legal, or a table is too small.</exception>
    public static GuessingGame Of(DataFrame synthetic, DataFrame train, int rows = 10, ulong seed = 0, int? threads = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(synthetic);
        ArgumentNullException.ThrowIfNull(train);
        if (rows is < 2 or > 100) throw new EvaluationException($"Rows is {rows}; 2 to 100 are accepted.");
        var tables = Attacks.Trials.AlignedTables.Of(train, synthetic, null);
        int real = rows / 2, fake = rows - real;
        Require(tables.Train, real, "real");
        Require(tables.Synthetic, fake, "synthetic");
        var random = new SplitRandom(seed).Split("fake or real");
        var (first, second) = (Shuffled(tables.Train, random.Split("real")), Shuffled(tables.Synthetic, random.Split("synthetic")));
        string[] hidden = [.. tables.Train.InferSchema().Columns.Where(column => column.Role is ColumnRole.Identifier or ColumnRole.FreeText).Select(column => column.Name)];
        if (hidden.Length == tables.Train.Columns.Count) throw new EvaluationException("There is nothing to show: all columns are identifiers or free text.");
        var order = new int[rows];
        for (var i = 0; i < rows; i++) order[i] = i;
        random.Split("order").Shuffle(order.AsSpan());
        var shown = DataFrame.Concatenate([tables.Train.Take(first.AsSpan(0, real)), tables.Synthetic.Take(second.AsSpan(0, fake))]).Drop(hidden).Take(order);
        var learnt = Math.Min(MostLearnt, Math.Min(first.Length - real, second.Length - fake));
        var lesson = DataFrame.Concatenate([tables.Train.Take(first.AsSpan(real, learnt)), tables.Synthetic.Take(second.AsSpan(fake, learnt))]).Drop(hidden);
        var encoder = FeatureEncoder.Of(lesson);
        var context = new TrainingContext { Seed = seed, Threads = threads ?? Environment.ProcessorCount, Cancellation = cancellation };
        var labels = Labels.OfClasses([.. Enumerable.Range(0, 2 * learnt).Select(i => i < learnt ? 1 : 0)], 2);
        var sure = new HistogramBoosting().Train(encoder.Encode(lesson), labels, context).Predict(encoder.Encode(shown), context);
        return new(shown, [.. order.Select(i => i < real)], [.. Enumerable.Range(0, rows).Select(i => sure[2 * i + 1])], learnt);
    }

    private static void Require(DataFrame table, int shown, string name)
    {
        if (table.Rows.Count < shown + LeastLearnt) throw new EvaluationException($"The {name} table has {table.Rows.Count} rows; to show {shown} and to learn from others, {shown + LeastLearnt} are needed.");
    }

    private static int[] Shuffled(DataFrame table, SplitRandom random)
    {
        var rows = new int[table.Rows.Count];
        for (var i = 0; i < rows.Length; i++) rows[i] = i;
        random.Shuffle(rows.AsSpan());
        return rows;
    }
}
