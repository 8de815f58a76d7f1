using System.Collections.Immutable;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Processes;

namespace SynthNotebooks.Generators.Industry.Retail.Visits;

/// <summary>When a customer visits the shop and through which channel: a Poisson process by day, and a habit.</summary>
/// <remarks>
/// A visit uses the channel of the one before with the chance of the habit; otherwise it chooses anew. So the share of every channel is that of the
/// choice, and the chance to see the same channel again is habit + (1 − habit) · share. Visits depend on the options and the shopper's stream alone: two
/// processes with the same options and shopper tell of the same visits.
/// </remarks>
internal sealed class ShopVisits
{
    private const double Day = 86_400;

    private readonly double _perDay, _online, _habit;
    private readonly long _shopper;

    /// <param name="visitsAWeek">Mean number; 0 to 50.</param>
    /// <param name="online">Share of visits that are online; 0 to 1.</param>
    /// <param name="habit">Chance to use the same channel again without a choice; 0 to 1.</param>
    /// <param name="shopper">Number of the shopper's own stream, up to 10^15; 0 for the stream of the run.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is not legal.</exception>
    public ShopVisits(double visitsAWeek, double online, double habit, long shopper)
    {
        Require.InRange(visitsAWeek, 0, 50);
        Require.InRange(online, 0, 1);
        Require.InRange(habit, 0, 1);
        Require.InRange(shopper, 0, 1e15);
        (_perDay, _online, _habit, _shopper) = (visitsAWeek / 7, online, habit, shopper);
    }

    /// <summary>The store, then two online channels that are used alike.</summary>
    public static ImmutableArray<string> Channels { get; } = ["store", "web", "app"];

    /// <summary>The shopper's stream in a run.</summary>
    public SplitRandom Shopper(ProcessRun run) => _shopper == 0 ? run.Random : new SplitRandom((ulong)_shopper);

    /// <summary>The visits of a run's period, one after the other.</summary>
    public IEnumerable<ShopVisit> During(ProcessRun run)
    {
        var random = Shopper(run).Split(0);
        var (channel, number) = (Choose(random), 0);
        for (var day = Math.Floor(run.Start / Day) * Day; day < run.End; day += Day)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            var visits = (int)Variates.Poisson(_perDay, random);
            if (visits == 0) continue;
            var times = new double[visits];
            // Between 8 and 20 o'clock, more of them late.
            for (var i = 0; i < visits; i++) times[i] = Math.Round(day + 3600 * (8 + 12 * Math.Max(random.NextDouble(), random.NextDouble())));
            Array.Sort(times);
            foreach (var time in times)
            {
                if (random.NextDouble() >= _habit) channel = Choose(random);
                if (time >= run.Start && time < run.End) yield return new(++number, time, channel);
            }
        }
    }

    private int Choose(SplitRandom random) => random.NextDouble() < _online ? 1 + random.NextBelow(2) : 0;
}
