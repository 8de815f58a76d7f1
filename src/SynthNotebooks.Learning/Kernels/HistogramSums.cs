using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SynthNotebooks.Learning;

/// <summary>Sums of (gradient, curvature, count) by state of a column, one vector addition a row.</summary>
/// <remarks>Rows are added in their order, lane by lane with IEEE additions, so the sums have the same bits at any width of the vector unit.</remarks>
internal static class HistogramSums
{
    /// <summary>Adds each row's figures to the cell of its state.</summary>
    /// <param name="rows">Which rows.</param>
    /// <param name="figures">Gradient, curvature, 1, 0 of each of <paramref name="rows"/>.</param>
    /// <param name="codes">State of every row of the table.</param>
    /// <param name="cells">One a state; 256 must not be exceeded by any state.</param>
    public static void Add(ReadOnlySpan<int> rows, ReadOnlySpan<Vector256<double>> figures, byte[] codes, Span<Vector256<double>> cells)
    {
        figures = figures[..rows.Length];
        ref var first = ref MemoryMarshal.GetReference(cells);
        for (var i = 0; i < rows.Length; i++)
        {
            int state = codes[rows[i]];
            if (state >= cells.Length) throw new ArgumentException($"State {state} has no cell; there are {cells.Length}.", nameof(codes));
            ref var cell = ref Unsafe.Add(ref first, state);
            cell += figures[i];
        }
    }

    /// <summary>The plain twin: three sums in the same order.</summary>
    public static void AddPlain(ReadOnlySpan<int> rows, ReadOnlySpan<Vector256<double>> figures, byte[] codes, Span<Vector256<double>> cells)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var cell = cells[codes[rows[i]]];
            cells[codes[rows[i]]] = Vector256.Create(cell[0] + figures[i][0], cell[1] + figures[i][1], cell[2] + figures[i][2], 0);
        }
    }

    /// <summary>What is left of a node when one child is taken away: parent −= child.</summary>
    public static void Subtract(Span<Vector256<double>> parent, ReadOnlySpan<Vector256<double>> child)
    {
        child = child[..parent.Length];
        for (var i = 0; i < parent.Length; i++) parent[i] -= child[i];
    }
}
