namespace SynthNotebooks.Kernel.Transport;

/// <summary>The 64 bytes with which both ends begin: signature, version, mechanism NULL.</summary>
/// <remarks>Source: ZMTP 3.1, https://rfc.zeromq.org/spec/37/. A 3.0 peer (RFC 23) is answered in 3.0; older ones are refused.</remarks>
internal static class ZmtpGreeting
{
    public const int Length = 64;
    private const int VersionAt = 10, MechanismAt = 12, MechanismLength = 20;

    private static readonly byte[] Bytes = Build();

    /// <summary>What this end sends.</summary>
    public static ReadOnlyMemory<byte> Own => Bytes;

    /// <summary>Checks as much as has arrived, so that a stranger is turned away at its first wrong byte.</summary>
    /// <param name="received">The first 0 to 64 bytes of the peer.</param>
    /// <returns>The peer's minor version when the greeting is complete, otherwise null.</returns>
    /// <exception cref="ZmtpProtocolException">The bytes cannot be the beginning of a ZMTP 3 greeting with NULL security.</exception>
    public static int? Check(ReadOnlySpan<byte> received)
    {
        if (received.Length > 0 && received[0] != 0xFF) ZmtpProtocolException.Throw("no ZMTP signature");
        if (received.Length > 9 && received[9] != 0x7F) ZmtpProtocolException.Throw("no ZMTP signature");
        if (received.Length > VersionAt && received[VersionAt] < 3) ZmtpProtocolException.Throw("ZMTP older than 3.0");
        if (received.Length < Length) return null;
        if (!received.Slice(MechanismAt, MechanismLength).SequenceEqual(Bytes.AsSpan(MechanismAt, MechanismLength)))
            ZmtpProtocolException.Throw("mechanism is not NULL");
        return received[VersionAt] > 3 ? 1 : received[VersionAt + 1];
    }

    private static byte[] Build()
    {
        var greeting = new byte[Length];
        greeting[0] = 0xFF;
        greeting[9] = 0x7F;
        greeting[VersionAt] = 3;
        greeting[VersionAt + 1] = 1;
        "NULL"u8.CopyTo(greeting.AsSpan(MechanismAt));
        return greeting;
    }
}
