using System.Text.Json;

namespace SynthNotebooks.Kernel.Wire;

/// <summary>A message that a client sent and whose signature was good.</summary>
internal sealed class JupyterMessage
{
    /// <summary>Routing identity of the sender.</summary>
    public required byte[] Identity { get; init; }

    /// <summary>Frames between the identity and the delimiter, given back in replies; usually none.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> Envelope { get; init; }

    /// <summary>The header as it came: the parent header of all that answers this message.</summary>
    public required ReadOnlyMemory<byte> Header { get; init; }

    /// <summary>For instance <c>execute_request</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Id of this message.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the message this one answers, or empty.</summary>
    public required string ParentId { get; init; }

    /// <summary>An object.</summary>
    public required JsonElement Metadata { get; init; }

    /// <summary>An object.</summary>
    public required JsonElement Content { get; init; }

    /// <summary>Binary buffers after the content.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> Buffers { get; init; }
}
