namespace SynthNotebooks.Evaluation.Reading;

/// <summary>One column of one table, read for comparison.</summary>
internal sealed class ColumnView
{
    private ColumnView(ColumnReading reading, int[] codes, int present) => (Reading, Codes, Present) = (reading, codes, present);

    public ColumnReading Reading { get; }

    /// <summary>A code a row: categories (0 = missing) or bins under the real table's edges.</summary>
    public int[] Codes { get; }

    /// <summary>Bins under the table's own edges; the same as <see cref="Codes"/> for categories.</summary>
    public int[] OwnCodes { get; private init; } = [];

    /// <summary>The numbers, NaN where missing; empty for categories.</summary>
    public double[] Numbers { get; private init; } = [];

    /// <summary>The numbers that are present, ascending; empty for categories.</summary>
    public double[] Sorted { get; private init; } = [];

    /// <summary>Rows of each category code; empty for numbers.</summary>
    public int[] Counts { get; private set; } = [];

    /// <summary>Number of cells that are not missing.</summary>
    public int Present { get; }

    public int Rows => Codes.Length;

    public bool IsNumeric => Reading.Measure != ColumnMeasure.Category;

    // The edges are the real table's; null when this is the real table.
    public static ColumnView OfNumbers(ColumnReading reading, double[] numbers, double[] sorted, BinEdges? edges)
    {
        var own = BinEdges.Of(sorted);
        var ownCodes = own.Digitize(numbers);
        return new(reading, edges is null ? ownCodes : edges.Digitize(numbers), sorted.Length) { Numbers = numbers, Sorted = sorted, OwnCodes = ownCodes };
    }

    public static ColumnView OfCategories(ColumnReading reading, int[] codes)
    {
        var present = codes.Length - codes.AsSpan().Count(0);
        return new(reading, codes, present) { OwnCodes = codes };
    }

    /// <summary>Counts the categories once all tables have been read and the number of codes is known.</summary>
    public void CountCategories(int cells)
    {
        Counts = new int[cells];
        foreach (var code in Codes) Counts[code]++;
    }
}
