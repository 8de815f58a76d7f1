namespace SynthNotebooks.Kernel.Tests.Doubles;

/// <summary>SplitMix64: the same noise for the same seed on every machine.</summary>
internal sealed class Noise(ulong seed)
{
    private ulong _state = seed;

    /// <summary>0 to one less than a limit.</summary>
    public int Below(int limit) => (int)(Next() % (uint)limit);

    /// <summary>Puts another byte into one place.</summary>
    public void Spoil(byte[] bytes) => bytes[Below(bytes.Length)] = (byte)Next();

    /// <summary>Random bytes; plausible ones are mostly small, as lengths and flags are.</summary>
    public void Fill(Span<byte> bytes, bool plausible)
    {
        for (var i = 0; i < bytes.Length; i++) bytes[i] = plausible && i % 3 != 2 ? (byte)(Next() % 9) : (byte)Next();
    }

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
