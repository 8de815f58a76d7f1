using System.Text.Json;

namespace SynthNotebooks.Kernel.Comms;

/// <summary>Hears what the front end says over one comm; called one after the other on the shell thread, never while a cell runs.</summary>
public interface ICommListener
{
    /// <summary>Data came.</summary>
    /// <param name="data">What was said.</param>
    /// <param name="buffers">Binary buffers beside it.</param>
    /// <param name="interrupt">Cancelled when the user interrupts the kernel meanwhile: the work is the user's as a cell's is.</param>
    void Received(JsonElement data, IReadOnlyList<ReadOnlyMemory<byte>> buffers, CancellationToken interrupt);

    /// <summary>The front end closed the comm.</summary>
    void Closed(JsonElement data);
}
