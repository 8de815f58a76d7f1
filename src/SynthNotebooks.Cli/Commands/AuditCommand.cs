using System.CommandLine;
using System.Text.Json.Nodes;
using SynthNotebooks.Notebooks;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Releases;

namespace SynthNotebooks.Cli.Commands;

/// <summary>synthnb audit --mechanism ID|--method ID</summary>
internal sealed class AuditCommand(Tool tool)
{
    private readonly Option<string?> _mechanism = new("--mechanism") { Description = "Id of a mechanism, or all" };
    private readonly Option<string?> _method = new("--method") { Description = "A private method (mst, aim, ...), audited from table to released rows instead of a mechanism; four times the trials of 1 to 50 ms each" };
    private readonly Option<double> _epsilon = new("--epsilon") { Description = "Epsilon of the instance; default 1", DefaultValueFactory = _ => 1 };
    private readonly Option<int?> _trials = new("--trials") { Description = "Runs a side, 100 to 10000000; default 5000, of a method 200" };
    private readonly Option<string?> _json = new("--json") { Description = "Write the results as JSON" };

    public Command Create()
    {
        var command = new Command("audit", "Compare the epsilon that a mechanism claims with what can be proven.") { _mechanism, _method, _epsilon, _trials, _json };
        command.SetAction((arguments, cancellation) => Task.FromResult(Run(arguments, cancellation)));
        return command;
    }

    // A refuted claim is a failed job, so that scripts notice.
    private int Run(ParseResult arguments, CancellationToken cancellation)
    {
        var (mechanism, method, epsilon, trials) = (arguments.GetValue(_mechanism), arguments.GetValue(_method), arguments.GetValue(_epsilon), arguments.GetValue(_trials));
        if (mechanism is null == method is null) throw new UsageException("Give --mechanism ID (or all), or --method ID, and not both.");
        var audits = UsageException.Guard(() => method is null ? AuditVerbs.Audit(mechanism!, epsilon, trials ?? 5000, cancellation) : SynthesizerAudit.Run(Catalogs.Models(), method, epsilon, trials ?? 200, cancellation));
        tool.Output.Write(new MechanismAuditsDisplay().Format(audits, MimeTypes.Text));
        if (arguments.GetValue(_json) is { } file)
        {
            File.WriteAllText(file, Json.Text(new JsonObject
            {
                ["results"] = new JsonArray([.. audits.Results.Select(audit => new JsonObject
                {
                    ["mechanism"] = audit.Id,
                    ["claimed_epsilon"] = audit.Result.Claimed,
                    ["epsilon_lower_bound"] = audit.Result.LowerBound,
                    ["provable_epsilon"] = audit.Result.Ceiling,
                    ["delta"] = audit.Result.Delta,
                    ["confidence"] = audit.Result.Confidence,
                    ["runs"] = audit.Result.Runs,
                    ["refuted"] = audit.Result.Refuted,
                })]),
            }));
        }
        return audits.Results.Any(audit => audit.Result.Refuted) ? Tool.Failed : Tool.Done;
    }
}
