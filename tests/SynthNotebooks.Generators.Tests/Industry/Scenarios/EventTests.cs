using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Tests.Industry.Scenarios;

public class EventTests
{
    [Fact]
    public void Events_follow_the_rate_of_the_hour()
    {
        const int people = 300, days = 30;
        var hours = string.Join(", ", Enumerable.Range(0, 24).Select(hour => hour is >= 8 and < 20 ? 3 : 1));
        var times = Worlds.Of($"scenario: e\nperiod: {{from: 2024-01-01, to: 2024-01-30}}\nentities:\n  p: {{}}\n  e: {{parent: p, events: {{rate: 12 / day, seasonal: {{hour: [{hours}]}}}}}}", people)["e"]["time"];

        // 12 a day at factor 1: 0.5 an hour at night, 1.5 by day
        var counts = new int[24];
        for (var row = 0; row < times.Length; row++) counts[((DateTime)times[row]!).Hour]++;
        for (var hour = 0; hour < 24; hour++)
        {
            var expected = people * days * (hour is >= 8 and < 20 ? 1.5 : 0.5);
            Assert.InRange(counts[hour], expected - 6.5 * Math.Sqrt(expected), expected + 6.5 * Math.Sqrt(expected));
        }
    }

    [Fact]
    public void Every_event_excites_as_many_others_as_it_says()
    {
        const int parents = 3000;
        const double rate = 1, excite = 0.5, decay = 2, days = 60;
        var world = Worlds.Of("scenario: h\nperiod: {from: 2024-01-01, to: 2024-02-29}\nentities:\n  p: {attributes: {n_events: count(e)}}\n  e: {parent: p, events: {hawkes: {base: 1 / day, excite: 0.5, decay: 2 / day}}}", parents);
        var counts = world["p"]["n_events"].ToNumbers();

        var relax = (1 - excite) * decay; // the mean number of events up to t that starts empty
        var expected = rate * (days / (1 - excite) - excite * (1 - Math.Exp(-relax * days)) / ((1 - excite) * relax));
        var sd = Math.Sqrt(counts.Sum(count => (count - counts.Average()) * (count - counts.Average())) / (parents - 1));
        Assert.InRange(counts.Average(), expected - 5.6 * sd / Math.Sqrt(parents), expected + 5.6 * sd / Math.Sqrt(parents));
        Assert.True(sd * sd > 2 * expected, "excited events come in clusters"); // the variance tends to rate·t/(1-excite)^3, four times the mean
    }

    [Fact]
    public void A_machine_spends_its_time_in_states_as_the_chain_does()
    {
        const int parents = 4000;
        const double a = 1.0 / 3, b = 1, days = 20; // rates of leaving up and down
        var world = Worlds.Of("scenario: m\nperiod: {from: 2024-01-01, to: 2024-01-20}\nentities:\n  p: {attributes: {down_days: {formula: sum(s.down)}}}\n  s:\n    parent: p\n    machine: {start: up, states: {up: {stay: {exponential: 3 days}, next: down}, down: {stay: {exponential: 1 day}, next: up}}}\n    attributes: {down: {formula: \"if(state = 'down', days(coalesce(until, period.end) - time), 0)\"}}", parents);
        var down = world["p"]["down_days"].ToNumbers();

        var expected = a / (a + b) * (days - (1 - Math.Exp(-(a + b) * days)) / (a + b));
        var sd = Math.Sqrt(down.Sum(one => (one - down.Average()) * (one - down.Average())) / (parents - 1));
        var rounding = 1.0 / 86400; // times are whole seconds
        Assert.InRange(down.Average(), expected - 5.6 * sd / Math.Sqrt(parents) - rounding * days, expected + 5.6 * sd / Math.Sqrt(parents) + rounding * days);
    }

    [Fact]
    public void Renewal_gaps_follow_their_law_and_schedules_are_even()
    {
        var world = Worlds.Of("scenario: r\nperiod: {from: 2024-01-01, to: 2024-12-31}\nentities:\n  p: {}\n  r: {parent: p, events: {renewal: {gamma: {shape: 4, mean: 10 days}}}, attributes: {gap: days(time - previous.time)}}\n  s: {parent: p, events: {every: 7 days}, attributes: {gap: days(time - previous.time)}}", 200);

        var gaps = world["r"]["gap"].ToNumbers().Where(gap => !double.IsNaN(gap)).ToArray();
        // gaps that fit into the year are a little shorter than all: by less than one gap in the 36 of a year
        Assert.InRange(gaps.Average(), 10 - 10.0 / 36 - 5.6 * 5 / Math.Sqrt(gaps.Length), 10 + 5.6 * 5 / Math.Sqrt(gaps.Length));
        Assert.All(world["s"]["gap"].ToNumbers().Where(gap => !double.IsNaN(gap)), gap => Assert.Equal(7, gap, 9));
        Assert.Equal(200 * 53, world["s"].Rows.Count);
    }

    [Fact]
    public void Every_event_is_inside_the_period_and_in_order()
    {
        var world = Worlds.Of(Worlds.Sample, 100);
        foreach (var table in (string[])["calls", "shocks", "checks", "stages"])
        {
            var times = (TimestampColumn)world[table]["time"];
            var keys = world[table]["person_id"];
            for (var row = 0; row < times.Length; row++)
            {
                Assert.InRange(new DateTime(times.Values[row]), new DateTime(2024, 1, 1), new DateTime(2024, 4, 1).AddTicks(-1));
                if (row > 0 && keys.GetText(row) == keys.GetText(row - 1)) Assert.True(times.Values[row] >= times.Values[row - 1]);
            }
        }
    }
}
