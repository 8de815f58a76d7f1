using System.CommandLine;
using SynthNotebooks.Cli.Export;
using SynthNotebooks.Cli.Hosting;
using SynthNotebooks.Kernel.Documents;
using SynthNotebooks.Notebooks.Dashboards;

namespace SynthNotebooks.Cli.Commands;

/// <summary>synthnb run NOTEBOOK [--out F.ipynb] [--html F.html] [--folder DIR] [--progress]</summary>
internal sealed class RunCommand(Tool tool) : IToolCommand
{
    private readonly Argument<string> _notebook = new("NOTEBOOK") { Description = "A notebook (.ipynb or .dib)" };
    private readonly Option<string?> _out = new("--out") { Description = "Write the executed notebook here (.ipynb)" };
    private readonly Option<string?> _html = new("--html") { Description = "Write a self-contained page here (.html)" };

    private readonly Option<string?> _folder = new("--folder") { Description = "Folder that the cells' relative paths start from; the notebook's own by default" };
    private readonly Option<bool> _progress = new("--progress") { Description = "Tell every cell on stderr when it is done, a line each" };

    public Command Create()
    {
        var command = new Command("run", "Execute a notebook with the bundled kernel; no Jupyter is needed.") { _notebook, _out, _html, _folder, _progress };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(arguments.GetRequiredValue(_notebook));
        var folder = FullPath(arguments.GetValue(_folder)) ?? Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder)) throw new UsageException($"--folder is '{folder}'; there is no such folder.");
        var (executed, page) = (FullPath(arguments.GetValue(_out)), FullPath(arguments.GetValue(_html)));
        var notebook = await NotebookFile.ReadAsync(path, cancellation);
        var headlines = new List<string>();
        NotebookRunResult result;
        Environment.CurrentDirectory = folder; // cells read files beside the notebook, as under Jupyter
        await using (var session = LaboratorySession.Create(folder, shown => Note(headlines, shown)))
            result = await new NotebookRunner(session).RunAsync(notebook, new CellProgress(tool.Errors, arguments.GetValue(_progress)), cancellation);
        cancellation.ThrowIfCancellationRequested();

        if (executed is not null) await NotebookFile.WriteAsync(notebook, executed, cancellation);
        if (page is not null) await WholeTextFile.WriteAsync(page, NotebookPage.Render(notebook.Node, Path.GetFileNameWithoutExtension(path), folder), cancellation);
        foreach (var headline in headlines) tool.Output.WriteLine(headline);
        foreach (var written in new[] { executed, page })
            if (written is not null) tool.Output.WriteLine("written: " + written);
        if (result.Succeeded) return Tool.Done;
        tool.Errors.WriteLine($"synthnb: cell {result.Cell + 1} failed: {result.Error!.Name}: {result.Error.Message}");
        foreach (var line in result.Error.Traceback) tool.Errors.WriteLine(AnsiText.Strip(line));
        return Tool.Failed;
    }

    private static void Note(List<string> headlines, object shown)
    {
        if (shown is FidelityDashboard dashboard) headlines.Add(Headline.Of(dashboard.Report));
    }

    private static string? FullPath(string? path) => path is null ? null : Path.GetFullPath(path);

    private sealed class CellProgress(TextWriter errors, bool lines) : IProgress<NotebookProgress>
    {
        public void Report(NotebookProgress value)
        {
            if (lines) errors.WriteLine($"done: cell {value.Cell + 1}");
            else if (!Console.IsErrorRedirected) Console.Error.Write(value.Done == value.Total ? $"\r{"",40}\r" : $"\rcell {value.Done} of {value.Total}");
        }
    }
}
