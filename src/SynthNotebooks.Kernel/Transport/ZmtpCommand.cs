using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace SynthNotebooks.Kernel.Transport;

/// <summary>Commands: a name of 1 to 255 characters and data.</summary>
/// <remarks>Source: RFC 37 (READY, ERROR, SUBSCRIBE, CANCEL, PING, PONG).</remarks>
internal static class ZmtpCommand
{
    /// <summary>Splits a command frame's body.</summary>
    /// <exception cref="ZmtpProtocolException">The name does not fit into the body.</exception>
    public static (string Name, ReadOnlyMemory<byte> Data) Parse(ReadOnlyMemory<byte> body)
    {
        var span = body.Span;
        if (span.IsEmpty || span[0] == 0 || span.Length < span[0] + 1)
            ZmtpProtocolException.Throw("a command without a name");
        return (Encoding.ASCII.GetString(span.Slice(1, span[0])), body[(span[0] + 1)..]);
    }

    /// <summary>A command as a frame.</summary>
    public static byte[] Encode(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        var output = new ArrayBufferWriter<byte>(name.Length + data.Length + 1 + ZmtpFrame.LongestHeader);
        ZmtpFrame.WriteHeader(output, 1 + name.Length + data.Length, ZmtpFrame.Command);
        output.Write([(byte)name.Length]);
        output.Write(name);
        output.Write(data);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>READY with this end's socket type.</summary>
    public static byte[] Ready(string socketType)
    {
        var data = new ArrayBufferWriter<byte>();
        WriteProperty(data, "Socket-Type"u8, Encoding.ASCII.GetBytes(socketType));
        return Encode("READY"u8, data.WrittenSpan);
    }

    /// <summary>ERROR with a reason, at most 255 ASCII characters of it.</summary>
    public static byte[] Error(string reason)
    {
        var text = Encoding.ASCII.GetBytes(reason.Length > 255 ? reason[..255] : reason);
        return Encode("ERROR"u8, [(byte)text.Length, .. text]);
    }

    /// <summary>The properties of READY; names compare without case.</summary>
    /// <exception cref="ZmtpProtocolException">A name or value does not fit.</exception>
    public static Dictionary<string, byte[]> ParseProperties(ReadOnlySpan<byte> data)
    {
        var properties = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        while (!data.IsEmpty)
        {
            int nameLength = data[0];
            if (nameLength == 0 || data.Length < 1 + nameLength + 4) ZmtpProtocolException.Throw("broken metadata in READY");
            var name = Encoding.ASCII.GetString(data.Slice(1, nameLength));
            data = data[(1 + nameLength)..];
            var valueLength = BinaryPrimitives.ReadUInt32BigEndian(data);
            data = data[4..];
            if (valueLength > (uint)data.Length) ZmtpProtocolException.Throw("broken metadata in READY");
            properties[name] = data[..(int)valueLength].ToArray();
            data = data[(int)valueLength..];
        }
        return properties;
    }

    private static void WriteProperty(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        output.Write([(byte)name.Length]);
        output.Write(name);
        BinaryPrimitives.WriteUInt32BigEndian(output.GetSpan(4), (uint)value.Length);
        output.Advance(4);
        output.Write(value);
    }
}
