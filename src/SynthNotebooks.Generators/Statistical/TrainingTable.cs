using System.Runtime.ExceptionServices;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>What statistical generators do first: check the table, learn each column on its own.</summary>
internal static class TrainingTable
{
    /// <summary>Learns every column's marginal.</summary>
    /// <exception cref="FitException">The table has no columns, fewer than 2 rows, or other columns than the schema.</exception>
    public static Marginal[] Marginals(DataFrame training, FitContext context)
    {
        Check(training, context.Schema);
        var options = new MarginalOptions(Math.Max(1, context.MinimumCount), Math.Max(0, context.ExtremeRecords));
        var root = new SplitRandom(context.Seed).Split("marginals");
        var marginals = new Marginal[training.Columns.Count];
        InParallel(marginals.Length, context, i =>
            marginals[i] = Marginal.Of(training.Columns[i], context.Schema.Columns[i], options, root.Split(training.Columns[i].Name), context.Cancellation));
        return marginals;
    }

    /// <summary>The schema that samples follow: what a model must not tell (rare categories, extremes) is left out.</summary>
    public static TableSchema ModelSchema(DataFrame training, TableSchema schema, IReadOnlyList<Marginal> marginals) => new([.. schema.Columns.Select((column, i) =>
    {
        var plain = column with { Categories = null, Minimum = null, Maximum = null, NullRate = marginals[i].MissingRate, Format = training.Columns[i].Format };
        return marginals[i] switch
        {
            CategoryMarginal { Count: > 0 } category => WithPalette(plain, category),
            NumericMarginal numeric => plain with
            {
                Minimum = Bound(column, numeric, numeric.Segments[0].Start),
                Maximum = Bound(column, numeric, numeric.Segments[^1].End),
                Categories = column.Categories is null ? null : Covered(column.Categories, training.Columns[i], numeric),
            },
            _ => plain,
        };
    })]);

    /// <summary>Runs independent pieces of work on the context's threads; an error comes out as it was thrown.</summary>
    public static void InParallel(int count, FitContext context, Action<int> body)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        try
        {
            Parallel.For(0, count, new() { MaxDegreeOfParallelism = Math.Max(1, context.Threads), CancellationToken = context.Cancellation }, body);
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions.FirstOrDefault(failure => failure is OperationCanceledException) ?? failures.InnerExceptions[0]);
        }
    }

    private static void Check(DataFrame training, TableSchema schema)
    {
        ArgumentNullException.ThrowIfNull(training);
        if (training.Columns.Count == 0) throw new FitException("The table has no columns; at least one is needed.");
        if (training.Rows.Count < 2) throw new FitException($"The table has {training.Rows.Count} {(training.Rows.Count == 1 ? "row" : "rows")}; at least 2 are needed to learn from.");
        if (schema.Columns.Count != training.Columns.Count)
            throw new FitException($"The schema has {schema.Columns.Count} columns, the table {training.Columns.Count}; infer it from this table.");
        for (var i = 0; i < schema.Columns.Count; i++)
        {
            if (schema.Columns[i].Name != training.Columns[i].Name || schema.Columns[i].Kind != training.Columns[i].Kind)
                throw new FitException($"Column {i} is '{training.Columns[i].Name}' ({training.Columns[i].Kind}) in the table and '{schema.Columns[i].Name}' ({schema.Columns[i].Kind}) in the schema.");
        }
    }

    private static ColumnSchema WithPalette(ColumnSchema column, CategoryMarginal category)
    {
        var masses = category.Masses.ToArray();
        string[] frequent = [.. Enumerable.Range(0, category.Count).OrderByDescending(i => masses[i]).Select(i => category.Palette.GetText(i)!)];
        if (column.Kind == ColumnKind.Text) return column with { Categories = frequent };
        var numbers = category.Palette.Slice(0, category.Count).ToNumbers();
        return column with { Categories = frequent, Minimum = Finite(numbers.Min()), Maximum = Finite(numbers.Max()) };
    }

    // The listed values that are spikes of the marginal: those that enough records share.
    private static string[] Covered(IReadOnlyList<string> categories, Column column, NumericMarginal numeric)
    {
        var spikes = new NumericMarginal(numeric.Template, [.. numeric.Segments.Where(segment => segment.Start == segment.End).DefaultIfEmpty(numeric.Segments[0])], numeric.Grid, 0);
        var texts = new HashSet<string?>(StringComparer.Ordinal);
        var middle = 0.0;
        var total = spikes.Segments.Sum(segment => segment.Mass);
        foreach (var segment in spikes.Segments)
        {
            texts.Add(spikes.Decode([(middle + segment.Mass / 2) / total], [], new SplitRandom(0)).WithFormat(column.Format).GetText(0));
            middle += segment.Mass;
        }
        return [.. categories.Where(texts.Contains)];
    }

    private static double? Bound(ColumnSchema column, NumericMarginal marginal, double position) => Finite(marginal.Grid is not { } grid || !double.IsFinite(position)
        ? position
        : column.Kind switch
        {
            ColumnKind.Real => grid.Unit(position) / NumberGrid.PowerOfTen(grid.Decimals),
            ColumnKind.Timestamp => grid.Unit(position) / (double)TimeSpan.TicksPerSecond,
            _ => grid.Unit(position),
        });

    private static double? Finite(double number) => double.IsFinite(number) ? number : null;
}
