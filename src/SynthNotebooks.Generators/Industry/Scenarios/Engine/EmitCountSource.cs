using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>A number of rows by a rule, all at the begin of a stay, evenly within it, or at its end if it ends within the period.</summary>
internal sealed class EmitCountSource : RowSource
{
    private readonly Rule _rule;
    private readonly string _at, _owner;
    private readonly EventWindow _window;
    private readonly ScenarioNode _node;
    private readonly int _until;

    /// <param name="rule">Of the number, read in the row of the stay.</param>
    /// <param name="at">enter, stay or leave.</param>
    /// <param name="window">The stay.</param>
    /// <param name="until">Place of the moment of leaving in the stay's row.</param>
    /// <param name="node">For errors.</param>
    /// <param name="owner">For errors.</param>
    public EmitCountSource(Rule rule, string at, EventWindow window, int until, ScenarioNode node, string owner)
    {
        if (rule.Type.Kind == CellKind.Text) throw new ScenarioException(node.Place, $"{owner}: the number of rows is a text; a number is expected.");
        (_rule, _at, _window, _until, _node, _owner) = (rule, at, window, until, node, owner);
        Given = [new GivenAttribute("time", CellType.Time)];
    }

    public override void Make(Row parent, SplitRandom random, IRowReceiver rows, CancellationToken cancellation)
    {
        var count = Math.Round(_rule.Draw(parent, random));
        if (double.IsNaN(count)) return;
        if (count is < 0 or > CountSource.MostRows) throw new ScenarioException(_node.Place, FormattableString.Invariant($"{_owner}: the number of rows is {count:R}; it must be from 0 to {CountSource.MostRows}."));
        var (begin, end) = _window.Of(parent, random);
        if (_at == "leave" && double.IsNaN(parent.Numbers[_until])) return;
        var times = _at == "stay" ? Spread((int)count, begin, end, random) : [];
        for (var i = 0; i < count; i++)
        {
            if ((i & 1023) == 1023) cancellation.ThrowIfCancellationRequested();
            rows.Add([_at switch { "enter" => begin, "leave" => parent.Numbers[_until], _ => times[i] }]);
        }
    }

    private double[] Spread(int count, double begin, double end, SplitRandom random)
    {
        var times = new double[count];
        for (var i = 0; i < count; i++) times[i] = _window.Recorded(begin + (end - begin) * random.NextDouble(), begin);
        Array.Sort(times);
        return times;
    }
}
