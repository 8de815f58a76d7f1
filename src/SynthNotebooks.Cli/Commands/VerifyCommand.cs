using System.CommandLine;
using System.Text.Json.Nodes;
using SynthNotebooks.Cli.Export;
using SynthNotebooks.Cli.Verification;

namespace SynthNotebooks.Cli.Commands;

/// <summary>synthnb verify NOTEBOOK... [--twice] [--timeout SECONDS] [--folder DIR] [--network] [--json F]</summary>
internal sealed class VerifyCommand(Tool tool) : IToolCommand
{
    private const double LongestRun = 86_400; // seconds

    private readonly Argument<string[]> _notebooks = new("NOTEBOOK") { Description = "Notebooks (.ipynb or .dib)", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> _twice = new("--twice") { Description = "Run twice and compare the runs; done by itself for notebooks without outputs" };
    private readonly Option<double> _timeout = new("--timeout") { Description = "Longest time of one run in seconds; default 600", DefaultValueFactory = _ => 600 };
    private readonly Option<string?> _folder = new("--folder") { Description = "Folder that the cells' relative paths start from; each notebook's own by default" };
    private readonly Option<bool> _network = new("--network") { Description = "Let cells fetch over HTTP; else such requests fail" };
    private readonly Option<string?> _json = new("--json") { Description = "Write the results as JSON" };

    public Command Create()
    {
        _timeout.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && double.TryParse(result.Tokens[0].Value, System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds is not (> 0 and <= LongestRun))
                result.AddError($"--timeout is {result.Tokens[0].Value}; it must be above 0 and at most {LongestRun:0} seconds.");
        });
        var command = new Command("verify", "Rerun notebooks and compare every output with the saved one, byte for byte. Cells tagged nbval-ignore-output may differ.")
        {
            _notebooks, _twice, _timeout, _folder, _network, _json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var options = new VerificationOptions
        {
            Twice = arguments.GetValue(_twice),
            Timeout = TimeSpan.FromSeconds(arguments.GetValue(_timeout)),
            Folder = arguments.GetValue(_folder) is { } folder ? Path.GetFullPath(folder) : null,
            Network = arguments.GetValue(_network),
        };
        if (options.Folder is { } place && !Directory.Exists(place)) throw new UsageException($"--folder is '{place}'; there is no such folder.");
        var results = new List<VerificationResult>();
        foreach (var path in arguments.GetRequiredValue(_notebooks))
        {
            results.Add(await NotebookVerification.VerifyAsync(path, options, cancellation));
            tool.Output.WriteLine(DifferenceText.Of(results[^1]));
        }
        if (arguments.GetValue(_json) is { } json)
            await WholeTextFile.WriteAsync(json, Json.Text(new JsonObject { ["notebooks"] = new JsonArray([.. results.Select(result => result.ToJson())]) }) + "\n", cancellation);
        return results.Any(result => result.Verdict is Verdict.Differs or Verdict.Failed or Verdict.TimedOut) ? Tool.Failed
            : results.Any(result => result.Verdict == Verdict.Refused) ? Tool.WrongUse
            : Tool.Done;
    }
}
