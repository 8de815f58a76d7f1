using System.CommandLine;
using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Constraints;
using SynthNotebooks.Generators.Private;
using SynthNotebooks.Notebooks.Releases;
using SynthNotebooks.Selection;

namespace SynthNotebooks.Cli.Commands;

/// <summary>synthnb fit DATA --model ID --out M.synth</summary>
internal sealed class FitCommand(Tool tool) : IToolCommand
{
    private const double LongestTimer = 1_000_000; // seconds that a timer can wait for

    private readonly Argument<string> _data = new("DATA") { Description = "CSV or JSON file, or SQLite / PostgreSQL URI with ?table=" };
    private readonly Option<string> _model = new("--model") { Description = "Id of the model; see synthnb models", Required = true };
    private readonly Option<ulong> _seed = new("--seed") { Description = "Seed of the fit; default 0" };
    private readonly Option<string?> _schema = new("--schema") { Description = "Schema as JSON; default: inferred" };
    private readonly Option<string?> _constraints = new("--constraints") { Description = "Constraints that every sampled row keeps, as JSON or as lines such as \"admitted <= discharged\"; see docs/constraints.md" };
    private readonly Option<bool> _strict = new("--strict") { Description = "Fail when training rows break a constraint; by default they are left out" };
    private readonly Option<int> _minimumCount = new("--min-count") { Description = "Categories seen fewer times are pooled; default 5", DefaultValueFactory = _ => 5 };
    private readonly Option<string[]> _options = new("--option") { Description = "Option of the model, k=v; may be repeated", AllowMultipleArgumentsPerToken = true };
    private readonly Option<double?> _epsilon = new("--epsilon") { Description = "Privacy loss of a private model (mst, aim, ...)" };
    private readonly Option<double?> _delta = new("--delta") { Description = "Probability of a larger loss of a private model" };
    private readonly Option<string?> _domain = new("--domain") { Description = "Declared domain of a private model, as JSON" };
    private readonly Option<string?> _ledger = new("--ledger") { Description = "Folder of the privacy ledger that a private model is charged to (default: SYNTHNB_LEDGER, or the user's data directory); an identical request is answered from it for free" };
    private readonly Option<double?> _seconds = new("--seconds") { Description = "Time to spend, for models that take one (auto); other fits fail when they take longer" };
    private readonly Option<string?> _plan = new("--plan") { Description = "Plan of a selection: replayed when the file exists, else written after the fit" };
    private readonly Option<string> _out = new("--out") { Description = "Model file to write (.synth)", Required = true };

    public Command Create()
    {
        var command = new Command("fit", "Fit a model to a table.") { _data, _model, _seed, _schema, _constraints, _strict, _minimumCount, _options, _epsilon, _delta, _domain, _ledger, _seconds, _plan, _out };
        command.SetAction((arguments, cancellation) => Task.FromResult(Run(arguments, cancellation)));
        return command;
    }

