using System.CommandLine;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks;

namespace SynthNotebooks.Cli.Commands;

/// <summary>synthnb impute M.synth DATA --out F</summary>
internal sealed class ImputeCommand(Tool tool) : IToolCommand
{
    private readonly Argument<string> _model = new("MODEL") { Description = "Model file (.synth)" };
    private readonly Argument<string> _data = new("DATA") { Description = "CSV or JSON file, or SQLite / PostgreSQL URI with ?table=" };
    private readonly Option<ulong> _seed = new("--seed") { Description = "Seed of the filled cells; default 0" };
    private readonly Option<string> _format = new("--format") { Description = "csv or json (one object a line)", DefaultValueFactory = _ => "csv" };
    private readonly Option<string> _out = new("--out") { Description = "File to write; - for standard output", Required = true };

    public Command Create()
    {
        _format.AcceptOnlyFromAmong("csv", "json");
        var command = new Command("impute", "Fill the missing cells of a table from a fitted model.") { _model, _data, _seed, _format, _out };
        command.SetAction((arguments, cancellation) => Task.FromResult(Run(arguments, cancellation)));
        return command;
    }

    private int Run(ParseResult arguments, CancellationToken cancellation)
    {
        var model = ModelArchive.Open(arguments.GetRequiredValue(_model), Catalogs.Models()).Imputer();
        var table = DataFrame.Load(arguments.GetRequiredValue(_data));
        var filled = UsageException.Guard(() => model.Impute(table, new SampleOptions { Seed = arguments.GetValue(_seed), Cancellation = cancellation }));
        TableWriter.Write(arguments.GetRequiredValue(_out), arguments.GetRequiredValue(_format), [filled], () => filled);
        tool.Errors.WriteLine($"{arguments.GetRequiredValue(_out)}: {filled.Rows.Count} rows, {table.Columns.Sum(column => column.NullCount) - filled.Columns.Sum(column => column.NullCount)} cells filled");
        return Tool.Done;
    }
}
