using System.Security.Cryptography;

namespace SynthNotebooks.Privacy;

/// <summary>Bits of the operating system's cryptographic generator: the only source on which a privacy claim stands.</summary>
/// <remarks>Cannot be seeded, copied or replayed. Not thread-safe: give each thread its own.</remarks>
public sealed class CryptographicBits() : RandomBits(8192)
{
    /// <inheritdoc/>
    public override bool IsCryptographic => true;

    internal override void Fill(Span<byte> destination) => RandomNumberGenerator.Fill(destination);
}
