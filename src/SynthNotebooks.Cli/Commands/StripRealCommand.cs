using System.CommandLine;
using SynthNotebooks.Cli.Publishing;
using SynthNotebooks.Data;
using SynthNotebooks.Kernel.Documents;

namespace SynthNotebooks.Cli.Commands;

/// <summary>synthnb strip-real NOTEBOOK [--real DATA ...] [--out F.ipynb]</summary>
internal sealed class StripRealCommand(Tool tool) : IToolCommand
{
    private const string Note = "(This output was removed before publishing: it held real records, or what looked like them.)";

    private readonly Argument<string> _notebook = new("NOTEBOOK") { Description = "A notebook (.ipynb)" };
    private readonly Option<string[]> _real = new("--real") { Description = "Real tables whose records and identifiers are looked for" };
    private readonly Option<string?> _out = new("--out") { Description = "Write the result here (.ipynb); without it the notebook itself is replaced" };

    public Command Create()
    {
        var command = new Command("strip-real", "Replace the outputs in which scan finds something by a note; everything else stays byte for byte.") { _notebook, _real, _out };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var path = arguments.GetRequiredValue(_notebook);
        if (Path.GetExtension(path).Equals(".dib", StringComparison.OrdinalIgnoreCase)) throw new UsageException($"'{path}' is a .dib file, which keeps no outputs; there is nothing to remove.");
        var target = arguments.GetValue(_out) ?? path;
        var bytes = await File.ReadAllBytesAsync(path, cancellation);
        var scan = NotebookScan.Of(await NotebookFile.ReadAsync(path, cancellation), RealSources.Scanner(arguments.GetValue(_real)), cancellation);
        var stripped = OutputRemoval.Replace(bytes, scan.Outputs, Note);
        if (scan.Outputs.Count > 0 || Path.GetFullPath(target) != Path.GetFullPath(path)) WholeFile.Write(target, stream => stream.Write(stripped));
        tool.Output.WriteLine($"{target}: {(scan.Outputs.Count == 0 ? "nothing removed" : scan.Outputs.Count == 1 ? "1 output removed" : $"{scan.Outputs.Count} outputs removed")}");
        if (scan.Elsewhere.Count == 0) return Tool.Done;
        // What a person wrote is not for a program to change.
        tool.Errors.WriteLine("synthnb: something stands outside of outputs, where you alone can remove it:");
        foreach (var line in ScanText.Lines(path, scan with { Findings = scan.Elsewhere })) tool.Errors.WriteLine(line);
        return Tool.Failed;
    }
}
