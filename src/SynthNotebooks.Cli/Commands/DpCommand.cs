using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Releases;

namespace SynthNotebooks.Cli.Commands;

/// <summary>synthnb dp DATA --method ID --epsilon E --delta D --out F.csv</summary>
internal sealed class DpCommand(Tool tool) : IToolCommand
{
    private readonly Argument<string> _data = new("DATA") { Description = "CSV or JSON file, or SQLite / PostgreSQL URI with ?table=" };
    private readonly Option<string> _method = new("--method") { Description = "mst, aim, privbayes, dp-copula or dp-independent", Required = true };
    private readonly Option<double> _epsilon = new("--epsilon") { Description = "Privacy loss of the whole release, above 0", Required = true };
    private readonly Option<double> _delta = new("--delta") { Description = "Probability of a larger loss, above 0; default 1e-9", DefaultValueFactory = _ => 1e-9 };
    private readonly Option<string?> _domain = new("--domain") { Description = "Declared domain as JSON: {\"col\": k}, {\"col\": {\"values\": [...]}} or {\"col\": {\"min\": a, \"max\": b, \"decimals\": d}}, also for dates and time stamps; see docs/privacy/domains.md" };
    private readonly Option<string?> _constraints = new("--constraints") { Description = "Constraints that every released row keeps, as JSON or as lines such as \"admitted <= discharged\"; see docs/constraints.md" };
    private readonly Option<string?> _workload = new("--workload") { Description = "Marginals that matter, a JSON list of lists of columns (aim)" };
    private readonly Option<int?> _rows = new("--rows") { Description = "Rows to write; default: the noisy number of records" };
    private readonly Option<ulong?> _insecureSeed = new("--insecure-seed") { Description = "Repeatable noise for teaching and tests: the release is NON-PRIVATE" };
    private readonly Option<string?> _ledger = new("--ledger") { Description = "Folder of the privacy ledger that is charged (default: SYNTHNB_LEDGER, or the user's data directory); an identical request is answered from it for free" };
    private readonly Option<double> _buyDomain = new("--buy-domain") { Description = "Share of epsilon that buys the domain of columns without a declared one, 0 to 0.9; default 0 refuses them" };
    private readonly Option<double> _baselineShare = new("--baseline-share") { Description = "Share of the budget for dp-independent, whose quality stands beside the release, 0 to 0.5; default 0.02", DefaultValueFactory = _ => 0.02 };
    private readonly Option<string[]> _options = new("--option") { Description = "Option of the method, k=v; may be repeated", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string> _out = new("--out") { Description = "CSV file to write; the claim goes beside it, to F.csv.privacy.json", Required = true };

    public Command Create()
    {
        var command = new Command("dp", "Release a differentially private table.") { _data, _method, _epsilon, _delta, _domain, _constraints, _workload, _rows, _insecureSeed, _ledger, _buyDomain, _baselineShare, _options, _out };
        command.SetAction((arguments, cancellation) => Task.FromResult(Run(arguments, cancellation)));
        return command;
    }

    private int Run(ParseResult arguments, CancellationToken cancellation)
    {
        var catalog = Catalogs.Models();
        var method = arguments.GetRequiredValue(_method);
        if (!UsageException.Guard(() => catalog[method]).Attribute.IsPrivate)
            throw new UsageException($"--method is {method}, which is not private; it must be one of {string.Join(", ", catalog.Entries.Where(entry => entry.Attribute.IsPrivate).Select(entry => entry.Id))}.");
        if (arguments.GetValue(_rows) is < 1) throw new UsageException($"--rows is {arguments.GetValue(_rows)}; it must be at least 1.");
        var frame = DataFrame.Load(arguments.GetRequiredValue(_data));
        var order = Order(arguments, method) with { Constraints = arguments.GetValue(_constraints) is { } list ? ConstraintSet.Load(list, frame.InferSchema()) : ConstraintSet.Empty };
        var ledger = LedgerPlace.Open(arguments.GetValue(_ledger));
        var (release, fromLedger) = UsageException.Guard(() => PrivateReleases.Get(catalog, ledger, frame, order, null, cancellation));
        Write(arguments.GetRequiredValue(_out), order, release);
        tool.Errors.WriteLine($"{arguments.GetRequiredValue(_out)}: {release.Claim}{(fromLedger ? "; answered from the ledger, no new budget" : release.IsPrivate ? $"; charged to the ledger {ledger.Folder}" : "")}");
        if (release.IsPrivate && LedgerPlace.DefaultsNote(ledger) is { } note) tool.Errors.WriteLine(note);
        tool.Errors.Write(new PrivateReleaseDisplay().Format(PrivateReleaseScores.Of(frame, release), MimeTypes.Text));
        return Tool.Done;
    }

    private PrivateOrder Order(ParseResult arguments, string method) => new(method, arguments.GetValue(_epsilon), arguments.GetValue(_delta))
    {
        Domain = Text(arguments.GetValue(_domain), '{'),
        Workload = Text(arguments.GetValue(_workload), '['),
        Rows = arguments.GetValue(_rows),
        InsecureSeed = arguments.GetValue(_insecureSeed),
        BuyDomain = arguments.GetValue(_buyDomain),
        BaselineShare = arguments.GetValue(_baselineShare),
        Options = FitCommand.Pairs(arguments.GetValue(_options) ?? []),
    };

    // What a file says makes the request, not where it lies.
    private static string? Text(string? fileOrJson, char opening) => fileOrJson is null || fileOrJson.TrimStart().StartsWith(opening) ? fileOrJson : File.ReadAllText(fileOrJson);

    // Each file appears whole or not at all; the claim goes last, so that no claim stands beside another table.
    private static void Write(string path, PrivateOrder order, PrivateRelease release)
    {
        release.Table.SaveCsv(path);
        WholeFile.Write(path + ".privacy.json", stream => JsonSerializer.Serialize(stream, new
        {
            method = order.Method,
            epsilon = order.Epsilon,
            delta = order.Delta,
            isPrivate = release.IsPrivate,
            claim = release.Claim,
            budget = release.Shares,
            constraints = order.Constraints.IsEmpty ? null : order.Constraints.Constraints.Select(constraint => constraint.ToString()),
            boughtDomain = release.Domain is null ? null : JsonNode.Parse(release.Domain),
        }, Indented));
    }

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
