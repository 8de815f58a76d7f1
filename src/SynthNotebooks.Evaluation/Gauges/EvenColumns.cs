using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Gauges;

/// <summary>The floor of scores that see columns one by one: values spread evenly over the range or the categories of each real column.</summary>
/// <remarks>
/// Knows the domain and nothing else. Each cell is the occurring value nearest to a uniform draw, so that types and formats are kept. Missing
/// cells are never drawn. O(n log n).
/// </remarks>
internal static class EvenColumns
{
    public static DataFrame Of(DataFrame real, int rows, EvaluationOptions options)
    {
        var random = new SplitRandom(options.Seed).Split("floor: even columns");
        var columns = new Column[real.Columns.Count];
        Parallel.For(0, columns.Length, TableSet.Parallelism(options), i =>
        {
            var column = real.Columns[i];
            var reading = ColumnReading.Of(column, options);
            columns[i] = reading.LeftOut is not null ? column.Take(new int[rows])
                : reading.Measure == ColumnMeasure.Category ? Categories(column, rows, reading, random.Split(column.Name))
                : Numbers(column, rows, reading, random.Split(column.Name));
        });
        return new(columns);
    }

    private static Column Categories(Column column, int rows, ColumnReading reading, SplitRandom random)
    {
        var book = new LabelBook(reading.NumericText);
        var codes = book.Read(column);
        var example = new int[book.Cells]; // a row that holds the category
        for (var row = codes.Length - 1; row >= 0; row--) example[codes[row]] = row;
        if (book.Cells == 1) return column.Take(new int[rows]); // nothing but missing cells
        var drawn = new int[rows];
        for (var i = 0; i < rows; i++) drawn[i] = example[1 + random.NextBelow(book.Cells - 1)];
        return column.Take(drawn);
    }

    private static Column Numbers(Column column, int rows, ColumnReading reading, SplitRandom random)
    {
        var numbers = ColumnNumbers.Read(column, reading.Measure);
        var order = new int[numbers.Length];
        for (var row = 0; row < order.Length; row++) order[row] = row;
        Array.Sort(numbers, order); // NaN first
        var first = numbers.Count(double.IsNaN);
        if (first == numbers.Length) return column.Take(new int[rows]);
        var present = numbers.AsSpan(first);
        double low = present[0], high = present[^1];
        var drawn = new int[rows];
        for (var i = 0; i < rows; i++)
        {
            var share = random.NextDouble();
            drawn[i] = order[first + Nearest(present, low * (1 - share) + high * share)];
        }
        return column.Take(drawn);
    }

    private static int Nearest(ReadOnlySpan<double> sorted, double value)
    {
        var at = sorted.BinarySearch(value);
        if (at >= 0) return at;
        at = ~at;
        if (at == 0) return 0;
        return at == sorted.Length || value - sorted[at - 1] <= sorted[at] - value ? at - 1 : at;
    }
}
