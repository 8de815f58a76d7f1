using SynthNotebooks.Kernel.Formatting;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Exercises compiler, formatters and completion before the user does.</summary>
internal static class WarmUp
{
    private static readonly string[] Cells =
    [
        "1 + 1",
        "record Point(int X, double Y); var points = Enumerable.Range(0, 3).Select(i => new Point(i, i / 2.0)).ToList(); foreach (var p in points.Where(p => p.X > 0)) { var text = $\"{p}\"; } points",
        "await Task.Yield(); new Dictionary<string, int> { [\"a\"] = 1 }",
    ];

    /// <summary>Compiles a piece of C# against the core library alone: most of what a first cell needs, and no session is needed for it.</summary>
    public static void CompileAlone(CancellationToken cancellation)
    {
        var core = MappedMetadata.Open(typeof(object).Assembly.Location).GetReference(); // of its own: symbols are not shared with sessions
        var root = SubmissionCompiler.Root([core], ["System"]);
        SubmissionCompiler.Compile(1, new CellSource("warm-up", "1 + 1"), root, slots: 0, [], cancellation);
    }

    /// <param name="chain">What compiles.</param>
    /// <param name="completion">What completes.</param>
    /// <param name="giveWay">Returns when no cell of the user's runs.</param>
    /// <param name="cancellation">Ends it between two pieces.</param>
    public static async Task RunAsync(SubmissionChain chain, CompletionEngine completion, Func<CancellationToken, Task> giveWay, CancellationToken cancellation)
    {
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
