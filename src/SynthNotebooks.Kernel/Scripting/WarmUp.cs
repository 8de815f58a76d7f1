using SynthNotebooks.Kernel.Formatting;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Exercises compiler, formatters and completion before the user does.</summary>
internal static class WarmUp
{
    // Programs send their first cell at once; people do not notice this.
    private static readonly TimeSpan Courtesy = TimeSpan.FromMilliseconds(200);

    private static readonly string[] Cells =
    [
        "1 + 1",
        "record Point(int X, double Y); var points = Enumerable.Range(0, 3).Select(i => new Point(i, i / 2.0)).ToList(); foreach (var p in points.Where(p => p.X > 0)) { var text = $\"{p}\"; } points",
        "await Task.Yield(); new Dictionary<string, int> { [\"a\"] = 1 }",
    ];

    /// <param name="chain">What compiles.</param>
    /// <param name="completion">What completes.</param>
    /// <param name="giveWay">Returns when no cell of the user's runs.</param>
    /// <param name="cancellation">Ends it between two pieces.</param>
    public static async Task RunAsync(SubmissionChain chain, CompletionEngine completion, Func<CancellationToken, Task> giveWay, CancellationToken cancellation)
    {
        await Task.Delay(Courtesy, cancellation).ConfigureAwait(false);
        foreach (var cell in Cells)
        {
            await giveWay(cancellation).ConfigureAwait(false);
            var run = chain.Load(chain.CompileProbe(new CellSource("warm-up", cell), cancellation), keep: false);
            ValueFormatter.Format(await run().ConfigureAwait(false));
        }
        await giveWay(cancellation).ConfigureAwait(false);
        completion.Complete("Console.Wri", 11, cancellation);
    }
}
