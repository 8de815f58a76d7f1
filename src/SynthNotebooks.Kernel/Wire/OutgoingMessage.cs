using System.Text.Json;

namespace SynthNotebooks.Kernel.Wire;

/// <summary>A message of the kernel before it is encoded.</summary>
/// <param name="Type">For instance <c>stream</c>.</param>
/// <param name="Parent">Header of the request it belongs to, as it came; empty for none.</param>
/// <param name="Content">Writes the members of the content object.</param>
internal sealed record OutgoingMessage(string Type, ReadOnlyMemory<byte> Parent, Action<Utf8JsonWriter> Content)
{
    /// <summary>Frames before the delimiter: the topic on iopub, the request's envelope elsewhere.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Envelope { get; init; } = [];

    /// <summary>Writes the members of the metadata object; null for none.</summary>
    public Action<Utf8JsonWriter>? Metadata { get; init; }

    /// <summary>Binary buffers after the content.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Buffers { get; init; } = [];
}
