using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SynthNotebooks.Learning;

/// <summary>Squared Euclidean distances between one point and a tile of <see cref="PointTiles"/>; unequal categories stand at distance 1.</summary>
/// <remarks>Each point's distance is summed in the order of the columns in a lane of its own, so every vector unit gives the same bits.</remarks>
internal static class PointSquares
{
    private const int Lanes = 8;

    /// <param name="tile">Columns times thirty-two values.</param>
    /// <param name="query">One value a column.</param>
    /// <param name="numbers">How many of the columns are numbers; the others are codes.</param>
    /// <param name="into">Thirty-two squared distances.</param>
    public static void Distances(ReadOnlySpan<float> tile, ReadOnlySpan<float> query, int numbers, Span<float> into)
    {
        _ = tile[query.Length * PointTiles.Points - 1];
        _ = into[PointTiles.Points - 1];
        ref var source = ref MemoryMarshal.GetReference(tile);
        var one = Vector256<float>.One;
        Vector256<float> a = default, b = default, c = default, d = default;
        for (var j = 0; j < query.Length; j++)
        {
            var value = Vector256.Create(query[j]);
            var at = j * PointTiles.Points;
            Vector256<float> p = Load(ref source, at), q = Load(ref source, at + Lanes), r = Load(ref source, at + 2 * Lanes), s = Load(ref source, at + 3 * Lanes);
            if (j < numbers)
            {
                (p, q, r, s) = (value - p, value - q, value - r, value - s);
                a += p * p;
                b += q * q;
                c += r * r;
                d += s * s;
            }
            else
            {
                a += Vector256.AndNot(one, Vector256.Equals(value, p));
                b += Vector256.AndNot(one, Vector256.Equals(value, q));
                c += Vector256.AndNot(one, Vector256.Equals(value, r));
                d += Vector256.AndNot(one, Vector256.Equals(value, s));
            }
        }
        a.CopyTo(into);
        b.CopyTo(into[Lanes..]);
        c.CopyTo(into[(2 * Lanes)..]);
        d.CopyTo(into[(3 * Lanes)..]);
    }

    /// <summary>What <see cref="Distances"/> gives, one value at a time.</summary>
    public static void PlainDistances(ReadOnlySpan<float> tile, ReadOnlySpan<float> query, int numbers, Span<float> into)
    {
        for (var i = 0; i < PointTiles.Points; i++)
        {
            var sum = 0f;
            for (var j = 0; j < query.Length; j++)
            {
                var difference = query[j] - tile[j * PointTiles.Points + i];
                sum += j < numbers ? difference * difference : difference == 0 ? 0 : 1;
            }
            into[i] = sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Load(ref float source, int offset) => Vector256.LoadUnsafe(ref source, (nuint)offset);
}
