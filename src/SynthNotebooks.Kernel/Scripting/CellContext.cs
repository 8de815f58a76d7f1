using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>The cell that the calling code belongs to; follows the flow of execution into tasks, threads and timers that the cell starts.</summary>
/// <remarks>Library code polls <see cref="Interrupt"/> and shows through <see cref="Output"/> without being handed either.</remarks>
public sealed class CellContext
{
    private static readonly AsyncLocal<CellContext?> Ambient = new();
    private object? _handover;

    internal CellContext(ICellOutput output, DisplayIds displayIds, ErrorReport errors, CancellationToken interrupt)
    {
        Output = new GuardedOutput(output, interrupt);
        Interrupt = interrupt;
        DisplayIds = displayIds;
        Errors = errors;
    }

    /// <summary>The cell whose code is asking; null outside of any cell.</summary>
    public static CellContext? Current
    {
        get => Ambient.Value;
        internal set => Ambient.Value = value;
    }

    /// <summary>The same cell for a part of its work that ends sooner.</summary>
    internal CellContext Until(CancellationToken interrupt) => new(Output, DisplayIds, Errors, interrupt);

    /// <summary>Where this cell's output goes.</summary>
    public ICellOutput Output { get; }

    /// <summary>Cancelled when the user interrupts this cell; stays cancelled for whatever the cell left running.</summary>
    public CancellationToken Interrupt { get; }

    internal DisplayIds DisplayIds { get; }

    internal ErrorReport Errors { get; }

    // A value on its way from the host into a variable: see SubmissionChain.DeclareAsync.
    internal void HandOver(object? value) => _handover = value;

    internal object? TakeOver() => Interlocked.Exchange(ref _handover, null);
}
