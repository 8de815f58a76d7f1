using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>
/// Keeps the process alive when something that a cell started fails where nobody catches it (threads, timers, <c>async void</c>,
/// finalizers), and tells the failure on that cell's stderr.
/// </summary>
/// <remarks>A failure that no cell has to do with ends the process as ever.</remarks>
internal static class UncaughtFailures
{
    private static readonly Lazy<bool> Installed = new(Install); // the handler belongs to the process, and there is one only

    public static void Ensure() => _ = Installed.Value;

    private static bool Install()
    {
        try
        {
            ExceptionHandling.SetUnhandledExceptionHandler(Report);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false; // the program that hosts the kernel has a handler of its own
        }
    }

    private static bool Report(Exception failure)
    {
        if ((CellContext.Current ?? CellOf(failure)) is not { } cell) return false;
        if (failure is CellInterruptedException || cell.Interrupt.IsCancellationRequested) return true; // told already
        var error = cell.Errors.Of(failure, CancellationToken.None);
        cell.Output.Write(OutputStream.Error, $"Unhandled exception outside of the cell's own flow:\n{string.Join('\n', error.Traceback)}\n");
        return true;
    }

    // Timers and finalizers do not carry their cell with them; their code tells which session they are of.
    private static CellContext? CellOf(Exception failure)
    {
        foreach (var frame in new StackTrace(failure).GetFrames())
            if (frame.GetMethod() is { } method && AssemblyLoadContext.GetLoadContext(method.Module.Assembly) is SubmissionLoadContext session) return session.LastCell;
        return null;
    }
}
