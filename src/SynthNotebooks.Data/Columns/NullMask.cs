namespace SynthNotebooks.Data;

/// <summary>Which rows of a column are missing: one bit a row, none stored when no row is.</summary>
public sealed class NullMask
{
    private readonly ulong[]? _bits;

    private NullMask(ulong[]? bits, int count) => (_bits, Count) = (bits, count);

    /// <summary>No row is missing.</summary>
    public static NullMask None { get; } = new(null, 0);

    /// <summary>Number of missing rows.</summary>
    public int Count { get; }

    /// <summary>Whether a row is missing; rows past the mask's end are not.</summary>
    public bool this[int row] => _bits is not null && row >> 6 < _bits.Length && (_bits[row >> 6] >> (row & 63) & 1) != 0;

    /// <summary>The mask of a row of flags, true = missing.</summary>
    public static NullMask Of(ReadOnlySpan<bool> missing)
    {
        var count = missing.Count(true);
        if (count == 0) return None;
        var bits = new ulong[(missing.Length + 63) / 64];
        for (var i = 0; i < missing.Length; i++)
            if (missing[i]) bits[i >> 6] |= 1UL << (i & 63);
        return new(bits, count);
    }

    /// <summary>The mask of stored bits, one a row, 1 = missing; the array is not copied.</summary>
    internal static NullMask OfBits(ulong[]? bits, int count) => count == 0 ? None : new(bits, count);

    /// <summary>The mask of the given rows of this one, in their order.</summary>
    public NullMask Take(ReadOnlySpan<int> rows)
    {
        if (_bits is null) return None;
        var missing = new bool[rows.Length];
        for (var i = 0; i < rows.Length; i++) missing[i] = this[rows[i]];
        return Of(missing);
    }

    /// <summary>The mask of a run of rows.</summary>
    public NullMask Slice(int start, int length)
    {
        if (_bits is null) return None;
        var missing = new bool[length];
        for (var i = 0; i < length; i++) missing[i] = this[start + i];
        return Of(missing);
    }
}
