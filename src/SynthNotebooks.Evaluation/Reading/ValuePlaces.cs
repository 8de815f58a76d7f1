namespace SynthNotebooks.Evaluation.Reading;

/// <summary>Where each cell's value stands among the distinct values of its column.</summary>
/// <param name="Places">A place a row, 0 for the smallest value, −1 where missing.</param>
/// <param name="Distinct">Number of distinct values.</param>
internal sealed record ValuePlaces(int[] Places, int Distinct)
{
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
}
