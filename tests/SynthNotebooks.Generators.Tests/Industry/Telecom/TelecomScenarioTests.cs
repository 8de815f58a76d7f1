using System.Text.RegularExpressions;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios;
using SynthNotebooks.Generators.Tests.Industry.Finance;

namespace SynthNotebooks.Generators.Tests.Industry.Telecom;

public partial class TelecomScenarioTests
{
    private const int Subscribers = 1200;

    private static readonly Lazy<World> Network = new(() => EmbeddedScenarios.Load("telecom").Simulate(Subscribers, new SimulationOptions { Seed = 2, Threads = 4 }));

    private static double[] Numbers(string table, string column) => Network.Value[table].Numbers(column);

    private static string?[] Texts(string table, string column) => Network.Value[table].Texts(column);

    [Theory]
    [InlineData("subscribers", "home_cell", "cells", "cell_id"), InlineData("subscribers", "plan", "plans", "plan_id"), InlineData("cell_hours", "cell_id", "cells", "cell_id")]
    [InlineData("calls", "subscriber_id", "subscribers", "subscriber_id"), InlineData("data_sessions", "subscriber_id", "subscribers", "subscriber_id")]
    [InlineData("support_contacts", "subscriber_id", "subscribers", "subscriber_id")]
    public void Every_reference_leads_to_a_row(string table, string column, string to, string key)
    {
        var keys = Texts(to, key);
        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.Subset(keys.ToHashSet(), Texts(table, column).ToHashSet());
    }

    [Fact]
    public void The_world_is_the_same_at_any_number_of_threads()
    {
        var (one, four) = (Small(1), Small(4));

        Assert.All(one.Tables, table => Assert.Equal(table.Value.Hash(), four[table.Key].Hash()));

        static World Small(int threads) => EmbeddedScenarios.Load("telecom").Simulate(150, new SimulationOptions { Seed = 2, Threads = threads });
    }

    [Fact]
    public void Numbers_are_distinct_and_nobody_has_them()
    {
        var own = Texts("subscribers", "number");

        Assert.Equal(own.Length, own.Distinct().Count());
        Assert.All(own.Concat(Texts("calls", "other_number").Distinct()), number => Assert.Matches(Reserved(), number!));
        Assert.Contains(own, number => number!.StartsWith("+44", StringComparison.Ordinal));
        Assert.Contains(own, number => number!.StartsWith("+1", StringComparison.Ordinal));
    }

    // Ofcom's mobile numbers for drama, and 555-0100 to 555-0199; no area code is N11, N9X or toll-free.
    [GeneratedRegex(@"^(\+44 7700 900[0-9]{3}|\+1 [2-7][02-8][1-9] 555 01[0-9]{2})$")]
    private static partial Regex Reserved();

    [Fact]
    public void Subscribers_call_their_friends_and_people_of_other_networks()
    {
        var (callers, others, inside) = (Texts("calls", "subscriber_id"), Texts("calls", "other_number"), Numbers("calls", "inside"));
        var owner = Texts("subscribers", "number").Zip(Texts("subscribers", "subscriber_id")).ToDictionary(pair => pair.First!, pair => pair.Second!);
        NormalTolerance.AssertNear(0.7, inside.Average(), Math.Sqrt(0.21 / inside.Length), "share of calls inside");
        Assert.All(Enumerable.Range(0, others.Length), row => Assert.Equal(inside[row] == 1, owner.ContainsKey(others[row]!)));

        // The circle is the same seen from both sides, and nobody calls more people inside than there are in the circle.
        var circle = Enumerable.Range(0, others.Length).Where(row => inside[row] == 1).Select(row => (From: callers[row]!, To: owner[others[row]!])).ToHashSet();
        Assert.DoesNotContain(circle, pair => pair.From == pair.To);
        var degree = Texts("subscribers", "subscriber_id").Zip(Numbers("subscribers", "friends")).ToDictionary(pair => pair.First!, pair => pair.Second);
        var both = circle.Concat(circle.Select(pair => (From: pair.To, To: pair.From))).Distinct().GroupBy(pair => pair.From).ToDictionary(group => group.Key, group => group.Count());
        Assert.All(both, pair => Assert.True(pair.Value <= degree[pair.Key], $"{pair.Key} talks to {pair.Value} of {degree[pair.Key]} friends"));
        Assert.True(both.Count(pair => pair.Value == degree[pair.Key]) > Subscribers / 2); // some hundred calls to some eight friends: most circles are seen whole
    }

