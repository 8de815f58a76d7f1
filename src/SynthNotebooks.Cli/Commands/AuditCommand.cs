using System.CommandLine;
using System.Text.Json.Nodes;
using SynthNotebooks.Cli.Export;
using SynthNotebooks.Notebooks;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Releases;

namespace SynthNotebooks.Cli.Commands;

/// <summary>synthnb audit --mechanism ID|--method ID</summary>
internal sealed class AuditCommand(Tool tool) : IToolCommand
{
    private readonly Option<string?> _mechanism = new("--mechanism") { Description = "Id of a mechanism, or all" };
    private readonly Option<string?> _method = new("--method") { Description = "A private method (mst, aim, ...), audited from table to released rows instead of a mechanism" };
    private readonly Option<double> _epsilon = new("--epsilon") { Description = "Epsilon of the instance; default 1", DefaultValueFactory = _ => 1 };
    private readonly Option<int?> _trials = new("--trials") { Description = "Runs a side that count, 100 to 10000000; default 5000, of a method 20000 within its time. With --one-run the canaries, from 20: default 10000, of a method 1000" };
    private readonly Option<double> _seconds = new("--seconds") { Description = "Time after which the audit of a method starts no further run; default 60", DefaultValueFactory = _ => 60 };
    private readonly Option<bool> _oneRun = new("--one-run") { Description = "Run it once, with canaries put in by coin flips that the attack guesses" };
    private readonly Option<string?> _json = new("--json") { Description = "Write the results as JSON" };

    public Command Create()
    {
        var command = new Command("audit", "Compare the epsilon that a mechanism claims with what can be proven.") { _mechanism, _method, _epsilon, _trials, _seconds, _oneRun, _json };
        command.SetAction(Run);
        return command;
    }

    // A refuted claim is a failed job, so that scripts notice.
    private async Task<int> Run(ParseResult arguments, CancellationToken cancellation)
    {
        var (mechanism, method, epsilon, trials) = (arguments.GetValue(_mechanism), arguments.GetValue(_method), arguments.GetValue(_epsilon), arguments.GetValue(_trials));
        if (mechanism is null == method is null) throw new UsageException("Give --mechanism ID (or all), or --method ID, and not both.");
        var (oneRun, seconds) = (arguments.GetValue(_oneRun), arguments.GetValue(_seconds));
        var audits = UsageException.Guard(() => (method, oneRun) switch
        {
            (null, true) => AuditVerbs.OneRun(mechanism!, epsilon, trials ?? 10_000, cancellation),
            (null, false) => AuditVerbs.Audit(mechanism!, epsilon, trials ?? 5000, cancellation),
            (_, true) => SynthesizerAudit.OneRun(Catalogs.Models(), method, trials ?? 1000, new() { Epsilon = epsilon }, cancellation),
            (_, false) => SynthesizerAudit.Run(Catalogs.Models(), method, new(epsilon, trials ?? 20_000, seconds), null, cancellation),
        });
        tool.Output.Write(new MechanismAuditsDisplay().Format(audits, MimeTypes.Text));
        if (arguments.GetValue(_json) is { } file) await WholeTextFile.WriteAsync(file, Json.Text(Report(audits)), cancellation);
        return audits.Results.Any(audit => audit.Result.Refuted) ? Tool.Failed : Tool.Done;
    }

    private static JsonObject Report(MechanismAudits audits) => new()
    {
        ["subject"] = audits.Subject,
        ["results"] = new JsonArray([.. audits.Results.Select(audit => new JsonObject
        {
            ["mechanism"] = audit.Id,
            ["claimed_epsilon"] = audit.Result.Claimed,
            ["epsilon_lower_bound"] = audit.Result.LowerBound,
            ["provable_epsilon"] = audit.Result.Ceiling,
            ["claimed_rho"] = double.IsFinite(audit.Result.ClaimedRho) ? audit.Result.ClaimedRho : null,
            ["rho_lower_bound"] = double.IsFinite(audit.Result.ClaimedRho) ? audit.Result.ProvenRho : null,
            ["delta"] = audit.Result.Delta,
            ["confidence"] = audit.Result.Confidence,
            ["runs"] = audit.Result.Runs,
            ["refuted"] = audit.Result.Refuted,
        })]),
    };
}
