using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Events at given moments, in their order; those outside the window or missing do not happen.</summary>
internal sealed class MomentsSource : RowSource
{
    private readonly Parameter[] _moments;
    private readonly EventWindow _window;

    public MomentsSource(Parameter[] moments, EventWindow window)
    {
        (_moments, _window) = (moments, window);
        Given = [new GivenAttribute("time", CellType.Time)];
    }

    public override void Make(Row parent, SplitRandom random, IRowReceiver rows, CancellationToken cancellation)
    {
        var (begin, end) = _window.Of(parent, random);
        var times = new double[_moments.Length];
        for (var i = 0; i < times.Length; i++) times[i] = _moments[i].Of(parent, random);
        Array.Sort(times);
        foreach (var time in times)
            if (time >= begin && time < end) rows.Add([time]);
    }
}