    [Fact]
    public void Degrees_are_those_of_a_small_world()
    {
        var degrees = Numbers("subscribers", "friends");
        var n = degrees.Length;

        // Four edges go out from everyone; of the four that come in, each is rewired with chance p = 0.15 and replaced by a Poisson number of mean 4 p.
        // An edge that repeats another is left out, which loses less than 4 p * 8 / n of the edges.
        const double p = 0.15, variance = 4 * p * (1 - p) + 4 * p;
        Assert.InRange(degrees.Average(), 8 - 0.05, 8);
        double[] squares = [.. degrees.Select(x => (x - 8) * (x - 8))];
        var spread = Math.Sqrt(squares.Average(x => (x - variance) * (x - variance)) / n);
        Assert.InRange(squares.Average(), variance - NormalTolerance.Deviations * spread - 0.05, variance + NormalTolerance.Deviations * spread + 0.05);
    }

    [Fact]
    public void Calls_come_at_their_hours()
    {
        double[] factors = [0.2, 0.1, 0.05, 0.05, 0.05, 0.1, 0.4, 0.9, 1.2, 1.3, 1.3, 1.3, 1.4, 1.2, 1.1, 1.2, 1.4, 1.7, 1.9, 1.8, 1.5, 1.1, 0.7, 0.4];
        var times = Numbers("calls", "time");
        var counts = new double[24];
        foreach (var time in times) counts[(int)(time / 3600 % 24)]++;

        // Given their number, the hours of Poisson events are independent draws; 24 comparisons at 5.7 deviations stay below 1e-6.
        for (var hour = 0; hour < 24; hour++)
        {
            var share = factors[hour] / factors.Sum();
            Assert.InRange((counts[hour] / times.Length - share) / Math.Sqrt(share * (1 - share) / times.Length), -5.7, 5.7);
        }
        // Among subscribers the number of calls is a gamma mixture of Poisson numbers: mean m, variance m + m² / 2.5.
        var calls = Numbers("subscribers", "calls");
        var weekday = new[] { 1, 1, 1, 1.05, 1.2, 0.9, 0.8 };
        var mean = 1.6 * Enumerable.Range(0, 91).Sum(day => weekday[day % 7]) * factors.Average(); // 2024 began on a Monday
        NormalTolerance.AssertNear(mean, calls.Average(), Math.Sqrt((mean + mean * mean / 2.5) / calls.Length), "calls of a subscriber");
    }

    [Fact]
    public void Calls_drop_as_the_home_cell_fills()
    {
        var load = Texts("cells", "cell_id").Zip(Numbers("cells", "mean_share")).ToDictionary(pair => pair.First!, pair => pair.Second);
        var home = Texts("subscribers", "subscriber_id").Zip(Texts("subscribers", "home_cell")).ToDictionary(pair => pair.First!, pair => load[pair.Second!]);
        var (callers, times, dropped) = (Texts("calls", "subscriber_id"), Numbers("calls", "time"), Numbers("calls", "dropped"));
        var (expected, variance, found) = (new double[2], new double[2], new double[2]);
        for (var row = 0; row < callers.Length; row++)
        {
            var busy = home[callers[row]!] * Busy((int)(times[row] / 3600 % 24));
            var chance = Math.Min(0.5, 0.003 + 0.1 * busy * busy * busy);
            var band = busy > 0.6 ? 1 : 0;
            (expected[band], variance[band], found[band]) = (expected[band] + chance, variance[band] + chance * (1 - chance), found[band] + dropped[row]);
        }
        for (var band = 0; band < 2; band++) NormalTolerance.AssertNear(expected[band], found[band], Math.Sqrt(variance[band]), $"dropped calls in band {band}");

        static double Busy(int hour)
        {
            double[] at = [0, 4, 8, 12, 17, 20, 23], value = [0.5, 0.2, 0.9, 1.1, 1.4, 1.6, 0.8];
            var i = Enumerable.Range(1, 6).First(one => hour <= at[one]);
            return value[i - 1] + (value[i] - value[i - 1]) * (hour - at[i - 1]) / (at[i] - at[i - 1]);
        }
    }

