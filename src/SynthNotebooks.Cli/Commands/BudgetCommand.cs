using System.CommandLine;
using SynthNotebooks.Notebooks.Charts;
using SynthNotebooks.Notebooks.Releases;

namespace SynthNotebooks.Cli.Commands;

/// <summary>synthnb budget</summary>
internal sealed class BudgetCommand(Tool tool) : IToolCommand
{
    private readonly Option<string?> _ledger = new("--ledger") { Description = "Folder of the privacy ledger; default: SYNTHNB_LEDGER, or the user's data directory" };
    private readonly Option<double?> _limit = new("--limit") { Description = "From now on the epsilon that any one dataset may spend" };
    private readonly Option<double?> _total = new("--total") { Description = "From now on the epsilon that all datasets may spend together" };

    public Command Create()
    {
        var command = new Command("budget", "Show the privacy ledger: every spend in order, and what is left.") { _ledger, _limit, _total };
        command.SetAction((arguments, _) => Task.FromResult(Run(arguments)));
        return command;
    }

    private int Run(ParseResult arguments)
    {
        RequireLegal(arguments, _limit);
        RequireLegal(arguments, _total);
        var ledger = LedgerPlace.Open(arguments.GetValue(_ledger));
        LedgerPlace.Limit(ledger, arguments.GetValue(_limit), arguments.GetValue(_total));
        tool.Output.Write(LedgerFigure.Of(LedgerView.Of(ledger)).ToText());
        return Tool.Done;
    }

    private static void RequireLegal(ParseResult arguments, Option<double?> option)
    {
        if (arguments.GetValue(option) is { } epsilon and not (>= 1e-6 and <= 1000))
            throw new UsageException(FormattableString.Invariant($"{option.Name} is {epsilon}; it must lie in 0.000001 to 1000."));
    }
}
