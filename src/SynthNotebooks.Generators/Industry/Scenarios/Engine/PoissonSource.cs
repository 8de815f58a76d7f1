using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Events at random moments with a rate that may change with hour, weekday and month.</summary>
/// <remarks>
/// Thinning: moments of a steady process at the highest rate are kept with the share of the rate at that moment. Exact. Source: Lewis, Shedler,
/// Naval Research Logistics Quarterly 26(3), 1979, doi:10.1002/nav.3800260304.
/// </remarks>
internal sealed class PoissonSource : RowSource
{
    private readonly Parameter _rate;
    private readonly Parameter? _from, _to;
    private readonly Season _season;
    private readonly double _start, _end, _resolution;
    private readonly string _owner;

    public PoissonSource(Parameter rate, Parameter? from, Parameter? to, Season season, (double Start, double End) period, double resolution, string owner)
    {
        (_rate, _from, _to, _season, _owner) = (rate, from, to, season, owner);
        (_start, _end) = period;
        _resolution = resolution;
        Given = [new GivenAttribute("time", CellType.Time)];
    }

    public override void Make(Row parent, SplitRandom random, IRowReceiver rows, CancellationToken cancellation)
    {
        var time = _from?.Of(parent, random) ?? _start;
        var end = _to?.Of(parent, random) ?? _end;
        var highest = _rate.Of(parent, random) * _season.Highest;
        if (!(highest > 0) || !(end > time)) return;
        if (highest * (end - time) > CountSource.MostRows) throw new ScenarioException(_rate.Place, FormattableString.Invariant($"{_owner}: the rate {_rate.Text} gives {highest * (end - time):G3} rows for one parent; at most {CountSource.MostRows} are made."));
        for (var i = 0; ; i++)
        {
            if ((i & 1023) == 1023) cancellation.ThrowIfCancellationRequested();
            time -= PortableMath.Log(random.NextOpenDouble()) / highest;
            if (!(time < end)) return;
            if (!_season.IsFlat && random.NextDouble() * _season.Highest >= _season.At(time)) continue;
            rows.Add([Math.Max(_start, Math.Floor(time / _resolution) * _resolution)]);
        }
    }
}
