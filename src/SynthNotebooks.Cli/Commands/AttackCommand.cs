using System.CommandLine;
using System.Globalization;
using System.Text;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks;
using SynthNotebooks.Notebooks;

namespace SynthNotebooks.Cli.Commands;

/// <summary>synthnb attack --train F --synthetic F</summary>
internal sealed class AttackCommand(Tool tool) : IToolCommand
{
    private readonly Option<string> _train = new("--train") { Description = "The table that the generator learnt", Required = true };
    private readonly Option<string> _synthetic = new("--synthetic") { Description = "The table that is attacked", Required = true };
    private readonly Option<string?> _holdout = new("--holdout") { Description = "Real rows that the generator never saw; half of them are the attacker's, half are judged" };
    private readonly Option<string?> _model = new("--model") { Description = "The fitted model (.synth): adds shadow models, densities and canaries" };
    private readonly Option<string> _attack = new("--attack") { Description = "Ids, separated by commas, see synthnb attacks; default all", DefaultValueFactory = _ => "all" };
    private readonly Option<double?> _seconds = new("--seconds") { Description = "Budget; the cheap attacks come first, the others are skipped" };
    private readonly Option<ulong> _seed = new("--seed") { Description = "Seed of everything random; default 0" };
    private readonly Option<string?> _json = new("--json") { Description = "Write the report as JSON" };
    private readonly Option<string?> _html = new("--html") { Description = "Write the report as one HTML page" };

    public Command Create()
    {
        var command = new Command("attack", "Attack a synthetic table: membership inference and the rest of the battery, with its controls.") { _train, _synthetic, _holdout, _model, _attack, _seconds, _seed, _json, _html };
        command.SetAction((arguments, cancellation) => Task.FromResult(Run(arguments, cancellation)));
        return command;
    }

    private int Run(ParseResult arguments, CancellationToken cancellation)
    {
        var options = new AttackOptions { Attacks = [arguments.GetRequiredValue(_attack)], Seconds = arguments.GetValue(_seconds), Seed = arguments.GetValue(_seed), Cancellation = cancellation };
        if (options.Seconds is <= 0 or > 1e6 or double.NaN) throw new UsageException($"--seconds is {options.Seconds?.ToString(CultureInfo.InvariantCulture)}; it must lie above 0 and at most 1,000,000.");
        UsageException.Guard(() => AttackCatalog.Plan(options.Attacks));
        var train = DataFrame.Load(arguments.GetRequiredValue(_train));
        var synthetic = DataFrame.Load(arguments.GetRequiredValue(_synthetic));
        var holdout = arguments.GetValue(_holdout) is { } file ? DataFrame.Load(file) : null;
        var model = arguments.GetValue(_model) is { } saved ? ModelArchive.Open(saved, Catalogs.Models()) : null;
        var report = train.Attack(synthetic, holdout, model, options);
        tool.Output.Write(AttackText.Of(report));
        if (arguments.GetValue(_json) is { } json) WholeFile.Write(json, stream => stream.Write(Encoding.UTF8.GetBytes(report.ToJson())));
        if (arguments.GetValue(_html) is { } html) report.SaveHtml(html);
        return Tool.Done;
    }
}
