using System.Text.Json;

namespace SynthNotebooks.Kernel.Comms;

/// <summary>What the kernel offers to front ends that open a comm under a name.</summary>
public interface ICommTarget
{
    /// <summary>The name, for instance <c>jupyter.widget</c>.</summary>
    string Name { get; }

    /// <summary>A front end opened a comm.</summary>
    /// <param name="comm">The channel.</param>
    /// <param name="data">Its opening data.</param>
    /// <param name="buffers">Binary buffers beside it.</param>
    /// <returns>Who hears it from now on.</returns>
    ICommListener Open(IComm comm, JsonElement data, IReadOnlyList<ReadOnlyMemory<byte>> buffers);
}
