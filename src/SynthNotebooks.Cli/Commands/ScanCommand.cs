using System.CommandLine;
using System.Text.Json.Nodes;
using SynthNotebooks.Cli.Export;
using SynthNotebooks.Cli.Publishing;
using SynthNotebooks.Kernel.Documents;

namespace SynthNotebooks.Cli.Commands;

/// <summary>synthnb scan NOTEBOOK... [--real DATA ...] [--json F]</summary>
internal sealed class ScanCommand(Tool tool) : IToolCommand
{
    private readonly Argument<string[]> _notebooks = new("NOTEBOOK") { Description = "Notebooks (.ipynb or .dib)", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> _real = new("--real") { Description = "Real tables whose records and identifiers are looked for" };
    private readonly Option<string?> _json = new("--json") { Description = "Write the findings as JSON; no value of a record stands in it" };

    public Command Create()
    {
        var command = new Command("scan", "Find real records in notebooks before they are published: by badges, by forms of personal data, and by the real tables. Exit status 1 when something is found.")
        {
            _notebooks, _real, _json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var scanner = RealSources.Scanner(arguments.GetValue(_real));
        var results = new JsonArray();
        var status = Tool.Done;
        foreach (var path in arguments.GetRequiredValue(_notebooks))
        {
            var scan = NotebookScan.Of(await NotebookFile.ReadAsync(path, cancellation), scanner, cancellation);
            if (scan.Findings.Count > 0) status = Tool.Failed;
            foreach (var line in ScanText.Lines(path, scan)) tool.Output.WriteLine(line);
            results.Add((JsonNode)ScanText.ToJson(path, scan));
        }
        if (arguments.GetValue(_json) is { } json) await WholeTextFile.WriteAsync(json, Json.Text(new JsonObject { ["notebooks"] = results }) + "\n", cancellation);
        return status;
    }
}
