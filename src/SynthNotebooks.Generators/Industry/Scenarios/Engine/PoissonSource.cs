using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Events at random moments with a rate that may change with hour, weekday, month and holidays; each may excite more (Hawkes).</summary>
/// <remarks>
/// Thinning: candidates at a rate that is never too low are kept with the share of the true rate. Exact. The excitement is the sum of
/// excite·decay·exp(−decay·age) over past events, so each event causes <c>excite</c> others on average. Sources: Lewis, Shedler, Naval Research
/// Logistics Quarterly 26(3), 1979, doi:10.1002/nav.3800260304; Ogata, IEEE Transactions on Information Theory 27(1), 1981, doi:10.1109/TIT.1981.1056305.
/// </remarks>
internal sealed class PoissonSource : RowSource
{
    private readonly Parameter _rate;
    private readonly Parameter? _excite, _decay;
    private readonly EventWindow _window;
    private readonly Season _season;
    private readonly string _owner;

    public PoissonSource(Parameter rate, Parameter? excite, Parameter? decay, EventWindow window, Season season, string owner)
    {
        (_rate, _excite, _decay, _window, _season, _owner) = (rate, excite, decay, window, season, owner);
        Given = [new GivenAttribute("time", CellType.Time)];
    }

    public override void Make(Row parent, SplitRandom random, IRowReceiver rows, CancellationToken cancellation)
    {
        var (begin, end) = _window.Of(parent, random);
        var highest = _rate.Of(parent, random) * _season.Highest;
        if (!(highest > 0) || !(end > begin)) return;
        var (excite, decay) = (_excite?.Of(parent, random) ?? 0, _decay?.Of(parent, random) ?? 1);
        if (!(excite >= 0 && decay > 0)) return; // missing
        var expected = highest * (end - begin) / (1 - excite);
        if (expected > CountSource.MostRows) throw new ScenarioException(_rate.Place, FormattableString.Invariant($"{_owner}: the rate {_rate.Text} gives some {expected:G3} rows for one parent; at most {CountSource.MostRows} are made."));
        var (time, excitement) = (begin, 0.0);
        for (var i = 0; ; i++)
        {
            if ((i & 1023) == 1023) cancellation.ThrowIfCancellationRequested();
            var bound = highest + excitement;
            var wait = -PortableMath.Log(random.NextOpenDouble()) / bound;
            time += wait;
            if (!(time < end)) return;
            if (excite > 0) excitement *= PortableMath.Exp(-decay * wait);
            if (excite > 0 || !_season.IsFlat)
            {
                var now = highest * (_season.IsFlat ? 1 : _season.At(time) / _season.Highest) + excitement;
                if (random.NextDouble() * bound >= now) continue;
            }
            excitement += excite * decay;
            rows.Add([_window.Recorded(time, begin)]);
        }
    }
}
