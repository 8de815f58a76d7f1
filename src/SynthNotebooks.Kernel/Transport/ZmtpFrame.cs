using System.Buffers;
using System.Buffers.Binary;

namespace SynthNotebooks.Kernel.Transport;

/// <summary>One frame on the wire: a flag byte, a length of 1 or 8 bytes, a body.</summary>
/// <param name="Flags">MORE, LONG, COMMAND; the other bits are reserved.</param>
/// <param name="Body">Owned by the frame.</param>
internal readonly record struct ZmtpFrame(byte Flags, ReadOnlyMemory<byte> Body)
{
    public const byte More = 1, Long = 2, Command = 4;
    public const int LongestHeader = 9;

    public bool HasMore => (Flags & More) != 0;

    public bool IsCommand => (Flags & Command) != 0;

    /// <summary>Writes a frame's flag byte and length.</summary>
    public static void WriteHeader(IBufferWriter<byte> output, int length, byte flags)
    {
        var span = output.GetSpan(LongestHeader);
        if (length <= byte.MaxValue)
        {
            (span[0], span[1]) = (flags, (byte)length);
            output.Advance(2);
            return;
        }
        span[0] = (byte)(flags | Long);
        BinaryPrimitives.WriteUInt64BigEndian(span[1..], (ulong)length);
        output.Advance(LongestHeader);
    }

    /// <summary>Writes a whole frame.</summary>
    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> body, byte flags)
    {
        WriteHeader(output, body.Length, flags);
        output.Write(body);
    }
}
