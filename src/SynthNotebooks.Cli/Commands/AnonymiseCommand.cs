using System.CommandLine;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Privacy.Anonymity;

namespace SynthNotebooks.Cli.Commands;

/// <summary>synthnb anonymise DATA --k K --quasi A,B --out F</summary>
internal sealed class AnonymiseCommand(Tool tool) : IToolCommand
{
    private readonly Argument<string> _data = new("DATA") { Description = "CSV or JSON file, or SQLite / PostgreSQL URI with ?table=" };
    private readonly Option<int> _k = new("--k") { Description = "Rows that must be equal, at least", Required = true };
    private readonly Option<string> _quasi = new("--quasi") { Description = "Columns that an attacker may know, separated by commas", Required = true };
    private readonly Option<string?> _sensitive = new("--sensitive") { Description = "Columns that must not be learnt, separated by commas" };
    private readonly Option<double?> _l = new("--l") { Description = "Different sensitive values among equal rows, at least" };
    private readonly Option<double?> _t = new("--t") { Description = "Largest distance of sensitive values from those of the whole table, 0 to 1" };
    private readonly Option<string> _method = new("--method") { Description = "optimal, mondrian or mondrian-relaxed", DefaultValueFactory = _ => "optimal" };
    private readonly Option<string?> _hierarchies = new("--hierarchies") { Description = "Folder with a file COLUMN.csv a hierarchy" };
    private readonly Option<double> _suppress = new("--suppress") { Description = "Share of the rows that may be left out; default 0" };
    private readonly Option<string> _diversity = new("--diversity") { Description = "How l counts: distinct, entropy or recursive", DefaultValueFactory = _ => "distinct" };
    private readonly Option<double> _c = new("--c") { Description = "c of recursive diversity; default 3", DefaultValueFactory = _ => 3 };
    private readonly Option<string> _distance = new("--distance") { Description = "How far sensitive values are apart for t: equal, ordered, or hierarchical by the column's file of hierarchies", DefaultValueFactory = _ => "equal" };
    private readonly Option<int?> _kMap = new("--k-map") { Description = "Persons of the population that every released row must fit, at least" };
    private readonly Option<double?> _presenceMin = new("--presence-min") { Description = "Smallest share of equal persons of the population that is in the table (delta-presence), 0 to 1" };
    private readonly Option<double?> _presenceMax = new("--presence-max") { Description = "Largest such share, 0 to 1" };
    private readonly Option<string?> _population = new("--population") { Description = "File with the quasi-identifiers of the population, the table's own persons included" };
    private readonly Option<string> _loss = new("--loss") { Description = "What the optimal method minimises: entropy, discernibility, class-size or precision", DefaultValueFactory = _ => "entropy" };
    private readonly Option<string?> _swap = new("--swap") { Description = "Columns, separated by commas, whose values are first exchanged between rows near in rank" };
    private readonly Option<double> _window = new("--window") { Description = "Largest distance in rank of an exchange, as a share of the rows; default 0.05", DefaultValueFactory = _ => 0.05 };
    private readonly Option<string> _format = new("--format") { Description = "csv or json (one object a line)", DefaultValueFactory = _ => "csv" };
    private readonly Option<string> _out = new("--out") { Description = "File to write", Required = true };

    public Command Create()
    {
        _method.AcceptOnlyFromAmong("optimal", "mondrian", "mondrian-relaxed");
        _format.AcceptOnlyFromAmong("csv", "json");
        _diversity.AcceptOnlyFromAmong("distinct", "entropy", "recursive");
        _distance.AcceptOnlyFromAmong("equal", "ordered", "hierarchical");
        _loss.AcceptOnlyFromAmong([.. LossMetric.All.Select(loss => loss.Id)]);
        var command = new Command("anonymise", "Make rows equal in what an attacker may know.") { _data, _k, _quasi, _sensitive, _l, _t, _method, _hierarchies, _suppress, _diversity, _c, _distance, _kMap, _presenceMin, _presenceMax, _population, _loss, _swap, _window, _format, _out };
        command.SetAction((arguments, cancellation) => Task.FromResult(Run(arguments, cancellation)));
        return command;
    }

    private int Run(ParseResult arguments, CancellationToken cancellation)
    {
        var table = DataFrame.Load(arguments.GetRequiredValue(_data));
        if (arguments.GetValue(_swap) is { } swap) table = UsageException.Guard(() => table.Swap(Names(swap), arguments.GetValue(_window)));
        var result = table.Anonymise(Demands(arguments).Options(null, cancellation));
        TableWriter.Write(arguments.GetRequiredValue(_out), arguments.GetRequiredValue(_format), [result.Release], () => result.Release);
        tool.Output.Write(new AnonymityResultDisplay().Format(result, MimeTypes.Text));
        tool.Errors.WriteLine($"{arguments.GetRequiredValue(_out)}: {result.Release.Rows.Count} rows, {result.Suppressed} suppressed");
        return Tool.Done;
    }

    private AnonymityDemands Demands(ParseResult arguments) => new(Names(arguments.GetRequiredValue(_quasi)), arguments.GetRequiredValue(_k))
    {
        Sensitive = arguments.GetValue(_sensitive) is { } sensitive ? Names(sensitive) : [],
        L = arguments.GetValue(_l),
        Diversity = arguments.GetValue(_diversity) switch { "entropy" => DiversityKind.Entropy, "recursive" => DiversityKind.Recursive, _ => DiversityKind.Distinct },
        C = arguments.GetValue(_c),
        T = arguments.GetValue(_t),
        Distance = arguments.GetValue(_distance) switch { "ordered" => GroundDistance.Ordered, "hierarchical" => GroundDistance.Hierarchical, _ => GroundDistance.Equal },
        KMap = arguments.GetValue(_kMap),
        Presence = (arguments.GetValue(_presenceMin) ?? arguments.GetValue(_presenceMax)) is null ? null : (arguments.GetValue(_presenceMin) ?? 0, arguments.GetValue(_presenceMax) ?? 1),
        Population = arguments.GetValue(_population) is { } population ? DataFrame.Load(population) : null,
        Method = arguments.GetRequiredValue(_method) switch { "mondrian" => AnonymisationMethod.Mondrian, "mondrian-relaxed" => AnonymisationMethod.MondrianRelaxed, _ => AnonymisationMethod.Optimal },
        Loss = arguments.GetRequiredValue(_loss),
        Hierarchies = arguments.GetValue(_hierarchies),
        Suppress = arguments.GetValue(_suppress),
    };

    private static string[] Names(string list) => list.Split(',', StringSplitOptions.TrimEntries);
}
