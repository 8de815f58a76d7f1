namespace SynthNotebooks.Learning;

/// <summary>A column cut into at most 255 states for trees; one more state holds missing numbers or categories that training did not see. Immutable.</summary>
/// <remarks>
/// Numbers are cut midway between distinct values when these are few, else at quantiles. Categories, among which missing is one, keep a state each
/// in the order of falling frequency; those beyond the limit share the last state. Cost: O(rows · log rows).
/// </remarks>
public sealed class FeatureBins
{
    /// <summary>Most states a column is cut into, the one for missing not counted.</summary>
    public const int MostBins = CodedColumn.MostStates - 1;

    private readonly double[] _cuts; // a number belongs to the first bin whose cut is not below it
    private readonly int[] _stateOfCode; // by code + 1, so that missing is at 0

    private FeatureBins(double[] cuts, int[] stateOfCode, int bins) => (_cuts, _stateOfCode, Bins) = (cuts, stateOfCode, bins);

    /// <summary>Number of states, the last one not counted.</summary>
    public int Bins { get; }

    internal double[] Cuts => _cuts;

    internal int[] StateOfCode => _stateOfCode;

    /// <summary>Bins as they were saved.</summary>
    /// <param name="cuts">Ascending; of categories empty.</param>
    /// <param name="stateOfCode">By code + 1; of numbers empty.</param>
    /// <param name="bins">As <see cref="Bins"/>.</param>
    /// <exception cref="ArgumentException">The arrays are not those of bins.</exception>
    internal static FeatureBins Of(double[] cuts, int[] stateOfCode, int bins)
    {
        if (cuts.Length > 0 && stateOfCode.Length > 0) throw new ArgumentException("A column has cuts or states of categories, not both.", nameof(cuts));
        for (var i = 1; i < cuts.Length; i++)
            if (!(cuts[i - 1] < cuts[i])) throw new ArgumentException("The cuts of a column do not ascend.", nameof(cuts));
        if (bins is < 1 or > MostBins || stateOfCode.Length == 0 && bins != cuts.Length + 1 || Array.Exists(stateOfCode, state => state < 0 || state > bins))
            throw new ArgumentException($"A column of {cuts.Length} cuts and {stateOfCode.Length} codes cannot have {bins} bins.", nameof(bins));
        return new(cuts, stateOfCode, bins);
    }

    /// <summary>Cuts a column.</summary>
    /// <param name="column">The training column.</param>
    /// <param name="mostBins">2 to <see cref="MostBins"/>.</param>
    public static FeatureBins Of(FeatureColumn column, int mostBins = MostBins)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (mostBins is < 2 or > MostBins) throw new ArgumentOutOfRangeException(nameof(mostBins), mostBins, $"A column is cut into 2 to {MostBins} bins.");
        return column.IsCategory ? OfCategories(column, mostBins) : OfNumbers(column, mostBins);
    }

    /// <summary>The states of a column of the same kind.</summary>
    public CodedColumn Encode(FeatureColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var states = new byte[column.Rows];
        if (column.IsCategory)
        {
            for (var row = 0; row < states.Length; row++)
            {
                var at = column.Codes[row] + 1;
                states[row] = (byte)(at < _stateOfCode.Length ? _stateOfCode[at] : Bins);
            }
        }
        else
        {
            for (var row = 0; row < states.Length; row++) states[row] = (byte)BinOf(column.Numbers[row]);
        }
        return new(states, Bins + 1, !column.IsCategory, Bins);
    }

    private int BinOf(double number)
    {
        if (double.IsNaN(number)) return Bins;
        var cuts = _cuts;
        int low = 0, high = cuts.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (cuts[middle] < number) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static FeatureBins OfNumbers(FeatureColumn column, int mostBins)
    {
        var sorted = Array.FindAll(column.Numbers, number => !double.IsNaN(number));
        Array.Sort(sorted);
        var distinct = sorted.Length == 0 ? 0 : 1;
        for (var i = 1; i < sorted.Length; i++)
            if (sorted[i] != sorted[i - 1]) distinct++;
        var cuts = new List<double>();
        if (distinct <= mostBins)
        {
            for (var i = 1; i < sorted.Length; i++)
                if (sorted[i] != sorted[i - 1]) cuts.Add(Between(sorted[i - 1], sorted[i]));
        }
        else
        {
            for (var k = 1; k < mostBins; k++)
            {
                var position = (long)k * (sorted.Length - 1);
                var (below, rest) = Math.DivRem(position, mostBins);
                var cut = rest == 0 ? sorted[below] : Between(sorted[below], sorted[below + 1]);
                if (cuts.Count == 0 || cuts[^1] < cut) cuts.Add(cut);
            }
        }
        return new([.. cuts], [], cuts.Count + 1);
    }

    // Never the upper number itself, so that the two stay apart.
    private static double Between(double low, double high)
    {
        var middle = low + (high - low) / 2;
        return double.IsFinite(middle) && middle < high ? middle : low;
    }

    private static FeatureBins OfCategories(FeatureColumn column, int mostBins)
    {
        var counts = new int[column.Levels + 1];
        foreach (var code in column.Codes) counts[code + 1]++;
        var order = new int[counts.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => counts[a] != counts[b] ? counts[b].CompareTo(counts[a]) : a.CompareTo(b));
        var bins = Math.Max(1, Math.Min(mostBins, counts.Count(count => count > 0)));
        var states = new int[counts.Length];
        Array.Fill(states, bins);
        for (var rank = 0; rank < bins; rank++) states[order[rank]] = rank;
        return new([], states, bins);
    }
}
