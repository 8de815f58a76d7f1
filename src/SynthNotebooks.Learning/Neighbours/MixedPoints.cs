namespace SynthNotebooks.Learning;

/// <summary>Rows of a table as points: scaled numbers and category codes, by column.</summary>
/// <remarks>The distance of two points is Gower's: the mean over columns of the absolute difference of numbers, and of 0 or 1 for equal or unequal categories.
/// Source: Gower, Biometrics 27(4), 1971, doi:10.2307/2528823.</remarks>
public sealed class MixedPoints
{
    private const int LargestCode = 1 << 24; // a float holds every whole number up to it

    /// <param name="rows">Number of points.</param>
    /// <param name="numbers">One array a numeric column, each of <paramref name="rows"/> finite values; see <see cref="NumberScale"/>.</param>
    /// <param name="codes">One array a category column, each of <paramref name="rows"/> codes of 0 to 16,777,216; a missing cell has a code of its own.</param>
    /// <exception cref="ArgumentException">There is no column, a column has another length, or a value is not finite or out of range; the message names the column's position and the row.</exception>
    public MixedPoints(int rows, IReadOnlyList<float[]> numbers, IReadOnlyList<int[]> codes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentNullException.ThrowIfNull(codes);
        if (numbers.Count + codes.Count == 0) throw new ArgumentException("Points have no column; at least one is needed.", nameof(numbers));
        (Rows, Numbers, Codes) = (rows, numbers, codes);
        for (var j = 0; j < numbers.Count; j++)
        {
            RequireLength(numbers[j].Length, j, nameof(numbers));
            for (var row = 0; row < rows; row++)
                if (!float.IsFinite(numbers[j][row])) throw new ArgumentException($"Number column {j} holds {numbers[j][row]} in row {row}; finite numbers are accepted.", nameof(numbers));
        }
        for (var j = 0; j < codes.Count; j++)
        {
            RequireLength(codes[j].Length, j, nameof(codes));
            for (var row = 0; row < rows; row++)
                if (codes[j][row] is < 0 or > LargestCode) throw new ArgumentException($"Code column {j} holds {codes[j][row]} in row {row}; codes of 0 to {LargestCode} are accepted.", nameof(codes));
        }
    }

    /// <summary>Number of points.</summary>
    public int Rows { get; }

    /// <summary>Scaled numbers by column.</summary>
    public IReadOnlyList<float[]> Numbers { get; }

    /// <summary>Category codes by column.</summary>
    public IReadOnlyList<int[]> Codes { get; }

    /// <summary>Number of columns.</summary>
    public int Columns => Numbers.Count + Codes.Count;

    /// <summary>Writes one point: its numbers, then its codes.</summary>
    /// <param name="row">0-based.</param>
    /// <param name="into">As long as there are columns.</param>
    public void CopyRow(int row, Span<float> into)
    {
        for (var j = 0; j < Numbers.Count; j++) into[j] = Numbers[j][row];
        for (var j = 0; j < Codes.Count; j++) into[Numbers.Count + j] = Codes[j][row];
    }

    private void RequireLength(int length, int column, string name)
    {
        if (length != Rows) throw new ArgumentException($"Column {column} of {name} has {length} values; {Rows} rows need as many.", name);
    }
}
