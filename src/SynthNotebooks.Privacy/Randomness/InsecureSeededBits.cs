using System.Buffers.Binary;
using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy;

/// <summary>NON-PRIVATE: repeatable bits of a seed, for teaching and tests.</summary>
/// <remarks>Whoever knows the seed removes the noise. A mechanism on these bits claims nothing (<see cref="PrivacyClaim.None"/>).</remarks>
/// <param name="seed">Any value.</param>
public sealed class InsecureSeededBits(ulong seed) : RandomBits(8192)
{
    private readonly SplitRandom _random = new(seed);

    /// <inheritdoc/>
    public override bool IsCryptographic => false;

    internal override void Fill(Span<byte> destination)
    {
        for (var at = 0; at < destination.Length; at += 8) BinaryPrimitives.WriteUInt64LittleEndian(destination[at..], _random.NextUInt64());
    }
}
