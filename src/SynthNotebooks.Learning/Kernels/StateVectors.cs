using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SynthNotebooks.Learning;

/// <summary>Element-wise loops over runs of floats whose length is a multiple of eight; the same bits at any width of the vector unit.</summary>
public static class StateVectors
{
    /// <summary>into += factor · source.</summary>
    public static void AddScaled(ReadOnlySpan<float> source, float factor, Span<float> into)
    {
        ref var x = ref MemoryMarshal.GetReference(source[..into.Length]);
        ref var y = ref MemoryMarshal.GetReference(into);
        for (var i = 0; i < into.Length; i += LaneSums.Lanes) (Load(ref y, i) + Load(ref x, i) * factor).StoreUnsafe(ref y, (nuint)i);
    }

    /// <summary>into += source.</summary>
    public static void Add(ReadOnlySpan<float> source, Span<float> into)
    {
        ref var x = ref MemoryMarshal.GetReference(source[..into.Length]);
        ref var y = ref MemoryMarshal.GetReference(into);
        for (var i = 0; i < into.Length; i += LaneSums.Lanes) (Load(ref y, i) + Load(ref x, i)).StoreUnsafe(ref y, (nuint)i);
    }

    /// <summary>into = into · source.</summary>
    public static void Multiply(Span<float> into, ReadOnlySpan<float> source)
    {
        ref var x = ref MemoryMarshal.GetReference(source[..into.Length]);
        ref var y = ref MemoryMarshal.GetReference(into);
        for (var i = 0; i < into.Length; i += LaneSums.Lanes) (Load(ref y, i) * Load(ref x, i)).StoreUnsafe(ref y, (nuint)i);
    }

    /// <summary>Multiplies by a number.</summary>
    public static void Scale(Span<float> values, float factor)
    {
        ref var y = ref MemoryMarshal.GetReference(values);
        for (var i = 0; i < values.Length; i += LaneSums.Lanes) (Load(ref y, i) * factor).StoreUnsafe(ref y, (nuint)i);
    }

    /// <summary>Adds factor · a · b to two places.</summary>
    /// <returns>Sum of the squares of what was added.</returns>
    public static float AddProduct(ReadOnlySpan<float> a, ReadOnlySpan<float> b, float factor, Span<float> first, Span<float> second)
    {
        var length = first.Length;
        ref var x = ref MemoryMarshal.GetReference(a[..length]);
        ref var y = ref MemoryMarshal.GetReference(b[..length]);
        ref var u = ref MemoryMarshal.GetReference(first);
        ref var v = ref MemoryMarshal.GetReference(second[..length]);
        var squares = Vector256<float>.Zero;
        for (var i = 0; i < length; i += LaneSums.Lanes)
        {
            var product = Load(ref x, i) * Load(ref y, i) * factor;
            (Load(ref u, i) + product).StoreUnsafe(ref u, (nuint)i);
            (Load(ref v, i) + product).StoreUnsafe(ref v, (nuint)i);
            squares += product * product;
        }
        return LaneSums.Total(squares);
    }

    /// <summary>Sum of the squares.</summary>
    public static float Squares(ReadOnlySpan<float> values)
    {
        ref var x = ref MemoryMarshal.GetReference(values);
        var squares = Vector256<float>.Zero;
        for (var i = 0; i < values.Length; i += LaneSums.Lanes) squares += Load(ref x, i) * Load(ref x, i);
        return LaneSums.Total(squares);
    }

    /// <summary>The largest of values of at least 0.</summary>
    public static float Largest(ReadOnlySpan<float> values)
    {
        ref var x = ref MemoryMarshal.GetReference(values);
        var most = Vector256<float>.Zero;
        for (var i = 0; i < values.Length; i += LaneSums.Lanes) most = Vector256.Max(most, Load(ref x, i));
        var largest = most[0];
        for (var i = 1; i < LaneSums.Lanes; i++) largest = MathF.Max(largest, most[i]);
        return largest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Load(ref float source, int offset) => Vector256.LoadUnsafe(ref source, (nuint)offset);
}
