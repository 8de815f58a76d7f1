using Microsoft.DotNet.Interactive.Formatting;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>The displays that the kernel and its host add to the process's formatters. They come back after <see cref="Formatter.ResetToDefault"/>, which is there to take back a user's.</summary>
public static class HostDisplays
{
    private const string MarkType = "application/x-registered"; // preferred for a type that nobody shows: a reset takes it away with the rest

    private static readonly Lock Gate = new();
    private static readonly List<Action> Registrations = [];

    /// <summary>Registers displays now, and again whenever the formatters have been reset. May come at any time, before the first cell or after it.</summary>
    /// <param name="register">Calls <see cref="Formatter"/>; a registration that was added before is not added twice.</param>
    public static void Add(Action register)
    {
        ArgumentNullException.ThrowIfNull(register);
        lock (Gate)
        {
            Ensure();
            if (Registrations.Contains(register)) return;
            Registrations.Add(register);
            register();
        }
    }

    /// <summary>Registers again what a reset has dropped. Cost: one look into a table when there was none.</summary>
    internal static void Ensure()
    {
        if (IsMarked) return;
        lock (Gate)
        {
            if (IsMarked) return;
            foreach (var register in Registrations) register();
            Formatter.SetPreferredMimeTypesFor(typeof(Mark), MarkType);
        }
    }

    private static bool IsMarked => Formatter.GetPreferredMimeTypesFor(typeof(Mark)).Contains(MarkType);

    private sealed class Mark;
}
