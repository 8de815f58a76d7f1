using System.CommandLine;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Privacy.Anonymity;

namespace SynthNotebooks.Cli.Commands;

/// <summary>synthnb anonymise DATA --k K --quasi A,B --out F</summary>
internal sealed class AnonymiseCommand(Tool tool)
{
    private readonly Argument<string> _data = new("DATA") { Description = "CSV or JSON file, or SQLite / PostgreSQL URI with ?table=" };
    private readonly Option<int> _k = new("--k") { Description = "Rows that must be equal, at least", Required = true };
    private readonly Option<string> _quasi = new("--quasi") { Description = "Columns that an attacker may know, separated by commas", Required = true };
    private readonly Option<string?> _sensitive = new("--sensitive") { Description = "Columns that must not be learnt, separated by commas" };
    private readonly Option<int?> _l = new("--l") { Description = "Different sensitive values among equal rows, at least" };
    private readonly Option<double?> _t = new("--t") { Description = "Largest distance of sensitive values from those of the whole table, 0 to 1" };
    private readonly Option<string> _method = new("--method") { Description = "optimal, mondrian or mondrian-relaxed", DefaultValueFactory = _ => "optimal" };
    private readonly Option<string?> _hierarchies = new("--hierarchies") { Description = "Folder with a file COLUMN.csv a hierarchy" };
    private readonly Option<double> _suppress = new("--suppress") { Description = "Share of the rows that may be left out; default 0" };
    private readonly Option<string> _format = new("--format") { Description = "csv or json (one object a line)", DefaultValueFactory = _ => "csv" };
    private readonly Option<string> _out = new("--out") { Description = "File to write", Required = true };

    public Command Create()
    {
        _method.AcceptOnlyFromAmong("optimal", "mondrian", "mondrian-relaxed");
        _format.AcceptOnlyFromAmong("csv", "json");
        var command = new Command("anonymise", "Make rows equal in what an attacker may know.") { _data, _k, _quasi, _sensitive, _l, _t, _method, _hierarchies, _suppress, _format, _out };
        command.SetAction((arguments, cancellation) => Task.FromResult(Run(arguments, cancellation)));
        return command;
    }

    private int Run(ParseResult arguments, CancellationToken cancellation)
    {
        var method = arguments.GetRequiredValue(_method) switch
        {
            "mondrian" => AnonymisationMethod.Mondrian,
            "mondrian-relaxed" => AnonymisationMethod.MondrianRelaxed,
            _ => AnonymisationMethod.Optimal,
        };
        var result = DataFrame.Load(arguments.GetRequiredValue(_data)).Anonymise(
            Names(arguments.GetRequiredValue(_quasi)), arguments.GetRequiredValue(_k), arguments.GetValue(_sensitive) is { } sensitive ? Names(sensitive) : null, arguments.GetValue(_l), arguments.GetValue(_t),
            method, arguments.GetValue(_hierarchies), arguments.GetValue(_suppress), null, cancellation);
        TableWriter.Write(arguments.GetRequiredValue(_out), arguments.GetRequiredValue(_format), [result.Release], () => result.Release);
        tool.Output.Write(new AnonymityResultDisplay().Format(result, MimeTypes.Text));
        tool.Errors.WriteLine($"{arguments.GetRequiredValue(_out)}: {result.Release.Rows.Count} rows, {result.Suppressed} suppressed");
        return Tool.Done;
    }

    private static string[] Names(string list) => list.Split(',', StringSplitOptions.TrimEntries);
}
