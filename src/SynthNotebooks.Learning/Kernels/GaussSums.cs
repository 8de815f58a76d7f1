using System.Runtime.Intrinsics;

namespace SynthNotebooks.Learning;

/// <summary>Sums of roots and of exponentials of squared distances, eight at a time in fixed lanes, so that every vector unit gives the same bits.</summary>
internal static class GaussSums
{
    /// <summary>Σ √square and Σ exp(scale · square).</summary>
    /// <param name="squares">Length a multiple of eight, not negative.</param>
    /// <param name="scale">Below 0.</param>
    public static (double Roots, double Exponentials) Of(ReadOnlySpan<float> squares, float scale)
    {
        Vector256<float> roots = default, exponentials = default;
        for (var at = 0; at < squares.Length; at += LaneSums.Lanes)
        {
            var square = Vector256.Create(squares.Slice(at, LaneSums.Lanes));
            roots += Vector256.Sqrt(square);
            exponentials += FloatExp.Of(square * scale);
        }
        return (LaneSums.Total(roots), LaneSums.Total(exponentials));
    }
}
