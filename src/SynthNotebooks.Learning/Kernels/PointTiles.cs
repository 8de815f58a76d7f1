using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SynthNotebooks.Learning;

/// <summary>Points laid out so that thirty-two at a time are compared with one: column after column, thirty-two values each.</summary>
/// <remarks>Each point's distance is summed in the order of the columns in a lane of its own, so every vector unit gives the same bits.</remarks>
internal static class PointTiles
{
    /// <summary>Points in a tile.</summary>
    public const int Points = 4 * Lanes;

    private const int Lanes = 8;
    private const int Stride = 4; // columns between two looks at whether a tile is too far already

    /// <summary>All tiles one after another; places after the last point hold NaN, which is near nothing.</summary>
    public static float[] Of(MixedPoints points)
    {
        var columns = points.Columns;
        var tiles = new float[(long)(points.Rows + Points - 1) / Points * Points * columns];
        tiles.AsSpan().Fill(float.NaN);
        var point = new float[columns];
        for (var row = 0; row < points.Rows; row++)
        {
            points.CopyRow(row, point);
            var first = (long)(row / Points) * Points * columns + row % Points;
            for (var j = 0; j < columns; j++) tiles[first + (long)j * Points] = point[j];
        }
        return tiles;
    }

    /// <summary>Sums of column distances between one point and those of a tile, as far as they can matter.</summary>
    /// <param name="tile">Columns times thirty-two values.</param>
    /// <param name="query">One value a column.</param>
    /// <param name="numbers">How many of the columns are numbers; the others are codes.</param>
    /// <param name="limit">Sums of this size or more do not matter.</param>
    /// <param name="into">Thirty-two sums; undefined when the answer is false.</param>
    /// <returns>Whether a sum is below the limit.</returns>
    public static bool Distances(ReadOnlySpan<float> tile, ReadOnlySpan<float> query, int numbers, float limit, Span<float> into)
    {
        _ = tile[query.Length * Points - 1];
        _ = into[Points - 1];
        ref var source = ref MemoryMarshal.GetReference(tile);
        var bound = Vector256.Create(limit);
        var one = Vector256<float>.One;
        Vector256<float> a = default, b = default, c = default, d = default;
        for (var from = 0; from < query.Length; from += Stride)
        {
            var to = Math.Min(from + Stride, query.Length);
            var j = from;
            for (; j < Math.Min(to, numbers); j++)
            {
                var value = Vector256.Create(query[j]);
                var at = j * Points;
                a += Vector256.Abs(value - Load(ref source, at));
                b += Vector256.Abs(value - Load(ref source, at + Lanes));
                c += Vector256.Abs(value - Load(ref source, at + 2 * Lanes));
                d += Vector256.Abs(value - Load(ref source, at + 3 * Lanes));
            }
            for (; j < to; j++)
            {
                var value = Vector256.Create(query[j]);
                var at = j * Points;
                a += Vector256.AndNot(one, Vector256.Equals(value, Load(ref source, at)));
                b += Vector256.AndNot(one, Vector256.Equals(value, Load(ref source, at + Lanes)));
                c += Vector256.AndNot(one, Vector256.Equals(value, Load(ref source, at + 2 * Lanes)));
                d += Vector256.AndNot(one, Vector256.Equals(value, Load(ref source, at + 3 * Lanes)));
            }
            var near = Vector256.LessThan(a, bound) | Vector256.LessThan(b, bound) | Vector256.LessThan(c, bound) | Vector256.LessThan(d, bound);
            if (near == Vector256<float>.Zero) return false;
        }
        a.CopyTo(into);
        b.CopyTo(into[Lanes..]);
        c.CopyTo(into[(2 * Lanes)..]);
        d.CopyTo(into[(3 * Lanes)..]);
        return true;
    }

    /// <summary>What <see cref="Distances"/> gives without a limit, one value at a time.</summary>
    public static void PlainDistances(ReadOnlySpan<float> tile, ReadOnlySpan<float> query, int numbers, Span<float> into)
    {
        for (var i = 0; i < Points; i++)
        {
            var sum = 0f;
            for (var j = 0; j < query.Length; j++)
            {
                var value = tile[j * Points + i];
                sum += j < numbers ? MathF.Abs(query[j] - value) : query[j] == value ? 0 : 1;
            }
            into[i] = sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Load(ref float source, int offset) => Vector256.LoadUnsafe(ref source, (nuint)offset);
}
