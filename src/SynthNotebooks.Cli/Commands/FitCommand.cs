using System.CommandLine;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Constraints;

namespace SynthNotebooks.Cli.Commands;

/// <summary>synthnb fit DATA --model ID --out M.synth</summary>
internal sealed class FitCommand(Tool tool)
{
    private readonly Argument<string> _data = new("DATA") { Description = "CSV or JSON file, or SQLite / PostgreSQL URI with ?table=" };
    private readonly Option<string> _model = new("--model") { Description = "Id of the model; see synthnb models", Required = true };
    private readonly Option<ulong> _seed = new("--seed") { Description = "Seed of the fit; default 0" };
    private readonly Option<string?> _schema = new("--schema") { Description = "Schema as JSON; default: inferred" };
    private readonly Option<string?> _constraints = new("--constraints") { Description = "Constraints that every sampled row keeps, as JSON or as lines such as \"admitted <= discharged\"; see docs/constraints.md" };
    private readonly Option<bool> _strict = new("--strict") { Description = "Fail when training rows break a constraint; by default they are left out" };
    private readonly Option<int> _minimumCount = new("--min-count") { Description = "Categories seen fewer times are pooled; default 5", DefaultValueFactory = _ => 5 };
    private readonly Option<string[]> _options = new("--option") { Description = "Option of the model, k=v; may be repeated", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string> _out = new("--out") { Description = "Model file to write (.synth)", Required = true };

    public Command Create()
    {
        var command = new Command("fit", "Fit a model to a table.") { _data, _model, _seed, _schema, _constraints, _strict, _minimumCount, _options, _out };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult arguments)
    {
        var catalog = Catalogs.Models();
        var generator = UsageException.Guard(() => GeneratorFactory.Create(catalog, arguments.GetRequiredValue(_model), Pairs(arguments.GetValue(_options) ?? [])));
        var frame = DataFrame.Load(arguments.GetRequiredValue(_data));
        var schema = arguments.GetValue(_schema) is { } file ? TableSchema.Load(file) : frame.InferSchema();
        var constraints = arguments.GetValue(_constraints) is { } list ? ConstraintSet.Load(list, schema) : ConstraintSet.Empty;
        var model = generator.FitConstrained(frame, new FitContext(schema)
        {
            Constraints = constraints,
            RefuseViolations = arguments.GetValue(_strict),
            Seed = arguments.GetValue(_seed),
            MinimumCount = arguments.GetValue(_minimumCount),
        });
        ModelArchive.Save(model, arguments.GetRequiredValue(_out));
        tool.Errors.WriteLine($"{arguments.GetRequiredValue(_out)}: {arguments.GetRequiredValue(_model)} fitted on {frame.Rows.Count} rows x {frame.Columns.Count} columns");
        if (model is IConstrained constrained) Report(constrained);
        return Tool.Done;
    }

    private void Report(IConstrained model)
    {
        foreach (var handling in model.Handling)
            tool.Errors.WriteLine($"  {handling.Constraint}: {handling.Means.ToString().ToLowerInvariant()} ({handling.How}); broken by {handling.TrainingViolations} training rows");
        if (model.Cost.LeftOut > 0) tool.Errors.WriteLine($"  {model.Cost.LeftOut} of {model.Cost.TrainingRows} training rows break a constraint or are too rare, and were left out");
        if (model.Cost.Tried > 0) tool.Errors.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"  rejection keeps {100 * model.Cost.Acceptance:0.#} % of the sampled rows"));
    }

    private static Dictionary<string, string> Pairs(string[] options)
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
