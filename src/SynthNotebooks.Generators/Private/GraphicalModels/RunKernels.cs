using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SynthNotebooks.Generators.Private;

/// <summary>Loops over contiguous runs of doubles by four fixed lanes: the same bits at any width of the vector unit.</summary>
/// <remarks>
/// Only IEEE add and multiply, never fused. The exponential is that of Cody, Waite, Software Manual for the Elementary Functions, 1980, with Taylor's
/// polynomial of degree 11 on |r| ≤ ln 2 / 2: relative error below 1e-14.
/// </remarks>
internal static class RunKernels
{
    private const int Lanes = 4;
    private const double Lowest = -700; // below, the exponential counts as 0
    private const double Log2E = 1.4426950408889634, Ln2High = 6.93147180369123816490e-01, Ln2Low = 1.90821492927058770002e-10;
    private const double Shift = 6755399441055744; // 1.5 · 2⁵²: adding it leaves the nearest integer in the lowest bits
    private const double C2 = 1.0 / 2, C3 = 1.0 / 6, C4 = 1.0 / 24, C5 = 1.0 / 120, C6 = 1.0 / 720, C7 = 1.0 / 5040, C8 = 1.0 / 40320,
        C9 = 1.0 / 362880, C10 = 1.0 / 3628800, C11 = 1.0 / 39916800;

    /// <summary>The sum of a run.</summary>
    public static double Sum(ReadOnlySpan<double> run)
    {
        var total = 0.0;
        var i = 0;
        if (run.Length >= 2 * Lanes)
        {
            ref var first = ref MemoryMarshal.GetReference(run);
            Vector256<double> a = default, b = default;
            for (; i + 2 * Lanes <= run.Length; i += 2 * Lanes)
            {
                a += Load(ref first, i);
                b += Load(ref first, i + Lanes);
            }
            total = Total(a + b);
        }
        for (; i < run.Length; i++) total += run[i];
        return total;
    }

    /// <summary>into += run.</summary>
    public static void Add(ReadOnlySpan<double> run, Span<double> into)
    {
        ref var source = ref MemoryMarshal.GetReference(run);
        ref var target = ref MemoryMarshal.GetReference(into[..run.Length]);
        var i = 0;
        for (; i + Lanes <= run.Length; i += Lanes) (Load(ref target, i) + Load(ref source, i)).StoreUnsafe(ref target, (nuint)i);
        for (; i < run.Length; i++) into[i] += run[i];
    }

    /// <summary>into += constant.</summary>
    public static void Add(double constant, Span<double> into)
    {
        ref var target = ref MemoryMarshal.GetReference(into);
        var all = Vector256.Create(constant);
        var i = 0;
        for (; i + Lanes <= into.Length; i += Lanes) (Load(ref target, i) + all).StoreUnsafe(ref target, (nuint)i);
        for (; i < into.Length; i++) into[i] += constant;
    }

    /// <summary>into *= factor.</summary>
    public static void Scale(double factor, Span<double> into)
    {
        ref var target = ref MemoryMarshal.GetReference(into);
        var all = Vector256.Create(factor);
        var i = 0;
        for (; i + Lanes <= into.Length; i += Lanes) (Load(ref target, i) * all).StoreUnsafe(ref target, (nuint)i);
        for (; i < into.Length; i++) into[i] *= factor;
    }

    /// <summary>into = factor · run.</summary>
    public static void Scale(ReadOnlySpan<double> run, double factor, Span<double> into)
    {
        ref var source = ref MemoryMarshal.GetReference(run);
        ref var target = ref MemoryMarshal.GetReference(into[..run.Length]);
        var all = Vector256.Create(factor);
        var i = 0;
        for (; i + Lanes <= run.Length; i += Lanes) (Load(ref source, i) * all).StoreUnsafe(ref target, (nuint)i);
        for (; i < run.Length; i++) into[i] = run[i] * factor;
    }

