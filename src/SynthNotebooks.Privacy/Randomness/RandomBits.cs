using System.Buffers.Binary;

namespace SynthNotebooks.Privacy;

/// <summary>Uniform random bits, fetched in batches, for exact samplers.</summary>
/// <remarks>
/// There are two kinds and nobody else can add one: <see cref="CryptographicBits"/>, on which a claim can stand, and
/// <see cref="InsecureSeededBits"/>, with which every mechanism's claim is <see cref="PrivacyClaim.None"/>. The project's seeded generator is
/// neither. Used bits are wiped. Not thread-safe. Source of the bounded draw: Lemire, ACM TOMACS 29(1), 2019, doi:10.1145/3230636.
/// </remarks>
public abstract class RandomBits
{
    private readonly byte[] _buffer;
    private int _next;
    private uint _bits, _bitsLeft;

    internal RandomBits(int batch) => (_buffer, _next) = (new byte[batch], batch);

    /// <summary>Whether a privacy claim can stand on these bits.</summary>
    public abstract bool IsCryptographic { get; }

    internal abstract void Fill(Span<byte> destination);

    /// <summary>One fair bit.</summary>
    public bool NextBit()
    {
        if (_bitsLeft == 0) (_bits, _bitsLeft) = (NextUInt32(), 32);
        var bit = (_bits & 1) != 0;
        _bits >>= 1;
        _bitsLeft--;
        return bit;
    }

    /// <summary>32 uniform bits.</summary>
    public uint NextUInt32()
    {
        var bytes = Next(4);
        var value = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        bytes.Clear();
        return value;
    }

    /// <summary>64 uniform bits.</summary>
    public ulong NextUInt64()
    {
        var bytes = Next(8);
        var value = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        bytes.Clear();
        return value;
    }

    /// <summary>Uniform on 0 .. bound − 1, exactly.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bound is zero.</exception>
    public ulong NextBelow(ulong bound)
    {
        ArgumentOutOfRangeException.ThrowIfZero(bound);
        if (bound <= uint.MaxValue) return Below32((uint)bound);
        var high = Math.BigMul(NextUInt64(), bound, out var low);
        if (low < bound)
        {
            var threshold = (0 - bound) % bound;
            while (low < threshold) high = Math.BigMul(NextUInt64(), bound, out low);
        }
        return high;
    }

    internal UInt128 NextBelow(UInt128 bound)
    {
        if (bound <= ulong.MaxValue) return NextBelow((ulong)bound);
        var mask = UInt128.MaxValue >> (int)UInt128.LeadingZeroCount(bound - 1);
        while (true)
        {
            var draw = new UInt128(NextUInt64(), NextUInt64()) & mask;
            if (draw < bound) return draw;
        }
    }

    private ulong Below32(uint bound)
    {
        var product = (ulong)NextUInt32() * bound;
        if ((uint)product < bound)
        {
            var threshold = (0 - bound) % bound;
            while ((uint)product < threshold) product = (ulong)NextUInt32() * bound;
        }
        return product >> 32;
    }

    private Span<byte> Next(int count)
    {
        if (_next + count > _buffer.Length)
        {
            Fill(_buffer);
            _next = 0;
        }
        var bytes = _buffer.AsSpan(_next, count);
        _next += count;
        return bytes;
    }
}
