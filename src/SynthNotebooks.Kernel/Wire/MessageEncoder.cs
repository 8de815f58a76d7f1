using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using SynthNotebooks.Kernel.Transport;

namespace SynthNotebooks.Kernel.Wire;

/// <summary>Writes, signs and frames messages; thread-safe.</summary>
/// <remarks>The four JSON parts are written one after the other, so that one pass of the hash covers them; cost is two copies of the message.</remarks>
internal sealed class MessageEncoder(MessageSigner signer, TimeProvider time)
{
    /// <summary>The version of the protocol that headers name.</summary>
    public const string ProtocolVersion = "5.4";

    // What goes to a front end is JSON, never a script in a page: text may stay legible and short.
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = 512 };

    private const int LargestSpare = 512 * 1024;

    private ArrayBufferWriter<byte>? _spare; // the buffer of the message before, unless another thread has it
    private long _counter;

    /// <summary>Id of this run of the kernel; different for every process.</summary>
    public string Session { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The message's frames as they go over the wire, and its id.</summary>
    /// <exception cref="ArgumentException">The content holds a number that JSON cannot express.</exception>
    public (ReadOnlyMemory<byte> Bytes, string Id) Encode(OutgoingMessage message)
    {
        var id = $"{Session}_{Interlocked.Increment(ref _counter).ToString(CultureInfo.InvariantCulture)}";
        var parts = Interlocked.Exchange(ref _spare, null) ?? new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(parts, Json);
        WriteHeader(writer, message.Type, id);
        var parentAt = Finish(writer, parts);
        if (message.Parent.IsEmpty) parts.Write("{}"u8);
        else parts.Write(message.Parent.Span);
        var metadataAt = parts.WrittenCount;
        WriteObject(writer, message.Metadata);
        var contentAt = Finish(writer, parts);
        WriteObject(writer, message.Content);
        Finish(writer, parts);
        var bytes = Frame(message, parts.WrittenSpan, parentAt, metadataAt, contentAt);
        parts.ResetWrittenCount();
        if (parts.Capacity <= LargestSpare) _spare = parts;
        return (bytes, id);
    }

    private ReadOnlyMemory<byte> Frame(OutgoingMessage message, ReadOnlySpan<byte> parts, int parentAt, int metadataAt, int contentAt)
    {
        var size = parts.Length + 256;
        foreach (var frame in message.Envelope) size += frame.Length + ZmtpFrame.LongestHeader;
        foreach (var buffer in message.Buffers) size += buffer.Length + ZmtpFrame.LongestHeader;
        var output = new ArrayBufferWriter<byte>(size);
        foreach (var frame in message.Envelope) ZmtpFrame.Write(output, frame.Span, ZmtpFrame.More);
        ZmtpFrame.Write(output, MessageReader.Delimiter, ZmtpFrame.More);
        ZmtpFrame.Write(output, signer.Sign(parts), ZmtpFrame.More);
        ZmtpFrame.Write(output, parts[..parentAt], ZmtpFrame.More);
        ZmtpFrame.Write(output, parts[parentAt..metadataAt], ZmtpFrame.More);
        ZmtpFrame.Write(output, parts[metadataAt..contentAt], ZmtpFrame.More);
        ZmtpFrame.Write(output, parts[contentAt..], message.Buffers.Count > 0 ? ZmtpFrame.More : (byte)0);
        for (var i = 0; i < message.Buffers.Count; i++)
            ZmtpFrame.Write(output, message.Buffers[i].Span, i < message.Buffers.Count - 1 ? ZmtpFrame.More : (byte)0);
        return output.WrittenMemory;
    }

    private void WriteHeader(Utf8JsonWriter writer, string type, string id)
    {
        writer.WriteStartObject();
        writer.WriteString("msg_id", id);
        writer.WriteString("msg_type", type);
        writer.WriteString("username", "kernel");
        writer.WriteString("session", Session);
        writer.WriteString("date", Now());
        writer.WriteString("version", ProtocolVersion);
        writer.WriteEndObject();
    }

    /// <summary>The time as headers write it.</summary>
    public string Now() => time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static void WriteObject(Utf8JsonWriter writer, Action<Utf8JsonWriter>? members)
    {
        writer.WriteStartObject();
        members?.Invoke(writer);
        writer.WriteEndObject();
    }

    private static int Finish(Utf8JsonWriter writer, ArrayBufferWriter<byte> parts)
    {
        writer.Flush();
        writer.Reset();
        return parts.WrittenCount;
    }
}
