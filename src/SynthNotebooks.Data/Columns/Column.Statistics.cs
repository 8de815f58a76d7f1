namespace SynthNotebooks.Data;

public abstract partial class Column
{
    /// <summary>Sum of the cells that are not missing, as numbers (see <see cref="CopyNumbers"/>), in fixed order; 0 without any.</summary>
    /// <exception cref="InvalidOperationException">The column is text.</exception>
    public double Sum() => FixedOrderSum.Of(PresentNumbers());

    /// <summary>Arithmetic mean of the cells that are not missing; NaN without any.</summary>
    /// <exception cref="InvalidOperationException">The column is text.</exception>
    public double Mean()
    {
        var numbers = PresentNumbers();
        return FixedOrderSum.Of(numbers) / numbers.Length;
    }

    /// <summary>Sample standard deviation (divisor n − 1) of the cells that are not missing; NaN below two of them.</summary>
    /// <exception cref="InvalidOperationException">The column is text.</exception>
    public double StandardDeviation()
    {
        var numbers = PresentNumbers();
        if (numbers.Length < 2) return double.NaN;
        var mean = FixedOrderSum.Of(numbers) / numbers.Length;
        var squares = new FixedOrderSum();
        foreach (var number in numbers) squares.Add((number - mean) * (number - mean));
        return Math.Sqrt(squares.Value / (numbers.Length - 1));
    }

    /// <summary>Median of the cells that are not missing: the mean of the two middle ones when their number is even; NaN without any.</summary>
    /// <exception cref="InvalidOperationException">The column is text.</exception>
    public double Median() => Quantile(0.5);

    /// <summary>Quantile of the cells that are not missing, interpolated linearly between order statistics (type 7 of Hyndman and Fan, 1996); NaN without any.</summary>
    /// <param name="share">0 to 1.</param>
    /// <exception cref="InvalidOperationException">The column is text.</exception>
    public double Quantile(double share)
    {
        if (share is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A quantile's share must be 0 to 1.");
        var numbers = PresentNumbers();
        if (numbers.Length == 0) return double.NaN;
        Array.Sort(numbers);
        var place = share * (numbers.Length - 1);
        var low = (int)place;
        var weight = place - low;
        return weight == 0 ? numbers[low] : numbers[low] * (1 - weight) + numbers[low + 1] * weight;
    }

    /// <summary>Smallest cell that is not missing, as <see cref="DataType"/>; text by ordinal order; null without any.</summary>
    public object? Min() => Extreme(first: true);

    /// <summary>Largest cell that is not missing, as <see cref="DataType"/>; text by ordinal order; null without any.</summary>
    public object? Max() => Extreme(first: false);

    /// <summary>Distinct values (column <c>Values</c>) and how often each occurs (<c>Counts</c>), the most frequent first, then by value; missing cells left out.</summary>
    public DataFrame ValueCounts()
    {
        var keys = SortKeys.Of(this);
        var counts = new Dictionary<long, (int Row, int Count)>();
        for (var row = 0; row < Length; row++)
            if (!IsNull(row)) counts[keys[row]] = counts.TryGetValue(keys[row], out var known) ? (known.Row, known.Count + 1) : (row, 1);
        var ordered = counts.OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Key).Select(pair => pair.Value).ToArray();
        return new DataFrame(
            Take([.. ordered.Select(pair => pair.Row)]).WithName("Values"),
            new Int64Column("Counts", ordered.Select(pair => (long)pair.Count).ToArray()))
        {
            IsSummary = ordered.All(pair => pair.Count >= DataFrame.FewestSummarised),
        };
    }

    /// <summary>The same column with missing cells filled.</summary>
    /// <param name="value">A value of the column's type.</param>
    /// <exception cref="ArgumentException">The value does not fit the column's kind.</exception>
    public Column FillNulls(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var filler = NullFilling.Single(this, value);
        if (NullCount == 0) return this;
        var rows = new int[Length];
        for (var row = 0; row < rows.Length; row++) rows[row] = IsNull(row) ? Length : row;
        return Concatenate([this, filler]).Take(rows);
    }

    // In row order.
    private double[] PresentNumbers()
    {
        var numbers = ToNumbers();
        if (NullCount == 0) return numbers;
        var kept = 0;
        for (var row = 0; row < numbers.Length; row++)
            if (!IsNull(row)) numbers[kept++] = numbers[row];
        return numbers[..kept];
    }

    private object? Extreme(bool first)
    {
        var keys = SortKeys.Of(this);
        var best = -1;
        for (var row = 0; row < keys.Length; row++)
            if (!IsNull(row) && (best < 0 || (first ? keys[row] < keys[best] : keys[row] > keys[best]))) best = row;
        return best < 0 ? null : this[best];
    }
}
