using System.CommandLine;
using System.Text;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Evaluation.Fidelity;
using SynthNotebooks.Notebooks;
using SynthNotebooks.Notebooks.Reports;

namespace SynthNotebooks.Cli.Commands;

/// <summary>synthnb evaluate --train F --synthetic F</summary>
internal sealed class EvaluateCommand(Tool tool) : IToolCommand
{
    private readonly Option<string> _train = new("--train") { Description = "The real table that the generator was fitted on", Required = true };
    private readonly Option<string> _synthetic = new("--synthetic") { Description = "The table that is scored", Required = true };
    private readonly Option<string?> _holdout = new("--holdout") { Description = "Real rows that the generator never saw" };
    private readonly Option<string?> _target = new("--target") { Description = "The column that models predict" };
    private readonly Option<string?> _protected = new("--protected") { Description = "The column whose groups models should treat alike" };
    private readonly Option<string?> _favourable = new("--favourable") { Description = "The class of the target that it is good to be given; without it the rarer one" };
    private readonly Option<string?> _mode = new("--mode") { Description = "Only this mode: " + string.Join(", ", FidelityMode.All.Select(mode => mode.Name)) };
    private readonly Option<string?> _time = new("--time") { Description = "The column that orders rows in time; a date column in whose order the real rows stand is found by itself" };
    private readonly Option<bool> _drift = new("--drift") { Description = "Both tables are real: --train the earlier one, --synthetic the later one" };
    private readonly Option<string?> _json = new("--json") { Description = "Write the report as JSON" };
    private readonly Option<string?> _html = new("--html") { Description = "Write the report as one HTML page, with the attacks that need no model on up to 2,000 records" };

    public Command Create()
    {
        _mode.AcceptOnlyFromAmong([.. FidelityMode.All.Select(mode => mode.Name)]);
        var command = new Command("evaluate", "Score a synthetic table against the real one.") { _train, _synthetic, _holdout, _target, _protected, _favourable, _mode, _time, _drift, _json, _html };
        command.SetAction((arguments, cancellation) => Task.FromResult(Run(arguments, cancellation)));
        return command;
    }

    private int Run(ParseResult arguments, CancellationToken cancellation)
    {
        var train = DataFrame.Load(arguments.GetRequiredValue(_train));
        var synthetic = DataFrame.Load(arguments.GetRequiredValue(_synthetic));
        var holdout = arguments.GetValue(_holdout) is { } file ? DataFrame.Load(file) : null;
        var options = new EvaluationOptions
        {
            Target = arguments.GetValue(_target),
            Protected = arguments.GetValue(_protected),
            Favourable = arguments.GetValue(_favourable),
            TimeColumn = arguments.GetValue(_time),
            Depth = EvaluationDepth.Full,
            Cancellation = cancellation,
        };
        if (arguments.GetValue(_mode) is { } mode) options = options with { Modes = [mode] };
        if (arguments.GetValue(_drift) && holdout is not null) throw new UsageException("--drift compares two real tables; --holdout has no place in it.");
        var report = arguments.GetValue(_drift) ? Evaluator.Drift(train, synthetic, options) : Evaluator.Evaluate(train, synthetic, holdout, options);
        foreach (var scores in report.Modes)
            tool.Output.WriteLine($"{scores.Mode.Name,-16} shape {Headline.Number(scores.Shape)}  trend {Headline.Number(scores.Trend)}  quality {Headline.Number(scores.Quality)}");
        if (options.Target is not null)
        {
            foreach (var metric in new[] { report.Metric("utility-linear"), report.Metric("utility-boosting") })
                tool.Output.WriteLine($"{metric.Name,-16} {(metric.Value is null ? $"undefined: {metric.Undefined}" : $"{Headline.Number(metric.Value)}  trained on real {Headline.Number(metric.Ceiling)}")}");
        }
        tool.Output.WriteLine(report.Summary);
        if (arguments.GetValue(_json) is { } json) WholeFile.Write(json, stream => stream.Write(Encoding.UTF8.GetBytes(report.ToJson())));
        if (arguments.GetValue(_html) is { } html)
        {
            var attacks = arguments.GetValue(_drift) ? null : train.Attack(synthetic, holdout, options: ReportAttacks.Options(options));
            report.SaveHtml(html, attacks);
        }
        return Tool.Done;
    }
}
