using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Events with gaps by a rule (renewal), at even steps (schedule), both with a random shift of each event when asked for.</summary>
internal sealed class RenewalSource : RowSource
{
    private readonly Rule _gap;
    private readonly Parameter? _jitter;
    private readonly EventWindow _window;
    private readonly ScenarioNode _node;
    private readonly string _owner;
    private readonly bool _atStart;

    /// <param name="gap">Seconds from one event to the next.</param>
    /// <param name="jitter">Most seconds that an event comes later; null for none.</param>
    /// <param name="atStart">Whether the first event is at the start, not one gap after it.</param>
    /// <param name="window">When.</param>
    /// <param name="node">For errors.</param>
    /// <param name="owner">For errors.</param>
    public RenewalSource(Rule gap, Parameter? jitter, bool atStart, EventWindow window, ScenarioNode node, string owner)
    {
        (_gap, _jitter, _atStart, _window, _node, _owner) = (gap, jitter, atStart, window, node, owner);
        Given = [new GivenAttribute("time", CellType.Time)];
    }

    public override void Make(Row parent, SplitRandom random, IRowReceiver rows, CancellationToken cancellation)
    {
        var (begin, end) = _window.Of(parent, random);
        var (time, last) = (begin, begin);
        for (var i = 0; i <= CountSource.MostRows; i++)
        {
            if ((i & 1023) == 1023) cancellation.ThrowIfCancellationRequested();
            if (i > 0 || !_atStart)
            {
                var gap = _gap.Draw(parent, random);
                if (!(gap > 0 || gap == 0 && i < CountSource.MostRows)) // a negative or missing gap
                {
                    if (double.IsNaN(gap)) return;
                    throw new ScenarioException(_node.Place, FormattableString.Invariant($"{_owner}: a gap is {gap:R} seconds; it must be above 0."));
                }
                time += gap;
            }
            if (!(time < end)) return;
            var shifted = _jitter is null ? time : time + random.NextDouble() * _jitter.Of(parent, random);
            if (!(shifted < end)) continue;
            last = Math.Max(last, _window.Recorded(shifted, begin)); // shifts keep the order
            rows.Add([last]);
        }
        throw new ScenarioException(_node.Place, $"{_owner}: the gaps give more than {CountSource.MostRows} rows for one parent.");
    }
}
