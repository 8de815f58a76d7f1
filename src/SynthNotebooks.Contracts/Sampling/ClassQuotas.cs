using System.Globalization;
using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts;

/// <summary>The classes of a rebalanced sample: the condition of each and its number of rows in each chunk.</summary>
internal sealed class ClassQuotas
{
    // Enough rows to meet a class of one in a thousand with a probability of 1 - 1e-14.
    private const int PilotRows = 4 * ChunkedSampling.ChunkRows;

    private ClassQuotas(Condition[] conditions, double[] shares)
    {
        Conditions = conditions;
        Shares = shares;
    }

    /// <summary>What the rows of each class meet.</summary>
    public IReadOnlyList<Condition> Conditions { get; }

    /// <summary>Share of each class, above 0, together 1.</summary>
    public IReadOnlyList<double> Shares { get; }

    public static ClassQuotas Of(IFittedGenerator model, ClassShares wanted, Condition? where, SampleOptions options)
    {
        var column = model.Schema[wanted.Column];
        if (wanted.Shares is { } given) return new([.. given.Select(share => Meeting(model.Schema, column, share.Value, where))], [.. given.Select(share => share.Share)]);
        var pilot = new Lazy<DataFrame>(() => model.Sample(PilotRows, new SampleOptions { Seed = options.Seed, Threads = options.Threads, Cancellation = options.Cancellation }));
        var values = column.Categories ?? Distinct(pilot.Value[column.Name]);
        if (values.Count > RebalancedSampling.MostClasses)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The column '{column.Name}' has {values.Count} classes; at most {RebalancedSampling.MostClasses} can be balanced. Give shares for those that are wanted."));
        Condition[] classes = [.. values.Select(value => Meeting(model.Schema, column, value, where)).Where(condition => Exists(model, condition, pilot))];
        if (classes.Length == 0) throw new FitException($"No class of '{column.Name}' comes out of the model{(where is null ? "" : $" where {where}")}, so there is nothing to balance.");
        return new(classes, [.. classes.Select(_ => 1.0 / classes.Length)]);
    }

    /// <summary>Rows of each class in a chunk: its share to within a row, and exact on average over chunks.</summary>
    public int[] InChunk(long number, int rows)
    {
        // Systematic rounding; a golden-ratio sequence of offsets keeps the errors of successive chunks from adding up.
        var offset = (0.5 + number * 0.6180339887498949) % 1;
        var counts = new int[Shares.Count];
        double cumulated = 0;
        var before = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            cumulated += Shares[i];
            var upTo = i == counts.Length - 1 ? rows : Math.Min(rows, (int)Math.Floor(cumulated * rows + offset));
            counts[i] = upTo - before;
            before = upTo;
        }
        return counts;
    }

    /// <summary>Rows of a class that may wait, so that memory stays bounded: those of four chunks.</summary>
    public int MostWaiting(int of) => 4 * ((int)Math.Ceiling(Shares[of] * ChunkedSampling.ChunkRows) + 1);

    private static Condition Meeting(TableSchema schema, ColumnSchema column, string value, Condition? where)
    {
        try
        {
            // Printed as a text and read as the column's kind.
            var own = ConditionParser.Parse(new Condition.Comparison(column.Name, ComparisonOperator.Equal, value).ToString(), schema);
            return where is null ? own : new Condition.All([own, where]);
        }
        catch (ConditionParseException error)
        {
            throw new ArgumentException($"The class '{value}' is no value of the column '{column.Name}': {error.Message}", error);
        }
    }

    private static IReadOnlyList<string> Distinct(Column column)
    {
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < column.Length && seen.Count <= RebalancedSampling.MostClasses; row++)
            if (column.GetText(row) is { } text) seen.Add(text);
        return [.. seen];
    }

    // Classes that were pooled, or that the condition excludes, have no rows to give.
    private static bool Exists(IFittedGenerator model, Condition condition, Lazy<DataFrame> pilot)
    {
        if (ConditionalSampling.ExactlyUnder(model, condition) is not { } exact) return ConditionEvaluator.Rows(condition, pilot.Value).Length > 0;
        try
        {
            return exact.SampleChunk(1, new SplitRandom(0)).Rows.Count == 1;
        }
        catch (FitException)
        {
            return false;
        }
    }
}
