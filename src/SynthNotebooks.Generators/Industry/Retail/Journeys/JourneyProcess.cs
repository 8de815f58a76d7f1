using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Processes;
using SynthNotebooks.Generators.Industry.Retail.Visits;

namespace SynthNotebooks.Generators.Industry.Retail.Journeys;

/// <summary>A customer's journeys over channels: what they begin with, the looks in between, and the visit that they end in, or not.</summary>
/// <remarks>
/// <para>One row for each touch. Journeys that begin with source s are a Poisson process of which a share, the source's conversion, ends in a visit. By the
/// splitting of Poisson processes (Kingman, Poisson Processes, 1993, chapter 5) the visits can be drawn first: each is given a source in proportion to
/// weight · conversion, and journeys that are given up are drawn beside them in proportion to weight · (1 − conversion).</para>
/// <para>Cost: about 0.7 microseconds a row, written as CSV; memory grows with the journeys of one customer.</para>
/// </remarks>
[Process("journeys", typeof(JourneyOptions))]
public sealed class JourneyProcess : IProcess
{
    private const double Week = 7 * 86_400;
    private const int MostLooks = 100, Store = 0, Web = 1, App = 2, FirstSource = 3, Direct = 3;
    private const int Came = 0, Looked = 1, Visited = 2, Left = 3;

    private static readonly ProcessColumn[] AllColumns =
    [
        new("journey", ColumnKind.Integer),
        new("touch", ColumnKind.Integer),
        new("source", ColumnKind.Text) { Categories = [.. JourneySource.All.Select(source => source.Name)] },
        // A direct journey begins in a channel of the shop, so that 'direct' is none.
        new("channel", ColumnKind.Text) { Categories = [.. ShopVisits.Channels, .. JourneySource.All.Take(Direct).Select(source => source.Name)] },
        new("action", ColumnKind.Text) { Categories = ["came", "looked", "visited", "left"] },
        new("basket", ColumnKind.Integer),
    ];

    private readonly JourneyOptions _options;
    private readonly ShopVisits _visits;
    private readonly double[] _visiting, _leaving;

    /// <exception cref="ArgumentOutOfRangeException">An option is not legal; the message tells which and what is.</exception>
    public JourneyProcess(JourneyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require.InRange(options.Looks, 0, 20);
        Require.InRange(options.HoursBetween, 0.01, 1000);
        _visits = new ShopVisits(options.VisitsAWeek, options.Online, options.Habit, options.Shopper);
        _options = options;
        _visiting = [.. JourneySource.All.Select(source => Weight(source) * source.Conversion)];
        _leaving = [.. JourneySource.All.Select(source => Weight(source) * (1 - source.Conversion))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<ProcessColumn> Columns => AllColumns;

    /// <inheritdoc/>
    public void Run(ProcessRun run, IProcessRows rows)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(rows);
        var random = run.Random.Split(2);
        var ends = new List<(double Time, ShopVisit? Visit)>();
        foreach (var visit in _visits.During(run)) ends.Add((visit.Time, visit));
        var givenUp = _options.VisitsAWeek * _leaving.Sum() / _visiting.Sum() * (run.End - run.Start) / Week;
        for (var left = Variates.Poisson(givenUp, random); left > 0; left--) ends.Add((Math.Floor(run.Start + random.NextDouble() * (run.End - run.Start)), null));
        ends.Sort((one, other) => one.Time.CompareTo(other.Time) is not 0 and var order ? order : (one.Visit?.Number ?? 0).CompareTo(other.Visit?.Number ?? 0));

        var touches = new List<Touch>();
        for (var journey = 1; journey <= ends.Count; journey++)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            Follow(journey, ends[journey - 1].Time, ends[journey - 1].Visit, run.Start, random, touches);
        }
        touches.Sort((one, other) => (one.Time, one.Journey, one.Number).CompareTo((other.Time, other.Journey, other.Number)));
        foreach (var touch in touches) rows.Add(touch.Time, touch.Journey, touch.Number, touch.Source, touch.Channel, touch.Action, touch.Basket);
    }

    private double Weight(JourneySource source) => source.MembersOnly && !_options.Member ? 0 : source.Weight;

    private void Follow(int journey, double end, ShopVisit? visit, double start, SplitRandom random, List<Touch> touches)
    {
        var source = WeightedChoice.Of(visit is null ? _leaving : _visiting, random);
        var looks = 0; // geometric: of mean Looks
        while (looks < MostLooks && random.NextDouble() < _options.Looks / (1 + _options.Looks)) looks++;
        var hours = 0.0;
        var times = new double[looks + 1];
        for (var i = looks; i >= 0; i--)
        {
            hours -= _options.HoursBetween * PortableMath.Log(random.NextOpenDouble());
            times[i] = Math.Max(start, Math.Floor(end - 3600 * hours)); // what began before the period is seen from its first second
        }
        var channel = source == Direct ? Browse(random) : FirstSource + source;
        touches.Add(new(times[0], journey, 1, source, channel, Came, double.NaN));
        for (var i = 1; i <= looks; i++)
        {
            if (channel >= FirstSource || random.NextDouble() >= _options.Habit) channel = Browse(random);
            touches.Add(new(times[i], journey, i + 1, source, channel, Looked, double.NaN));
        }
        var last = visit?.Channel ?? (channel >= FirstSource ? Browse(random) : channel);
        touches.Add(new(end, journey, looks + 2, source, last, visit is null ? Left : Visited, visit?.Number ?? double.NaN));
    }

    // Whoever looks without a visit is online mostly, the more so who shops online.
    private int Browse(SplitRandom random) => random.NextDouble() < 0.2 * (1 - _options.Online) ? Store : random.NextBelow(2) == 0 ? Web : App;

    private readonly record struct Touch(double Time, int Journey, int Number, int Source, int Channel, int Action, double Basket);
}
