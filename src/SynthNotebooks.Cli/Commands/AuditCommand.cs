using System.CommandLine;
using System.Text.Json.Nodes;
using SynthNotebooks.Notebooks;
using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Cli.Commands;

/// <summary>synthnb audit --mechanism ID</summary>
internal sealed class AuditCommand(Tool tool)
{
    private readonly Option<string> _mechanism = new("--mechanism") { Description = "Id of a mechanism, or all", Required = true };
    private readonly Option<double> _epsilon = new("--epsilon") { Description = "Epsilon of the instance; default 1", DefaultValueFactory = _ => 1 };
    private readonly Option<int> _trials = new("--trials") { Description = "Runs a side, 100 to 10000000; default 5000", DefaultValueFactory = _ => 5000 };
    private readonly Option<string?> _json = new("--json") { Description = "Write the results as JSON" };

    public Command Create()
    {
        var command = new Command("audit", "Compare the epsilon that a mechanism claims with what can be proven.") { _mechanism, _epsilon, _trials, _json };
        command.SetAction((arguments, cancellation) => Task.FromResult(Run(arguments, cancellation)));
        return command;
    }

    // A refuted claim is a failed job, so that scripts notice.
    private int Run(ParseResult arguments, CancellationToken cancellation)
    {
        var audits = UsageException.Guard(() => AuditVerbs.Audit(arguments.GetRequiredValue(_mechanism), arguments.GetValue(_epsilon), arguments.GetValue(_trials), cancellation));
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
