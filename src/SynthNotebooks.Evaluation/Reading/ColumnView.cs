namespace SynthNotebooks.Evaluation.Reading;

/// <summary>One column of one table, read for comparison.</summary>
internal sealed class ColumnView
{
    private readonly Lazy<ValuePlaces> _ranks;
    private readonly Lazy<CompleteMoments> _moments;

    private ColumnView(ColumnReading reading, int[] codes, int present)
    {
        (Reading, Codes, Present) = (reading, codes, present);
        _ranks = new(() => ValuePlaces.Of(Numbers, Sorted));
        _moments = new(() => CompleteMoments.Of(Numbers));
    }

    public ColumnReading Reading { get; }

    /// <summary>A code a row: categories (0 = missing) or bins under the real table's edges.</summary>
    public int[] Codes { get; }

    /// <summary>Bins under the table's own edges; the same as <see cref="Codes"/> for categories.</summary>
    public int[] OwnCodes { get; private init; } = [];

    /// <summary>The numbers, NaN where missing; empty for categories.</summary>
    public double[] Numbers { get; private init; } = [];

    /// <summary>The numbers that are present, ascending; empty for categories.</summary>
    public double[] Sorted { get; private init; } = [];

    /// <summary>Where the numbers stand among the column's distinct ones; made when first asked for.</summary>
    public ValuePlaces Ranks => _ranks.Value;

    /// <summary>Mean and squares of the numbers of a column without missing cells; made when first asked for.</summary>
    public CompleteMoments Moments => _moments.Value;

    /// <summary>Whether no cell is missing.</summary>
    public bool IsComplete => Present == Rows;

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

    /// <summary>The column with other rows: chosen ones, any number of times.</summary>
    /// <param name="rows">Row numbers.</param>
    /// <param name="real">The column in the real table, whose bin edges are used.</param>
    /// <param name="cells">Number of codes.</param>
    public ColumnView Take(int[] rows, ColumnView real, int cells)
    {
        if (IsNumeric)
        {
            var numbers = Array.ConvertAll(rows, row => Numbers[row]);
            return OfNumbers(Reading, numbers, TableSet.Sorted(numbers), BinEdges.Of(real.Sorted));
        }
        var view = OfCategories(Reading, Array.ConvertAll(rows, row => Codes[row]));
        view.CountCategories(cells);
        return view;
    }

    /// <summary>Counts the categories once all tables have been read and the number of codes is known.</summary>
    public void CountCategories(int cells)
    {
        Counts = new int[cells];
        foreach (var code in Codes) Counts[code]++;
    }
}
