using System.Text.Json;
using SynthNotebooks.Kernel.Wire;

namespace SynthNotebooks.Kernel.Server;

/// <summary>A message being handled on the shell or control channel.</summary>
internal sealed class Request(JupyterMessage message, Action<OutgoingMessage> send)
{
    private const string RequestSuffix = "_request";

    /// <summary>What the client sent.</summary>
    public JupyterMessage Message => message;

    /// <summary>Whether a reply was sent.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>Whether the client waits for a reply: all but comm messages, which go one way.</summary>
    public bool ExpectsReply => !message.Type.StartsWith("comm_", StringComparison.Ordinal) || message.Type == "comm_info_request";

    /// <summary>Sends the reply; its type follows from the request's.</summary>
    public void Reply(Action<Utf8JsonWriter> content, Action<Utf8JsonWriter>? metadata = null)
    {
        IsAnswered = true;
        var type = message.Type.EndsWith(RequestSuffix, StringComparison.Ordinal) ? message.Type[..^RequestSuffix.Length] : message.Type;
        send(new OutgoingMessage(type + "_reply", message.Header, content) { Envelope = message.Envelope, Metadata = metadata });
    }

    /// <summary>Sends an error as the reply.</summary>
    public void ReplyError(string name, string text) => Reply(writer =>
    {
        writer.WriteString("status", "error");
        writer.WriteString("ename", name);
        writer.WriteString("evalue", text);
        writer.WriteStartArray("traceback");
        writer.WriteEndArray();
    });

    /// <summary>A member that must be text.</summary>
    /// <exception cref="InvalidRequestException">It is missing or something else.</exception>
    public string Text(string name) => TextOr(name, null) ?? throw new InvalidRequestException($"{message.Type} needs the text \"{name}\".");

    /// <summary>A member that may be text.</summary>
    /// <exception cref="InvalidRequestException">It is something else.</exception>
    public string? TextOr(string name, string? otherwise)
    {
        if (!TryGet(name, out var value)) return otherwise;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw Wrong(name, value, "text");
    }

    /// <summary>A member that may be true or false.</summary>
    /// <exception cref="InvalidRequestException">It is something else.</exception>
    public bool Flag(string name, bool otherwise)
    {
        if (!TryGet(name, out var value)) return otherwise;
        return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(name, value, "true or false");
    }

    /// <summary>A member that may be a whole number.</summary>
    /// <exception cref="InvalidRequestException">It is something else.</exception>
    public int? Number(string name)
    {
        if (!TryGet(name, out var value)) return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : throw Wrong(name, value, "a whole number");
    }

    /// <summary>A member that is there and not null.</summary>
    public bool TryGet(string name, out JsonElement value) =>
        message.Content.TryGetProperty(name, out value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);

    private InvalidRequestException Wrong(string name, JsonElement value, string expected) =>
        new($"{message.Type}: \"{name}\" is {value.ValueKind}, expected {expected}.");
}
