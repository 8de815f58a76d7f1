namespace SynthNotebooks.Evaluation.Reading;

/// <summary>Where each cell's value stands among the distinct values of its column.</summary>
/// <param name="Places">A place a row, 0 for the smallest value, −1 where missing.</param>
/// <param name="Distinct">Number of distinct values.</param>
internal sealed record ValuePlaces(int[] Places, int Distinct)
{
    private readonly Lock _gate = new();
    private (double[] Ranks, CompleteMoments Moments)? _whole;

    /// <summary>Whether no cell is missing.</summary>
    public bool IsComplete { get; } = !Places.AsSpan().Contains(-1);

    /// <summary>The mid-rank of each row, and their moments; of a complete column alone. Made when first asked for.</summary>
    public (double[] Ranks, CompleteMoments Moments) Whole
    {
        get
        {
            lock (_gate) return _whole ??= Rank();
        }
    }

    /// <param name="numbers">NaN where missing.</param>
    /// <param name="sorted">Those that are present, ascending.</param>
    public static ValuePlaces Of(ReadOnlySpan<double> numbers, ReadOnlySpan<double> sorted)
    {
        var values = new double[sorted.Length];
        var distinct = 0;
        foreach (var value in sorted)
            if (distinct == 0 || values[distinct - 1] != value) values[distinct++] = value;
        var places = new int[numbers.Length];
        for (var row = 0; row < places.Length; row++)
            places[row] = double.IsNaN(numbers[row]) ? -1 : values.AsSpan(0, distinct).BinarySearch(numbers[row]);
        return new(places, distinct);
    }

    /// <summary>The mean of the ranks that equal values share, by place.</summary>
    /// <param name="counts">Rows of each place.</param>
    public static double[] MidRanks(ReadOnlySpan<int> counts)
    {
        var ranks = new double[counts.Length];
        var below = 0L;
        for (var place = 0; place < counts.Length; place++)
        {
            ranks[place] = below + (counts[place] + 1) / 2.0;
            below += counts[place];
        }
        return ranks;
    }

    private (double[], CompleteMoments) Rank()
    {
        var counts = new int[Distinct];
        foreach (var place in Places) counts[place]++;
        var byPlace = MidRanks(counts);
        var ranks = Array.ConvertAll(Places, place => byPlace[place]);
        return (ranks, CompleteMoments.Of(ranks));
    }
}
