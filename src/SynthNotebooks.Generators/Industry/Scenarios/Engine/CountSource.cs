using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>A number of rows by a rule.</summary>
internal sealed class CountSource(Rule rule, ScenarioNode node, string owner) : RowSource
{
    /// <summary>More rows of one parent than this are an error of the scenario.</summary>
    public const int MostRows = 100_000_000;

    public override void Make(Row parent, SplitRandom random, IRowReceiver rows, CancellationToken cancellation)
    {
        var count = Math.Round(rule.Draw(parent, random));
        if (double.IsNaN(count)) return;
        if (count is < 0 or > MostRows) throw new ScenarioException(node.Place, FormattableString.Invariant($"{owner}: the number of rows is {count:R}; it must be from 0 to {MostRows}."));
        for (var i = 0; i < count; i++)
        {
            if ((i & 1023) == 1023) cancellation.ThrowIfCancellationRequested();
            rows.Add([]);
        }
    }
}