    [Fact]
    public void Roaming_is_for_those_who_travel()
    {
        var (country, roaming) = (Texts("calls", "country"), Numbers("calls", "roaming"));
        Assert.All(Enumerable.Range(0, country.Length), row => Assert.Equal(roaming[row] == 0, country[row] == "XA"));

        var (calls, abroad, age) = (Numbers("subscribers", "calls"), Numbers("subscribers", "roaming_calls"), Numbers("subscribers", "age"));
        var (expected, variance) = (0.0, 0.0);
        for (var i = 0; i < calls.Length; i++)
        {
            var travels = age[i] is >= 25 and <= 65 ? 0.15 : 0.06;
            var chance = travels * 0.06 + (1 - travels) * 0.004;
            expected += calls[i] * chance;
            variance += calls[i] * chance + calls[i] * calls[i] * travels * (1 - travels) * 0.056 * 0.056;
        }
        NormalTolerance.AssertNear(expected, abroad.Sum(), Math.Sqrt(variance), "calls abroad");
    }

    [Fact]
    public void Contacts_are_solved_by_topic_and_an_open_one_has_no_time()
    {
        var (topic, solved, hours) = (Texts("support_contacts", "topic"), Numbers("support_contacts", "solved"), Numbers("support_contacts", "hours_to_solve"));
        Assert.All(Enumerable.Range(0, topic.Length), row => Assert.Equal(solved[row] == 0, double.IsNaN(hours[row])));
        foreach (var (coverage, chance, median) in new[] { (true, 0.6, 30.0), (false, 0.85, 3.0) })
        {
            var rows = Enumerable.Range(0, topic.Length).Where(row => topic[row] == "coverage" == coverage).ToArray();
            Assert.True(rows.Length > 100);
            NormalTolerance.AssertNear(chance, rows.Average(row => solved[row]), Math.Sqrt(chance * (1 - chance) / rows.Length), "share solved");
            double[] logs = [.. rows.Where(row => solved[row] == 1).Select(row => Math.Log(Math.Max(0.05, hours[row]) / median))]; // told to a tenth of an hour
            NormalTolerance.AssertNear(0, logs.Average(), 0.9 / Math.Sqrt(logs.Length), "median time to solve");
        }
    }

    [Fact]
    public void Sums_of_subscribers_and_cells_are_those_of_their_rows()
    {
        var dropped = Sum("calls", "subscriber_id", Numbers("calls", "dropped"));
        var down = Sum("cell_hours", "cell_id", [.. Numbers("cell_hours", "recovery_hours").Select(hours => double.IsNaN(hours) ? 0 : hours)]);

        Assert.All(Texts("subscribers", "subscriber_id").Zip(Numbers("subscribers", "dropped_calls")), pair => Assert.Equal(dropped.GetValueOrDefault(pair.First!), pair.Second));
        Assert.All(Texts("cells", "cell_id").Zip(Numbers("cells", "hours_down")), pair => Assert.Equal(down[pair.First!], pair.Second, 0.02));
        Assert.True(Numbers("cells", "outages").Sum() > 5);

        static Dictionary<string, double> Sum(string table, string key, double[] values) =>
            Texts(table, key).Zip(values).GroupBy(pair => pair.First!, pair => pair.Second).ToDictionary(group => group.Key, group => group.Sum());
    }
}
