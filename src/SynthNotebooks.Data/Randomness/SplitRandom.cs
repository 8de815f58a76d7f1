using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace SynthNotebooks.Data;

/// <summary>Seeded randomness that splits: a child depends on its parent's seed and its own label, not on what was drawn before.</summary>
/// <remarks>
/// <para>So columns, trees and chunks of rows each take their own stream, and results do not depend on the order or the number of threads.
/// Not for anything that must be private. Not thread-safe: give each thread its own child.</para>
/// <para>Sources: xoshiro256++ (Blackman, Vigna, ACM TOMS 47(4), 2021, doi:10.1145/3460772); seeding by SplitMix64 (Steele, Lea, Flood, OOPSLA
/// 2014, doi:10.1145/2660193.2660195); bounded integers by Lemire, ACM TOMACS 29(1), 2019, doi:10.1145/3230636.</para>
/// </remarks>
public sealed class SplitRandom
{
    private ulong _keyLow, _keyHigh; // identity; children are derived from it alone
    private ulong _s0, _s1, _s2, _s3;

    /// <summary>The root stream of a seed; any value is legal.</summary>
    public SplitRandom(ulong seed)
        : this(Mix(seed + 0x9E3779B97F4A7C15), Mix(seed ^ 0xD1B54A32D192ED03))
    {
    }

    private SplitRandom(ulong keyLow, ulong keyHigh) => Begin(keyLow, keyHigh);

    private void Begin(ulong keyLow, ulong keyHigh)
    {
        (_keyLow, _keyHigh) = (keyLow, keyHigh);
        var state = keyLow;
        _s0 = Next(ref state);
        _s1 = Next(ref state) ^ keyHigh;
        _s2 = Next(ref state);
        _s3 = Next(ref state) ^ BitOperations.RotateLeft(keyHigh, 32);
        if ((_s0 | _s1 | _s2 | _s3) == 0) _s0 = 1; // the one state that xoshiro cannot leave

        static ulong Next(ref ulong state) => Mix(state += 0x9E3779B97F4A7C15);
    }

    /// <summary>The child stream of a number, e.g. of a chunk or a tree.</summary>
    public SplitRandom Split(ulong label)
    {
        var mixed = Mix(label + 0x9E3779B97F4A7C15);
        return new(Mix(_keyLow ^ mixed), Mix(_keyHigh + BitOperations.RotateLeft(mixed, 23) + 0xD1B54A32D192ED03));
    }

    /// <summary>The child stream of a name, e.g. of a column.</summary>
    public SplitRandom Split(string label) => Split(Label(label));

    /// <summary>The number of a name: <c>Split(Label(name))</c> is <c>Split(name)</c>, without a hash each time.</summary>
    public static ulong Label(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }

    /// <summary>Becomes the child stream <c>parent.Split(label)</c> from its start, so that loops over rows need no new object each.</summary>
    public void Become(SplitRandom parent, ulong label)
    {
        ArgumentNullException.ThrowIfNull(parent);
        var mixed = Mix(label + 0x9E3779B97F4A7C15);
        Begin(Mix(parent._keyLow ^ mixed), Mix(parent._keyHigh + BitOperations.RotateLeft(mixed, 23) + 0xD1B54A32D192ED03));
    }

    /// <summary>Becomes a copy of another stream where it stands.</summary>
    public void Copy(SplitRandom other)
    {
        ArgumentNullException.ThrowIfNull(other);
        (_keyLow, _keyHigh) = (other._keyLow, other._keyHigh);
        (_s0, _s1, _s2, _s3) = (other._s0, other._s1, other._s2, other._s3);
    }

    /// <summary>Whether the other stream will draw what this one will: with it a second copy of a stream tells which numbers the first has drawn.</summary>
    public bool StandsWith(SplitRandom other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (_s0, _s1, _s2, _s3) == (other._s0, other._s1, other._s2, other._s3);
    }

    /// <summary>64 uniform bits.</summary>
    public ulong NextUInt64()
    {
        var result = BitOperations.RotateLeft(_s0 + _s3, 23) + _s0;
        var t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>Uniform on [0, 1), a multiple of 2⁻⁵³.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform on (0, 1), never either end; for quantile functions.</summary>
    public double NextOpenDouble() => ((NextUInt64() >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>Uniform on 0 .. bound − 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not positive.</exception>
    public int NextBelow(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        return (int)NextBelow((ulong)bound);
    }

    /// <summary>Uniform on 0 .. bound − 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bound is zero.</exception>
    public ulong NextBelow(ulong bound)
    {
        ArgumentOutOfRangeException.ThrowIfZero(bound);
        var high = Math.BigMul(NextUInt64(), bound, out var low);
        if (low < bound)
        {
            var threshold = (0 - bound) % bound;
            while (low < threshold) high = Math.BigMul(NextUInt64(), bound, out low);
        }
        return high;
    }

    /// <summary>Standard normal, by inversion: one draw of 64 bits each.</summary>
    public double NextNormal() => PortableMath.NormalQuantile(NextOpenDouble());

    /// <summary>Puts the items into a uniformly random order.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = NextBelow(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }
}
