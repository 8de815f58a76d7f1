using System.Text.Json;

namespace SynthNotebooks.Kernel.Comms;

/// <summary>Hears what the front end says over one comm; called one after the other on the shell thread.</summary>
public interface ICommListener
{
    /// <summary>Data came.</summary>
    void Received(JsonElement data, IReadOnlyList<ReadOnlyMemory<byte>> buffers);

    /// <summary>The front end closed the comm.</summary>
    void Closed(JsonElement data);
}