    /// <summary>into += factor · run.</summary>
    public static void AddScaled(ReadOnlySpan<double> run, double factor, Span<double> into)
    {
        ref var source = ref MemoryMarshal.GetReference(run);
        ref var target = ref MemoryMarshal.GetReference(into[..run.Length]);
        var all = Vector256.Create(factor);
        var i = 0;
        for (; i + Lanes <= run.Length; i += Lanes) (Load(ref target, i) + Load(ref source, i) * all).StoreUnsafe(ref target, (nuint)i);
        for (; i < run.Length; i++) into[i] += run[i] * factor;
    }

    /// <summary>The largest of a run; −∞ when all are.</summary>
    public static double Maximum(ReadOnlySpan<double> run)
    {
        var most = double.NegativeInfinity;
        var i = 0;
        if (run.Length >= Lanes)
        {
            ref var first = ref MemoryMarshal.GetReference(run);
            var lanes = Load(ref first, 0);
            for (i = Lanes; i + Lanes <= run.Length; i += Lanes) lanes = Vector256.Max(lanes, Load(ref first, i));
            for (var lane = 0; lane < Lanes; lane++) most = Math.Max(most, lanes[lane]);
        }
        for (; i < run.Length; i++) most = Math.Max(most, run[i]);
        return most;
    }

    /// <summary>Replaces logarithms by their exponentials relative to the largest, which is finite.</summary>
    /// <returns>The sum of the exponentials, at least 1.</returns>
    public static double ExpRelative(Span<double> run, double largest)
    {
        var total = 0.0;
        var i = 0;
        if (run.Length >= Lanes)
        {
            ref var first = ref MemoryMarshal.GetReference(run);
            var shift = Vector256.Create(largest);
            Vector256<double> sum = default;
            for (; i + Lanes <= run.Length; i += Lanes)
            {
                var value = Exp(Load(ref first, i) - shift);
                value.StoreUnsafe(ref first, (nuint)i);
                sum += value;
            }
            total = Total(sum);
        }
        for (; i < run.Length; i++) total += run[i] = Exp(run[i] - largest);
        return total;
    }

    /// <summary>Four exponentials of numbers of at most 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp(Vector256<double> x)
    {
        var counts = Vector256.GreaterThanOrEqual(x, Vector256.Create(Lowest));
        x = Vector256.Max(x, Vector256.Create(Lowest));
        var shifted = x * Log2E + Vector256.Create(Shift);
        var k = shifted - Vector256.Create(Shift);
        var r = x - k * Ln2High - k * Ln2Low;
        var p = r * C11 + Vector256.Create(C10);
        p = p * r + Vector256.Create(C9);
        p = p * r + Vector256.Create(C8);
        p = p * r + Vector256.Create(C7);
        p = p * r + Vector256.Create(C6);
        p = p * r + Vector256.Create(C5);
        p = p * r + Vector256.Create(C4);
        p = p * r + Vector256.Create(C3);
        p = p * r + Vector256.Create(C2);
        p = p * r + Vector256.Create(1.0);
        p = p * r + Vector256.Create(1.0);
        return (p.AsInt64() + Vector256.ShiftLeft(shifted.AsInt64(), 52)).AsDouble() & counts;
    }

    /// <summary>The plain twin of the vector form.</summary>
    public static double Exp(double x)
    {
        if (!(x >= Lowest)) return 0;
        var shifted = x * Log2E + Shift;
        var k = shifted - Shift;
        var r = x - k * Ln2High - k * Ln2Low;
        var p = r * C11 + C10;
        p = p * r + C9;
        p = p * r + C8;
        p = p * r + C7;
        p = p * r + C6;
        p = p * r + C5;
        p = p * r + C4;
        p = p * r + C3;
        p = p * r + C2;
        p = p * r + 1;
        p = p * r + 1;
        return BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(p) + (BitConverter.DoubleToInt64Bits(shifted) << 52));
    }

    private static double Total(Vector256<double> lanes) => lanes[0] + lanes[2] + (lanes[1] + lanes[3]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Load(ref double source, int offset) => Vector256.LoadUnsafe(ref source, (nuint)offset);
}
