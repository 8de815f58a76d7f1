using System.CommandLine;
using SynthNotebooks.Kernel.Documents;

namespace SynthNotebooks.Cli.Commands;

/// <summary>synthnb convert FILE [--out F.ipynb|F.dib]</summary>
internal sealed class ConvertCommand(Tool tool) : IToolCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "A notebook (.ipynb or .dib) or a C# file (.cs or .csx)" };
    private readonly Option<string?> _out = new("--out") { Description = "File to write (.ipynb or .dib); by default beside the first: .dib for .ipynb, .ipynb for all others" };

    public Command Create()
    {
        var command = new Command("convert", "Convert between .ipynb and .dib, and from .cs or .csx; languages and magics are kept, outputs in .ipynb only.") { _file, _out };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var path = arguments.GetRequiredValue(_file);
        var (from, target) = (Extension(path), arguments.GetValue(_out) ?? Path.ChangeExtension(path, Extension(path) == ".ipynb" ? ".dib" : ".ipynb"));
        if (from is not (".ipynb" or ".dib" or ".cs" or ".csx")) throw new UsageException($"FILE is '{path}'; it must end in .ipynb, .dib, .cs or .csx.");
        if (Extension(target) is not (".ipynb" or ".dib")) throw new UsageException($"--out is '{target}'; it must end in .ipynb or .dib.");
        var folder = Path.GetDirectoryName(Path.GetFullPath(target))!;
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no folder '{folder}' to write '{Path.GetFileName(target)}' into.");
        var notebook = await NotebookFile.ReadAsync(path, cancellation);
        if (from != ".ipynb") notebook.DescribeKernel();
        await NotebookFile.WriteAsync(notebook, target, cancellation);
        tool.Output.WriteLine("written: " + target);
        if (Extension(target) == ".dib" && notebook.Cells.Any(cell => cell.Outputs.Count > 0)) tool.Errors.WriteLine("synthnb: the outputs are not in the new file: .dib has no place for them.");
        return Tool.Done;
    }

    private static string Extension(string path) => Path.GetExtension(path).ToLowerInvariant();
}