    private int Run(ParseResult arguments, CancellationToken cancellation)
    {
        var catalog = Catalogs.Models();
        var id = arguments.GetRequiredValue(_model);
        var options = Pairs(arguments.GetValue(_options) ?? []);
        var seconds = arguments.GetValue(_seconds);
        if (seconds is not (null or > 0)) throw new UsageException($"--seconds is {seconds}; it must be above 0.");
        var spends = UsageException.Guard(() => GeneratorFactory.HasOption(catalog, id, "seconds"));
        if (spends && seconds is { } budget) options["seconds"] = budget.ToString("R", CultureInfo.InvariantCulture);
        if (arguments.GetValue(_plan) is { } plan)
        {
            if (!GeneratorFactory.HasOption(catalog, id, "plan")) throw new UsageException($"--plan is of models that choose among others (auto), not of {id}.");
            options["plan"] = plan;
        }
        AddPrivacy(arguments, id, UsageException.Guard(() => catalog[id]).Attribute.IsPrivate, options);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (!spends && seconds < LongestTimer) limit.CancelAfter(TimeSpan.FromSeconds(seconds.Value));
        if (catalog[id].Attribute.IsPrivate) options = PrivateFits.WithTexts(options, path => path);
        var generator = UsageException.Guard(() => GeneratorFactory.Create(catalog, id, options));
        var frame = DataFrame.Load(arguments.GetRequiredValue(_data));
        var schema = arguments.GetValue(_schema) is { } file ? TableSchema.Load(file) : frame.InferSchema();
        var constraints = arguments.GetValue(_constraints) is { } list ? ConstraintSet.Load(list, schema) : ConstraintSet.Empty;
        var context = new FitContext(schema)
        {
            Constraints = constraints,
            RefuseViolations = arguments.GetValue(_strict),
            Seed = arguments.GetValue(_seed),
            MinimumCount = arguments.GetValue(_minimumCount),
            Progress = new SelectionLines(tool.Errors),
            Cancellation = limit.Token,
        };
        var privately = generator.IsCharged() ? LedgerPlace.Open(arguments.GetValue(_ledger)) : null;
        IFittedGenerator model;
        var isStored = false;
        try
        {
            if (privately is null) model = generator.FitConstrained(frame, context);
            else (model, isStored, _) = PrivateFits.Get(catalog, privately, frame, generator, context);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new FitException($"{id} was not done after {seconds} seconds (--seconds); nothing was written. Give it more time, or choose a faster model.");
        }
        ModelArchive.Save(model, arguments.GetRequiredValue(_out));
        if (model is SelectedModel selected) tool.Errors.WriteLine($"chosen: {SelectionText.Name(selected.Plan.Chosen)}");
        tool.Errors.WriteLine($"{arguments.GetRequiredValue(_out)}: {arguments.GetRequiredValue(_model)} fitted on {frame.Rows.Count} rows x {frame.Columns.Count} columns");
        if (model is IPrivateRelease release)
            tool.Errors.WriteLine(release.Claim + (privately is null ? "" : isStored ? "; the stored model of this request, answered from the ledger, no new budget" : $"; charged to the ledger {privately.Folder}"));
        if (model is IConstrained constrained) Report(constrained);
        return Tool.Done;
    }

    private void Report(IConstrained model)
    {
        foreach (var handling in model.Handling)
            tool.Errors.WriteLine($"  {handling.Constraint}: {handling.Means.ToString().ToLowerInvariant()} ({handling.How}){(handling.TrainingViolations is { } broken ? $"; broken by {broken} training rows" : "")}");
        if (model.Cost.LeftOut > 0) tool.Errors.WriteLine($"  {model.Cost.LeftOut} of {model.Cost.TrainingRows} training rows break a constraint or are too rare, and were left out");
        if (model.Cost.Tried > 0) tool.Errors.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"  rejection keeps {100 * model.Cost.Acceptance:0.#} % of the sampled rows"));
    }

    private void AddPrivacy(ParseResult arguments, string id, bool isPrivate, Dictionary<string, string> options)
    {
        Add("--epsilon", arguments.GetValue(_epsilon)?.ToString("R", CultureInfo.InvariantCulture));
        Add("--delta", arguments.GetValue(_delta)?.ToString("R", CultureInfo.InvariantCulture));
        Add("--domain", arguments.GetValue(_domain));

        void Add(string option, string? text)
        {
            if (text is null) return;
            if (!isPrivate) throw new UsageException($"{option} is of private models, not of {id}.");
            options[option[2..]] = text;
        }
    }

    internal static Dictionary<string, string> Pairs(string[] options)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in options)
        {
            var cut = option.IndexOf('=', StringComparison.Ordinal);
            if (cut <= 0) throw new UsageException($"--option '{option}' is not of the form name=value.");
            if (!pairs.TryAdd(option[..cut], option[(cut + 1)..])) throw new UsageException($"--option '{option[..cut]}' is given twice.");
        }
        return pairs;
    }
}
