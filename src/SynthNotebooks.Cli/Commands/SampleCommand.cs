using System.CommandLine;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Private;
using SynthNotebooks.Notebooks;

namespace SynthNotebooks.Cli.Commands;

/// <summary>synthnb sample M.synth --rows N --out F</summary>
internal sealed class SampleCommand(Tool tool) : IToolCommand
{
    private readonly Argument<string> _model = new("MODEL") { Description = "Model file (.synth)" };
    private readonly Option<long?> _rows = new("--rows") { Description = "Number of rows, 0 or more; not with --replace" };
    private readonly Option<ulong> _seed = new("--seed") { Description = "Seed of the sample; default 0" };
    private readonly Option<string?> _where = new("--where") { Description = "Condition that every row meets, e.g. \"age >= 65 and sex = 'Female'\"" };
    private readonly Option<string?> _rebalance = new("--rebalance") { Description = "Shares of a column's classes: COLUMN=balanced, or a JSON file {\"income\": {\"low\": 0.5, \"high\": 0.5}}" };
    private readonly Option<string[]> _replace = new("--replace") { Description = "Partial synthesis: columns of --data to replace, row by row given the others, which stay (a,b)", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _data = new("--data") { Description = "Table of --replace: CSV or JSON file, or SQLite / PostgreSQL URI with ?table=" };
    private readonly Option<string> _format = new("--format") { Description = "csv or json (one object a line)", DefaultValueFactory = _ => "csv" };
    private readonly Option<bool> _guard = new("--guard-formulas") { Description = "Put ' before texts in CSV that a spreadsheet would run as formulas" };
    private readonly Option<string> _out = new("--out") { Description = "File to write; - for standard output", Required = true };

    public Command Create()
    {
        _format.AcceptOnlyFromAmong("csv", "json");
        _rows.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && long.TryParse(result.Tokens[0].Value, out var rows) && rows < 0)
                result.AddError($"--rows is {rows}; it must be 0 or more.");
        });
        var command = new Command("sample", "Sample rows from a fitted model.") { _model, _rows, _seed, _where, _rebalance, _replace, _data, _format, _guard, _out };
        command.SetAction((arguments, cancellation) => Task.FromResult(Run(arguments, cancellation)));
        return command;
    }

    private int Run(ParseResult arguments, CancellationToken cancellation)
    {
        var model = ModelArchive.Open(arguments.GetRequiredValue(_model), Catalogs.Models());
        var options = new SampleOptions { Seed = arguments.GetValue(_seed), Cancellation = cancellation };
        var (rows, chunks) = arguments.GetValue(_replace) is { Length: > 0 } columns
            ? Partial(arguments, model, [.. columns.SelectMany(list => list.Split(',', StringSplitOptions.TrimEntries))], options)
            : Whole(arguments, model, options);
        TableWriter.Write(arguments.GetRequiredValue(_out), arguments.GetRequiredValue(_format), chunks, () => model.Sample(0), arguments.GetValue(_guard));
        tool.Errors.WriteLine($"{arguments.GetRequiredValue(_out)}: {rows} rows");
        if (model is IPrivateRelease release) tool.Errors.WriteLine(release.Claim);
        return Tool.Done;
    }

    private (long Rows, IEnumerable<DataFrame> Chunks) Whole(ParseResult arguments, IFittedGenerator model, SampleOptions options)
    {
        if (arguments.GetValue(_data) is not null) throw new UsageException("--data names the table whose columns are replaced, so it needs --replace with their names.");
        var rows = arguments.GetValue(_rows) ?? throw new UsageException("--rows, the number of rows, is missing.");
        var where = arguments.GetValue(_where) is { } text ? UsageException.Guard(() => ConditionParser.Parse(text, model.Schema)) : null;
        var shares = arguments.GetValue(_rebalance) is { } wanted ? UsageException.Guard(() => ClassShares.Read(wanted)) : null;
        return (rows, shares is not null ? UsageException.Guard(() => model.StreamRebalanced(rows, shares, where, options))
            : where is not null ? model.StreamWhere(rows, where, options)
            : model.Stream(rows, options));
    }

    private (long Rows, IEnumerable<DataFrame> Chunks) Partial(ParseResult arguments, IFittedGenerator model, string[] columns, SampleOptions options)
    {
        var data = arguments.GetValue(_data) ?? throw new UsageException("--replace needs --data with the table whose other columns stay.");
        if (arguments.GetValue(_rows) is not null || arguments.GetValue(_where) is not null || arguments.GetValue(_rebalance) is not null)
            throw new UsageException("--replace keeps the rows of --data, so it goes with none of --rows, --where and --rebalance.");
        var table = DataFrame.Load(data);
        return (table.Rows.Count, [UsageException.Guard(() => model.Imputer().Redraw(table, columns, options))]);
    }
}
