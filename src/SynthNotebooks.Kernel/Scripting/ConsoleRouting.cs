using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Puts routing streams in place of the process's console, once.</summary>
internal static class ConsoleRouting
{
    private static readonly Lazy<bool> Installed = new(Install); // the console belongs to the process, so this does too

    public static void Ensure() => _ = Installed.Value;

    private static bool Install()
    {
        Console.SetOut(new RoutedWriter(Console.Out, OutputStream.Out));
        Console.SetError(new RoutedWriter(Console.Error, OutputStream.Error));
        Console.SetIn(new RoutedReader(Console.In));
        return true;
    }
}
