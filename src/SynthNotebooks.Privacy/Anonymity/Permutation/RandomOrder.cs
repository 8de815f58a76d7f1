namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>A uniformly random order.</summary>
internal static class RandomOrder
{
    public static int[] Of(ReadOnlySpan<int> items, RandomBits bits)
    {
        var order = items.ToArray();
        for (var i = order.Length - 1; i > 0; i--)
        {
            var j = (int)bits.NextBelow((ulong)i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }
        return order;
    }
}
