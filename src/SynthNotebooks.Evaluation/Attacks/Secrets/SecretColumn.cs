using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Attacks.Secrets;

/// <summary>The secret of a table, as labels to learn and as texts to guess.</summary>
internal sealed class SecretColumn
{
    /// <summary>Values that are guessed as classes; rarer ones are never guessed.</summary>
    public const int MostClasses = 50;

    private readonly Column _column;
    private readonly int[] _classRows; // a row that has each class

    private SecretColumn(Column column, int[] classes, int[] classRows) => (_column, Classes, _classRows) = (column, classes, classRows);

    /// <summary>Class of each row, the most frequent value 0, −1 where the value is missing or too rare.</summary>
    public int[] Classes { get; }

    /// <summary>Number of classes, at least 2.</summary>
    public int Count => _classRows.Length;

    /// <summary>The text of a class.</summary>
    public string? Text(int value) => _column.GetText(_classRows[value]);

    /// <summary>The text of a row.</summary>
    public string? TextOf(int row) => _column.GetText(row);

    /// <summary>Classes of a column; null when it has fewer than two values.</summary>
    public static SecretColumn? Of(Column column)
    {
        var counts = new Dictionary<string, (int Count, int Row)>(StringComparer.Ordinal);
        for (var row = 0; row < column.Length; row++)
            if (column.GetText(row) is { } text) counts[text] = counts.TryGetValue(text, out var known) ? (known.Count + 1, known.Row) : (1, row);
        if (counts.Count < 2) return null;
        var ordered = counts.OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Value.Row).Take(MostClasses).ToArray();
        var classOf = ordered.Select((pair, i) => (pair.Key, i)).ToDictionary(pair => pair.Key, pair => pair.i, StringComparer.Ordinal);
        var classes = new int[column.Length];
        for (var row = 0; row < classes.Length; row++) classes[row] = column.GetText(row) is { } text && classOf.TryGetValue(text, out var value) ? value : -1;
        return new(column, classes, [.. ordered.Select(pair => pair.Value.Row)]);
    }

    /// <summary>Guesses by a classifier that learns the secret of a table from its other columns.</summary>
    /// <param name="features">Of the table that the secret belongs to.</param>
    /// <param name="candidates">Rows to guess for.</param>
    /// <param name="mostRows">Most rows learnt.</param>
    /// <param name="input">Seed and threads.</param>
    /// <param name="cancellation">Stops training.</param>
    public string?[] Learn(FeatureTable features, FeatureTable candidates, int mostRows, AttackInput input, CancellationToken cancellation)
    {
        int[] known = [.. Enumerable.Range(0, Classes.Length).Where(row => Classes[row] >= 0)];
        int[] rows = Array.ConvertAll(RowDraw.Of(known.Length, mostRows, new SplitRandom(input.Seed).Split("secret")), i => known[i]);
        var context = new TrainingContext { Seed = input.Seed, Threads = input.Threads, Cancellation = cancellation };
        var learner = new HistogramBoosting(new(Rounds: Count > 10 ? 20 : 50, Leaves: 63, MinimumLeaf: 5, Ridge: 1));
        var predicted = learner.Train(features.Take(rows), Labels.OfClasses(Array.ConvertAll(rows, row => Classes[row]), Count), context).Predict(candidates, context);
        var guesses = new string?[candidates.Rows];
        for (var i = 0; i < guesses.Length; i++)
        {
            var best = 0;
            for (var value = 1; value < Count; value++)
                if (predicted[i * Count + value] > predicted[i * Count + best]) best = value;
            guesses[i] = Text(best);
        }
        return guesses;
    }
}
