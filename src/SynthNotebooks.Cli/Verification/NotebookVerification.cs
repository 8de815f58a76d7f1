using SynthNotebooks.Kernel.Documents;

namespace SynthNotebooks.Cli.Verification;

/// <summary>Reruns a notebook and compares every output with what was saved, or with another run. The notebook's file is only read.</summary>
internal static class NotebookVerification
{
    /// <summary>Verifies one notebook. Cost: one run, or two.</summary>
    /// <param name="path">A .ipynb or .dib file.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<VerificationResult> VerifyAsync(string path, VerificationOptions options, CancellationToken cancellation)
    {
        var full = Path.GetFullPath(path);
        NotebookDocument saved;
        try
        {
            saved = await NotebookFile.ReadAsync(full, cancellation);
        }
        catch (FormatException failure)
        {
            return Refused(path, failure.Message);
        }
        if (!saved.IsCSharp) return Refused(path, $"it is written for the kernel '{saved.KernelName ?? saved.Language}' (language {saved.Language}); only C# notebooks are verified");
        var twice = options.Twice || !saved.HasRun;
        if (!twice && saved.IsOfDotNetInteractive)
            return Refused(path, "its outputs were saved by .NET Interactive, which draws displays otherwise; verify with --twice, or save new outputs with 'synthnb run NOTEBOOK --out FILE' first");

        var folder = Directory.CreateTempSubdirectory("synthnb-verify-").FullName;
        try
        {
            var (expected, against) = (saved, "the saved outputs");
            if (twice)
            {
                against = "a second run";
                var (first, outcome) = await RunAsync(full, Path.Combine(folder, "first.ipynb"), options, cancellation);
                if (first is null) return new(path, outcome.Verdict, against, 0, 0, [], outcome.Message);
                expected = first;
            }
            var (again, second) = await RunAsync(full, Path.Combine(folder, "second.ipynb"), options, cancellation);
            if (again is null) return new(path, second.Verdict, against, 0, 0, [], second.Message);
            return Compare(path, expected, again, against);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(NotebookDocument? Executed, RerunOutcome Outcome)> RunAsync(string notebook, string executed, VerificationOptions options, CancellationToken cancellation)
    {
        var outcome = await NotebookRerun.RunAsync(notebook, executed, options, cancellation);
        return (outcome.Verdict == Verdict.Verified ? await NotebookFile.ReadAsync(executed, cancellation) : null, outcome);
    }

    private static VerificationResult Compare(string path, NotebookDocument expected, NotebookDocument again, string against)
    {
        var code = expected.Cells.Where(cell => cell.Kind == CellKind.Code).ToArray();
        var ignored = code.Count(cell => cell.IgnoresOutput);
        var differences = OutputComparison.Between(expected, again, cell => cell.IgnoresOutput);
        var counts = expected.Cells.Zip(again.Cells).Any(pair => pair.First.Kind == CellKind.Code && pair.First.ExecutionCount is { } count && count != pair.Second.ExecutionCount);
        return new(
            path, differences.Count == 0 ? Verdict.Verified : Verdict.Differs, against, code.Length - ignored, ignored, differences,
            counts ? "the saved cells were run in another order, or more than once: their numbers are not 1, 2, 3, ..." : "");
    }

    private static VerificationResult Refused(string path, string why) => new(path, Verdict.Refused, "", 0, 0, [], why);
}
