using System.Text.Json;
using System.Text.Unicode;

namespace SynthNotebooks.Kernel.Wire;

/// <summary>Why a message was not taken.</summary>
internal enum MessageRejection
{
    /// <summary>It was taken.</summary>
    None,

    /// <summary>No delimiter, or fewer than five frames after it.</summary>
    Framing,

    /// <summary>The signature does not fit.</summary>
    Signature,

    /// <summary>A part is no JSON object, or the header lacks its type or id.</summary>
    Json,
}

/// <summary>Turns frames into messages: delimiter, signature, then JSON; nothing is parsed before its signature was checked.</summary>
internal static class MessageReader
{
    /// <summary>The frame between routing and message.</summary>
    public static ReadOnlySpan<byte> Delimiter => "<IDS|MSG>"u8;

    private static readonly JsonDocumentOptions Depth = new() { MaxDepth = 256 };

    public static MessageRejection TryRead(byte[] identity, IReadOnlyList<ReadOnlyMemory<byte>> frames, MessageSigner signer, out JupyterMessage? message)
    {
        message = null;
        var at = 0;
        while (at < frames.Count && !frames[at].Span.SequenceEqual(Delimiter)) at++;
        if (frames.Count - at < 6) return MessageRejection.Framing;
        var (signature, header, parent, metadata, content) = (frames[at + 1], frames[at + 2], frames[at + 3], frames[at + 4], frames[at + 5]);
        if (!signer.Verify(signature.Span, header.Span, parent.Span, metadata.Span, content.Span)) return MessageRejection.Signature;
        if (!TryParse(header, out var head) || !TryParse(parent, out var parentHead) || !TryParse(metadata, out var meta) || !TryParse(content, out var body))
            return MessageRejection.Json;
        var (type, id) = (Text(head, "msg_type"), Text(head, "msg_id"));
        if (type.Length == 0 || id.Length == 0) return MessageRejection.Json;
        message = new JupyterMessage
        {
            Identity = identity,
            Envelope = [.. frames.Take(at)],
            Header = header,
            Type = type,
            Id = id,
            ParentId = Text(parentHead, "msg_id"),
            Metadata = meta,
            Content = body,
            Buffers = [.. frames.Skip(at + 6)],
        };
        return MessageRejection.None;
    }

    private static bool TryParse(ReadOnlyMemory<byte> json, out JsonElement element)
    {
        element = default;
        if (!Utf8.IsValid(json.Span)) return false; // the parser lets it pass within strings
        try
        {
            using var document = JsonDocument.Parse(json, Depth);
            element = document.RootElement.Clone();
            return element.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>A member that is text; empty when it is not.</summary>
    internal static string Text(JsonElement element, string name)
    {
        try
        {
            return element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        }
        catch (InvalidOperationException)
        {
            return ""; // half a surrogate pair, escaped, in a name or in the value
        }
    }
}
