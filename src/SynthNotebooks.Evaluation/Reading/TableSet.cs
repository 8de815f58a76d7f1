using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Reading;

/// <summary>The real table and tables to compare with it, read in one way.</summary>
internal sealed class TableSet
{
    private readonly ColumnView[][] _views; // by column, then by table; table 0 is the real one

    private TableSet(ColumnView[][] views, IReadOnlyList<ColumnReading> readings, IReadOnlyList<string>[] labels, IReadOnlyList<ColumnReading> leftOut, DataFrame[] frames, EvaluationOptions options) =>
        (_views, Readings, Labels, LeftOut, Frames, Options) = (views, readings, labels, leftOut, frames, options);

    /// <summary>How the tables were read, and the seed and threads of what is computed from them.</summary>
    public EvaluationOptions Options { get; }

    /// <summary>The tables as they were given, the real one first; empty for resamples.</summary>
    public IReadOnlyList<DataFrame> Frames { get; }

    /// <summary>What was computed of the real table, for all comparisons with it.</summary>
    public SharedWork Shared { get; private init; } = new();

    /// <summary>What was computed of all tables together.</summary>
    public SharedWork All { get; } = new();

    /// <summary>The columns that take part, in the real table's order.</summary>
    public IReadOnlyList<ColumnReading> Readings { get; }

    /// <summary>By column: the categories of code 1, 2, ...; empty for numbers.</summary>
    public IReadOnlyList<string>[] Labels { get; }

    /// <summary>The columns that take no part, with the reason.</summary>
    public IReadOnlyList<ColumnReading> LeftOut { get; }

    public int Columns => _views.Length;

    /// <summary>Number of tables that are compared with the real one.</summary>
    public int Others => _views.Length == 0 ? 0 : _views[0].Length - 1;

    public ColumnView Real(int column) => _views[column][0];

    /// <param name="column">Position among the columns that take part.</param>
    /// <param name="table">0 is the first table after the real one.</param>
    public ColumnView Other(int column, int table) => _views[column][table + 1];

    /// <summary>Number of codes of a column.</summary>
    public int Cells(int column) => Real(column).IsNumeric ? BinEdges.Cells : Labels[column].Count + 1;

    public static TableSet Read(DataFrame real, IReadOnlyList<DataFrame> others, EvaluationOptions options)
    {
        var all = new ColumnReading[real.Columns.Count];
        var parallel = Parallelism(options);
        Parallel.For(0, all.Length, parallel, i => all[i] = ColumnReading.Of(real.Columns[i], options));
        ColumnReading[] readings = [.. all.Where(reading => reading.LeftOut is null)];
        var views = new ColumnView[readings.Length][];
        var labels = new IReadOnlyList<string>[readings.Length];
        Parallel.For(0, readings.Length, parallel, i => (views[i], labels[i]) = ReadColumn(readings[i], real, others));
        return new(views, readings, labels, [.. all.Where(reading => reading.LeftOut is not null)], [real, .. others], options);
    }

    /// <summary>The real table against tables of chosen rows of one of the others.</summary>
    /// <param name="table">0 is the first table after the real one.</param>
    /// <param name="rows">One array of row numbers a new table.</param>
    public TableSet Resampled(int table, IReadOnlyList<int[]> rows)
    {
        var views = new ColumnView[Columns][];
        Parallel.For(0, Columns, Parallelism(Options), i => views[i] = [Real(i), .. rows.Select(chosen => Other(i, table).Take(chosen, Real(i), Cells(i)))]);
        return new(views, Readings, Labels, LeftOut, [], Options) { Shared = Shared };
    }

    public static ParallelOptions Parallelism(EvaluationOptions options) =>
        new() { MaxDegreeOfParallelism = options.Threads, CancellationToken = options.Cancellation };

    private static (ColumnView[] Views, IReadOnlyList<string> Labels) ReadColumn(ColumnReading reading, DataFrame real, IReadOnlyList<DataFrame> others)
    {
        var views = new ColumnView[others.Count + 1];
        if (reading.Measure == ColumnMeasure.Category)
        {
            var book = new LabelBook(reading.NumericText);
            for (var i = 0; i < views.Length; i++) views[i] = ColumnView.OfCategories(reading, book.Read(Source(i)));
            foreach (var view in views) view.CountCategories(book.Cells);
            return (views, book.Labels);
        }
        BinEdges? edges = null;
        for (var i = 0; i < views.Length; i++)
        {
            var numbers = ColumnNumbers.Read(Source(i), reading.Measure);
            var sorted = Sorted(numbers);
            views[i] = ColumnView.OfNumbers(reading, numbers, sorted, edges);
            edges ??= BinEdges.Of(sorted);
        }
        return (views, []);

        Column Source(int table) => (table == 0 ? real : others[table - 1]).Columns[reading.Name];
    }

    /// <summary>The numbers that are present, ascending.</summary>
    public static double[] Sorted(ReadOnlySpan<double> numbers)
    {
        var present = new double[numbers.Length];
        var count = 0;
        foreach (var number in numbers)
            if (!double.IsNaN(number)) present[count++] = number;
        Array.Resize(ref present, count);
        Array.Sort(present);
        return present;
    }
}
