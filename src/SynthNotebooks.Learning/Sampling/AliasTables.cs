namespace SynthNotebooks.Learning;

/// <summary>Many discrete distributions over the same number of items or fewer, each drawn from in constant time.</summary>
/// <remarks>
/// One random word of 64 bits gives the item (its upper half, so probabilities are exact to 2⁻³²) and a uniform number (its lower half). Memory: 8 bytes
/// an item. Source: Walker, ACM TOMS 3(3), 1977, doi:10.1145/355744.355749; construction by Vose, IEEE TSE 17(9), 1991, doi:10.1109/32.92917.
/// </remarks>
public sealed class AliasTables
{
    private readonly int _items;
    private readonly uint[] _thresholds;
    private readonly int[] _others;

    /// <param name="tables">Number of distributions.</param>
    /// <param name="items">Number of items of each, at least 1.</param>
    public AliasTables(int tables, int items)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(items);
        _items = items;
        _thresholds = new uint[checked(tables * items)];
        _others = new int[tables * items];
    }

    /// <summary>Sets a distribution.</summary>
    /// <param name="table">Its number.</param>
    /// <param name="weights">One an item, at least 0.</param>
    /// <returns>Sum of the weights; when it is 0 the distribution must not be drawn from.</returns>
    public double Set(int table, ReadOnlySpan<float> weights)
    {
        var total = 0.0;
        foreach (var weight in weights) total += weight;
        if (!(total > 0)) return 0;
        int[] small = new int[_items], large = new int[_items];
        var scaled = new double[_items];
        int smalls = 0, larges = 0;
        for (var i = 0; i < _items; i++)
        {
            scaled[i] = weights[i] / total * _items;
            if (scaled[i] < 1) small[smalls++] = i;
            else large[larges++] = i;
        }
        var start = table * _items;
        while (smalls > 0 && larges > 0)
        {
            int less = small[--smalls], more = large[larges - 1];
            (_thresholds[start + less], _others[start + less]) = ((uint)(scaled[less] * 4294967295.0), more);
            scaled[more] -= 1 - scaled[less];
            if (scaled[more] < 1) small[smalls++] = large[--larges];
        }
        while (larges > 0) Fill(large[--larges]);
        while (smalls > 0) Fill(small[--smalls]); // only by rounding
        return total;

        void Fill(int item) => (_thresholds[start + item], _others[start + item]) = (uint.MaxValue, item);
    }

    /// <summary>An item.</summary>
    /// <param name="table">Which distribution.</param>
    /// <param name="bits">64 random bits.</param>
    public int Draw(int table, ulong bits)
    {
        var product = (bits >> 32) * (ulong)_items;
        var item = (int)(product >> 32);
        var at = table * _items + item;
        return (uint)product < _thresholds[at] ? item : _others[at];
    }

    /// <summary>The uniform number in (0, 1) that the same bits hold beside the item.</summary>
    public static double Uniform(ulong bits) => ((uint)bits + 0.5) * (1.0 / (1UL << 32));
}
