using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Private;
using SynthNotebooks.Privacy;

namespace SynthNotebooks.Cli.Commands;

/// <summary>synthnb dp DATA --method ID --epsilon E --delta D --out F.csv</summary>
internal sealed class DpCommand(Tool tool)
{
    private readonly Argument<string> _data = new("DATA") { Description = "CSV or JSON file, or SQLite / PostgreSQL URI with ?table=" };
    private readonly Option<string> _method = new("--method") { Description = "mst, aim, privbayes, dp-copula or dp-independent", Required = true };
    private readonly Option<double> _epsilon = new("--epsilon") { Description = "Privacy loss of the whole release, above 0", Required = true };
    private readonly Option<double> _delta = new("--delta") { Description = "Probability of a larger loss, above 0", Required = true };
    private readonly Option<string?> _domain = new("--domain") { Description = "Declared domain as JSON: {\"col\": k}, {\"col\": {\"values\": [...]}} or {\"col\": {\"min\": a, \"max\": b, \"decimals\": d}}" };
    private readonly Option<string?> _workload = new("--workload") { Description = "Marginals that matter, a JSON list of lists of columns (aim)" };
    private readonly Option<int?> _rows = new("--rows") { Description = "Rows to write; default: the noisy number of records" };
    private readonly Option<ulong?> _insecureSeed = new("--insecure-seed") { Description = "Repeatable noise for teaching and tests: the release is NON-PRIVATE" };
    private readonly Option<string?> _ledger = new("--ledger") { Description = "Folder of the privacy ledger that is charged; an identical request is answered from it for free" };
    private readonly Option<string[]> _options = new("--option") { Description = "Option of the method, k=v; may be repeated", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string> _out = new("--out") { Description = "CSV file to write; the claim goes beside it, to F.csv.privacy.json", Required = true };

    public Command Create()
    {
        var command = new Command("dp", "Release a differentially private table.") { _data, _method, _epsilon, _delta, _domain, _workload, _rows, _insecureSeed, _ledger, _options, _out };
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
        var options = Options(arguments);
        var generator = UsageException.Guard(() => GeneratorFactory.Create(catalog, method, options));
        var frame = DataFrame.Load(arguments.GetRequiredValue(_data));
        var (ledger, request) = Ledger(arguments, frame, method, options);
        if (ledger is not null && ledger.TryFind(request!, out var stored)) return Write(arguments, stored, "answered from the ledger, no new budget");
        var budget = ledger?.For(request!.Dataset) ?? new AllottedBudget(arguments.GetValue(_epsilon), arguments.GetValue(_delta));
        var model = generator.Fit(frame, new FitContext(frame.InferSchema()) { Budget = budget, Cancellation = cancellation });
        var release = (IPrivateRelease)model;
        var rows = arguments.GetValue(_rows) ?? (int)Math.Min(int.MaxValue, release.Total);
        using var content = new MemoryStream();
        using (var writer = new CsvTableWriter(content)) writer.Write(model.Sample(rows, new SampleOptions { Seed = arguments.GetValue(_insecureSeed) ?? 0, Cancellation = cancellation }));
        ledger?.Store(request!, content.ToArray());
        return Write(arguments, content.ToArray(), release.Claim);
    }

    private Dictionary<string, string> Options(ParseResult arguments)
    {
        var options = FitCommand.Pairs(arguments.GetValue(_options) ?? []);
        options["epsilon"] = arguments.GetValue(_epsilon).ToString("R", CultureInfo.InvariantCulture);
        options["delta"] = arguments.GetValue(_delta).ToString("R", CultureInfo.InvariantCulture);
        if (arguments.GetValue(_domain) is { } domain) options["domain"] = domain;
        if (arguments.GetValue(_workload) is { } workload) options["workload"] = workload;
        if (arguments.GetValue(_insecureSeed) is { } seed) options["insecure-seed"] = seed.ToString(CultureInfo.InvariantCulture);
        return options;
    }

    // A seeded run is no release: it is neither charged nor stored.
    private (PrivacyLedger? Ledger, ReleaseRequest? Request) Ledger(ParseResult arguments, DataFrame frame, string method, Dictionary<string, string> options)
    {
        if (arguments.GetValue(_ledger) is not { } folder || arguments.GetValue(_insecureSeed) is not null) return (null, null);
        var ledger = PrivacyLedger.Open(folder);
        var texts = options.ToDictionary(option => option.Key, option => option.Key is "domain" or "workload" && File.Exists(option.Value) ? File.ReadAllText(option.Value) : option.Value);
        texts["rows"] = arguments.GetValue(_rows)?.ToString(CultureInfo.InvariantCulture) ?? "noisy";
        return (ledger, new(ledger.Identify(frame), method, arguments.GetValue(_epsilon), arguments.GetValue(_delta), texts));
    }

    private int Write(ParseResult arguments, byte[] content, string claim)
    {
        var path = arguments.GetRequiredValue(_out);
        File.WriteAllBytes(path, content);
        File.WriteAllText(path + ".privacy.json", JsonSerializer.Serialize(new
        {
            method = arguments.GetRequiredValue(_method),
            epsilon = arguments.GetValue(_epsilon),
            delta = arguments.GetValue(_delta),
            isPrivate = arguments.GetValue(_insecureSeed) is null,
            claim,
        }, Indented) + "\n");
        tool.Errors.WriteLine($"{path}: {claim}");
        return Tool.Done;
    }

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
