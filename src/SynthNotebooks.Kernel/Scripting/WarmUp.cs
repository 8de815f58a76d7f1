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

    public static async Task RunAsync(SubmissionChain chain, CompletionEngine completion, CancellationToken cancellation)
    {
        foreach (var cell in Cells)
        {
            cancellation.ThrowIfCancellationRequested();
            var run = chain.Load(chain.CompileProbe(new CellSource("warm-up", cell), cancellation), keep: false);
            ValueFormatter.Format(await run().ConfigureAwait(false));
        }
        completion.Complete("Console.Wri", 11, cancellation);
    }
}
