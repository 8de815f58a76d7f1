using System.Security.Cryptography;
using System.Text;

namespace SynthNotebooks.Kernel.Wire;

/// <summary>HMAC-SHA256 in lower-case hexadecimal over header, parent header, metadata and content.</summary>
/// <remarks>With an empty key nothing is signed and everything is accepted. Source: Jupyter messaging 5.4, the wire protocol.</remarks>
internal sealed class MessageSigner(string key)
{
    private const int HexLength = 2 * HMACSHA256.HashSizeInBytes;

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    /// <summary>The signature of four parts that stand one after the other.</summary>
    /// <returns>64 ASCII bytes, or none without a key.</returns>
    public byte[] Sign(ReadOnlySpan<byte> parts)
    {
        if (_key.Length == 0) return [];
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, parts, digest);
        return Hex(digest);
    }

    /// <summary>Whether the signature fits the four parts; compared in constant time.</summary>
    public bool Verify(ReadOnlySpan<byte> signature, ReadOnlySpan<byte> header, ReadOnlySpan<byte> parent, ReadOnlySpan<byte> metadata, ReadOnlySpan<byte> content)
    {
        if (_key.Length == 0) return true;
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hash.AppendData(header);
        hash.AppendData(parent);
        hash.AppendData(metadata);
        hash.AppendData(content);
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return CryptographicOperations.FixedTimeEquals(Hex(digest), signature);
    }

    private static byte[] Hex(ReadOnlySpan<byte> digest)
    {
        var hex = new byte[HexLength];
        Convert.TryToHexStringLower(digest, hex, out _);
        return hex;
    }
}
