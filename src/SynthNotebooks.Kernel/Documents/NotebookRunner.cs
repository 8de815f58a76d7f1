using System.Text.Json.Nodes;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Documents;

/// <param name="StopOnError">Whether the first cell that fails ends the run (default), except where it is tagged <c>raises-exception</c>.</param>
public sealed record NotebookRunOptions(bool StopOnError = true);

/// <param name="Cell">0-based place among the notebook's cells.</param>
/// <param name="Done">Code cells run, this one included.</param>
/// <param name="Total">Code cells in all.</param>
public sealed record NotebookProgress(int Cell, int Done, int Total);

/// <param name="Cell">0-based place of the first cell that failed; null when none did.</param>
/// <param name="Error">Its failure.</param>
public sealed record NotebookRunResult(int? Cell = null, CellError? Error = null)
{
    /// <summary>True when no cell failed.</summary>
    public bool Succeeded => Error is null;
}

/// <summary>Runs a notebook without a front end and fills in its outputs as Jupyter would.</summary>
/// <remarks>Nothing that depends on the run (times, ids, paths) is written: the same notebook gives the same bytes.</remarks>
public sealed class NotebookRunner(ICodeSession session, NotebookRunOptions? options = null)
{
    private readonly NotebookRunOptions _options = options ?? new NotebookRunOptions();

    /// <summary>Runs the code cells in order; the outputs of cells that are not reached are emptied.</summary>
    public async Task<NotebookRunResult> RunAsync(NotebookDocument notebook, IProgress<NotebookProgress>? progress = null, CancellationToken interrupt = default)
    {
        var code = notebook.Cells.Index().Where(c => c.Item.Kind == CellKind.Code).ToArray();
        foreach (var (_, cell) in code) (cell.Outputs, cell.ExecutionCount) = ([], null);
        notebook.DescribeKernel();
        var displays = new Dictionary<string, List<JsonObject>>(StringComparer.Ordinal);
        var result = new NotebookRunResult();
        var count = 0;
        foreach (var (done, (index, cell)) in code.Index())
        {
            if (!string.IsNullOrWhiteSpace(cell.Source))
            {
                var outputs = new CellOutputs(++count, displays);
                var outcome = await session.RunAsync(new CellRequest(cell.CodeWithLanguage, count), outputs, interrupt).ConfigureAwait(false);
                (cell.Outputs, cell.ExecutionCount) = (outputs.Close(outcome.Error), count);
                if (!outcome.Succeeded && !cell.HasTag("raises-exception") && result.Succeeded) result = new NotebookRunResult(index, outcome.Error);
            }
            progress?.Report(new NotebookProgress(index, done + 1, code.Length));
            if (interrupt.IsCancellationRequested || (!result.Succeeded && _options.StopOnError)) break;
        }
        return result;
    }
}
