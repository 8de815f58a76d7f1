using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SynthNotebooks.Learning;

/// <summary>Loops over runs of floats whose length is a multiple of eight; sums go by eight fixed lanes, so every vector unit gives the same bits.</summary>
public static class LaneSums
{
    /// <summary>Floats that are handled together.</summary>
    public const int Lanes = 8;

    /// <summary>The least multiple of eight that is not below a count.</summary>
    public static int Padded(int count) => (count + Lanes - 1) / Lanes * Lanes;

    /// <summary>into = start + Σ table[offset .. offset + length), over all offsets in order.</summary>
    /// <param name="start">Length n, a multiple of eight.</param>
    /// <param name="table">Rows of length n.</param>
    /// <param name="offsets">Where the rows to add begin.</param>
    /// <param name="into">Length n.</param>
    public static void AddRows(ReadOnlySpan<float> start, ReadOnlySpan<float> table, ReadOnlySpan<int> offsets, Span<float> into)
    {
        foreach (var offset in offsets) _ = table.Slice(offset, into.Length); // one check of bounds a row
        ref var source = ref MemoryMarshal.GetReference(table);
        ref var first = ref MemoryMarshal.GetReference(start);
        ref var target = ref MemoryMarshal.GetReference(into);
        var lane = 0;
        for (; lane + 4 * Lanes <= into.Length; lane += 4 * Lanes)
        {
            var a = Load(ref first, lane);
            var b = Load(ref first, lane + Lanes);
            var c = Load(ref first, lane + 2 * Lanes);
            var d = Load(ref first, lane + 3 * Lanes);
            foreach (var offset in offsets)
            {
                a += Load(ref source, offset + lane);
                b += Load(ref source, offset + lane + Lanes);
                c += Load(ref source, offset + lane + 2 * Lanes);
                d += Load(ref source, offset + lane + 3 * Lanes);
            }
            a.StoreUnsafe(ref target, (nuint)lane);
            b.StoreUnsafe(ref target, (nuint)(lane + Lanes));
            c.StoreUnsafe(ref target, (nuint)(lane + 2 * Lanes));
            d.StoreUnsafe(ref target, (nuint)(lane + 3 * Lanes));
        }
        for (; lane < into.Length; lane += Lanes)
        {
            var a = Load(ref first, lane);
            foreach (var offset in offsets) a += Load(ref source, offset + lane);
            a.StoreUnsafe(ref target, (nuint)lane);
        }
    }

    /// <summary>Replaces logarithms by their exponentials relative to the largest, and sums those.</summary>
    /// <param name="values">Length a multiple of eight, above 0.</param>
    /// <param name="largest">The largest logarithm.</param>
    /// <returns>The sum, at least 1.</returns>
    public static float ExpRelative(Span<float> values, out float largest)
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        var most = Load(ref first, 0);
        for (var lane = Lanes; lane < values.Length; lane += Lanes) most = Vector256.Max(most, Load(ref first, lane));
        largest = most[0];
        for (var i = 1; i < Lanes; i++) largest = MathF.Max(largest, most[i]);
        var shift = Vector256.Create(largest);
        var sum = Vector256<float>.Zero;
        for (var lane = 0; lane < values.Length; lane += Lanes)
        {
            var value = FloatExp.Of(Load(ref first, lane) - shift);
            value.StoreUnsafe(ref first, (nuint)lane);
            sum += value;
        }
        return Total(sum);
    }

    /// <summary>The eight lanes summed in a fixed order.</summary>
    public static float Total(Vector256<float> lanes) =>
        lanes[0] + lanes[4] + (lanes[2] + lanes[6]) + (lanes[1] + lanes[5] + (lanes[3] + lanes[7]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Load(ref float source, int offset) => Vector256.LoadUnsafe(ref source, (nuint)offset);
}
