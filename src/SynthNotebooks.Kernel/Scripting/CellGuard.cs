using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>What compiled cells call at the back edges of their loops, so that an interrupt stops them on every thread.</summary>
/// <remarks>Cost: one load and one branch, until a cell is interrupted; some nanoseconds for a while after that.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellGuard
{
    // Of the process because the check must cost next to nothing; which cell is meant is decided by the ambient context.
    private static int _raised;

    /// <summary>Throws when the cell that this code belongs to was interrupted.</summary>
    /// <exception cref="OperationCanceledException">It was.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check()
    {
        if (Volatile.Read(ref _raised) != 0) CheckContext();
    }

    /// <summary>As <see cref="Check"/>, at the entry of functions that call themselves: a runaway recursion is an exception, not the end of the process.</summary>
    /// <exception cref="InsufficientExecutionStackException">The recursion is too deep.</exception>
    public static void Enter()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Check();
    }

    /// <summary>As <see cref="Check"/>, around a value that a query computes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Pass<T>(T value)
    {
        Check();
        return value;
    }

    /// <summary>Stands for <c>Environment.Exit</c> in a cell: ends the cell, not the process, which holds the session's variables.</summary>
    /// <exception cref="CellExitException">Always.</exception>
    [DoesNotReturn]
    public static void Exit(int exitCode) => throw new CellExitException(exitCode);

    /// <summary>Puts the host's displays back; stands behind <c>Formatter.ResetToDefault()</c> in a cell, so that the rest of the cell has them.</summary>
    public static void RestoreDisplays() => Formatting.HostDisplays.Ensure();

    /// <summary>The value that the host hands to the variable being declared.</summary>
    public static T TakeOver<T>() => (T)CellContext.Current!.TakeOver()!;

    internal static void Raise() => Interlocked.Increment(ref _raised);

    internal static void Lower() => Interlocked.Decrement(ref _raised);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CheckContext()
    {
        if (CellContext.Current is { Interrupt: { IsCancellationRequested: true } interrupt }) throw new CellInterruptedException(interrupt);
    }
}
