using System.Diagnostics;
using System.Globalization;

namespace SynthNotebooks.Cli.Hosting;

/// <summary>Tells when the Jupyter server that started this kernel is gone, so that no kernel outlives it.</summary>
/// <remarks>Jupyter names itself in the variable JPY_PARENT_PID; without it nobody is watched.</remarks>
internal static class ParentWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>Ends when the parent is gone; never when there is none to watch.</summary>
    public static async Task GoneAsync(Func<string, string?> environment, CancellationToken cancellation)
    {
        if (!int.TryParse(environment("JPY_PARENT_PID"), NumberStyles.None, CultureInfo.InvariantCulture, out var parent) || parent <= 1)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            return;
        }
        using var timer = new PeriodicTimer(Interval);
        while (IsRunning(parent)) await timer.WaitForNextTickAsync(cancellation);
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
