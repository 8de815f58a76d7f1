using System.Net.Sockets;

namespace SynthNotebooks.Kernel.Transport;

/// <summary>Something with a socket that the I/O thread serves. All members are called on that thread.</summary>
internal interface IPollable
{
    /// <summary>Non-blocking.</summary>
    Socket Socket { get; }

    /// <summary>Whether the loop should report that the socket takes bytes again.</summary>
    bool WantsWrite { get; }

    /// <summary>Once true the loop forgets the object and calls <see cref="Release"/>.</summary>
    bool IsFinished { get; }

    /// <summary>Bytes or a connection can be taken.</summary>
    /// <param name="scratch">Free to use during the call.</param>
    void OnReadable(byte[] scratch);

    /// <summary>Bytes can be given.</summary>
    void OnWritable();

    /// <summary>Called about twice a second.</summary>
    /// <param name="now">Milliseconds of <see cref="Environment.TickCount64"/>.</param>
    void OnTick(long now);

    /// <summary>Closes the socket.</summary>
    void Release();
}
