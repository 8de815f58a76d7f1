using SynthNotebooks.Kernel.Documents;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Directives;

/// <summary><c>#!import</c>: runs the code of another notebook or file in place.</summary>
internal sealed class ImportDirective(ISessionServices session) : BuiltInDirective("#!import", "Runs a notebook or file.", "#!import path.dib|path.ipynb|path.cs"), ISessionDirective
{
    public override CompletionList Complete(string arguments, int position, ISessionVariables variables) =>
        PathCompletion.Of(arguments, position, session.Folder, ".dib", ".ipynb", ".cs", ".csx");

    public override async Task RunAsync(DirectiveCall call, CancellationToken interrupt)
    {
        var path = SessionPath.Existing(session, call.Arguments, Name);
        await session.WithinFileAsync(path, Name, () => RunFileAsync(path, interrupt)).ConfigureAwait(false);
    }

    private async Task RunFileAsync(string path, CancellationToken interrupt)
    {
        var (name, folder) = (Path.GetFileName(path), Path.GetDirectoryName(path)!);
        var text = await File.ReadAllTextAsync(path, interrupt).ConfigureAwait(false);
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".cs" or ".csx":
                await session.RunAsync(text, name, folder).ConfigureAwait(false);
                break;
            case ".ipynb" or ".dib":
                await RunCellsAsync(text, path, name, folder).ConfigureAwait(false);
                break;
            default:
                throw new DirectiveException($"#!import takes .dib, .ipynb, .cs and .csx files, not '{name}'.");
        }
    }

    private async Task RunCellsAsync(string text, string path, string name, string folder)
    {
        NotebookDocument notebook;
        try
        {
            notebook = NotebookFile.Parse(text, path);
        }
        catch (FormatException failure)
        {
            throw new DirectiveException($"#!import: {failure.Message}", failure);
        }
        var number = 0;
        foreach (var cell in notebook.Cells.Where(c => c.Kind == CellKind.Code))
            await session.RunAsync(cell.CodeWithLanguage, $"{name} cell {++number}", folder).ConfigureAwait(false);
    }
}
