namespace SynthNotebooks.Kernel.Server;

/// <summary>Stops the cell, or the work for a comm, that runs now, from any thread; does nothing in between.</summary>
#pragma warning disable CA1001 // An interrupt on another thread may hold the source when its cell ends; it owns no handle, so the collector can have it.
internal sealed class CellInterrupt
#pragma warning restore CA1001
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _running;

    /// <summary>A cell begins.</summary>
    public CancellationToken Begin()
    {
        lock (_gate)
        {
            _running = new CancellationTokenSource();
            return _running.Token;
        }
    }

    /// <summary>The cell has ended.</summary>
    public void End()
    {
        lock (_gate) _running = null;
    }

    /// <summary>Interrupts.</summary>
    /// <exception cref="AggregateException">What listened to the interrupt failed.</exception>
    public void Interrupt()
    {
        CancellationTokenSource? running;
        lock (_gate) running = _running;
        running?.Cancel();
    }
}
