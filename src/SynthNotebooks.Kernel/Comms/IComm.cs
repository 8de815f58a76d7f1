using System.Text.Json.Nodes;

namespace SynthNotebooks.Kernel.Comms;

/// <summary>A two-way channel between the kernel and an object in the front end, such as a widget.</summary>
/// <remarks>Source: Jupyter messaging 5.4, custom messages.</remarks>
public interface IComm
{
    /// <summary>Known to both ends.</summary>
    string Id { get; }

    /// <summary>Sends data to the other end; thread-safe.</summary>
    /// <param name="data">Handed over: not to be changed afterwards.</param>
    /// <param name="buffers">Binary buffers beside it.</param>
    void Send(JsonObject data, params IReadOnlyList<ReadOnlyMemory<byte>> buffers);

    /// <summary>Closes both ends.</summary>
    /// <param name="data">Handed over likewise; null for none.</param>
    void Close(JsonObject? data = null);
}
