using System.CommandLine;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks;
using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Cli.Commands;

/// <summary>synthnb deidentify DATA --out F</summary>
internal sealed class DeidentifyCommand(Tool tool) : IToolCommand
{
    private readonly Argument<string> _data = new("DATA") { Description = "CSV or JSON file, or SQLite / PostgreSQL URI with ?table=" };
    private readonly Option<string> _profile = new("--profile") { Description = "safe-harbor", DefaultValueFactory = _ => "safe-harbor" };
    private readonly Option<string?> _keep = new("--keep") { Description = "Columns that stay as they are because you answer for them, separated by commas" };
    private readonly Option<string> _format = new("--format") { Description = "csv or json (one object a line)", DefaultValueFactory = _ => "csv" };
    private readonly Option<string> _out = new("--out") { Description = "File to write", Required = true };

    public Command Create()
    {
        _profile.AcceptOnlyFromAmong("safe-harbor");
        _format.AcceptOnlyFromAmong("csv", "json");
        var command = new Command("deidentify", "Find the 18 identifiers of HIPAA's Safe Harbor, and remove or coarsen them.") { _data, _profile, _keep, _format, _out };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult arguments)
    {
        var table = DataFrame.Load(arguments.GetRequiredValue(_data));
        var keep = arguments.GetValue(_keep)?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        var (release, report) = UsageException.Guard(() => table.Deidentify(keep));
        TableWriter.Write(arguments.GetRequiredValue(_out), arguments.GetRequiredValue(_format), [release], () => release);
        tool.Output.Write(new SafeHarborReportDisplay().Format(report, MimeTypes.Text));
        return Tool.Done;
    }
}
