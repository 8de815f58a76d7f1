using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Puts routing streams in place of the process's console, once, and puts them back after a cell that replaced them.</summary>
internal static class ConsoleRouting
{
    private static readonly Lazy<Streams> Routed = new(Install); // the console belongs to the process, so this does too

    private static Streams Now => new(Console.Out, Console.Error, Console.In);

    public static void Ensure() => _ = Routed.Value;

    /// <summary>Gives what puts the routing back when a cell ends; a program that has replaced it before is left alone.</summary>
    public static IDisposable DuringCell() => new Restoring(Now == Routed.Value);

    private static Streams Install()
    {
        Console.SetOut(new RoutedWriter(Console.Out, OutputStream.Out));
        Console.SetError(new RoutedWriter(Console.Error, OutputStream.Error));
        Console.SetIn(new RoutedReader(Console.In));
        return Now; // as the console has wrapped them
    }

    private sealed record Streams(TextWriter Out, TextWriter Error, TextReader In);

    private sealed class Restoring(bool wasRouted) : IDisposable
    {
        public void Dispose()
        {
            if (!wasRouted || Now == Routed.Value) return;
            Console.SetOut(Routed.Value.Out);
            Console.SetError(Routed.Value.Error);
            Console.SetIn(Routed.Value.In);
        }
    }
}
