using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Retail.Visits;
using SynthNotebooks.Generators.Tests.Industry.Finance;

namespace SynthNotebooks.Generators.Tests.Industry.Retail.Visits;

public class ShopVisitsTests
{
    private const double Online = 0.3;

    private static ShopVisit[] Visits(double habit, double aWeek = 40, string from = "2000-01-01", ulong seed = 1) =>
        [.. new ShopVisits(aWeek, Online, habit, 0).During(new(new SplitRandom(seed), ProcessTable.Seconds(from), ProcessTable.Seconds("2030-01-01")))];

    [Theory, InlineData(0), InlineData(0.7), InlineData(0.95)]
    public void A_channel_is_used_again_as_often_as_habit_and_choice_say(double habit)
    {
        var visits = Visits(habit);
        double[] shares = [1 - Online, Online / 2, Online / 2];
        for (var channel = 0; channel < 3; channel++)
        {
            var share = shares[channel];
            // A two-state chain, this channel or another, whose second eigenvalue is the habit.
            NormalTolerance.AssertNear(share, visits.Count(visit => visit.Channel == channel) / (double)visits.Length, Math.Sqrt(share * (1 - share) * (1 + habit) / (1 - habit) / visits.Length), "share");
            var again = habit + (1 - habit) * share;
            int from = 0, same = 0;
            for (var i = 1; i < visits.Length; i++)
            {
                if (visits[i - 1].Channel != channel) continue;
                from++;
                if (visits[i].Channel == channel) same++;
            }
            NormalTolerance.AssertNear(again, same / (double)from, Math.Sqrt(again * (1 - again) / from), "again");
        }
    }

    [Fact]
    public void Visits_are_a_poisson_process_in_the_hours_of_the_shop()
    {
        var visits = Visits(habit: 0.5);
        var days = (ProcessTable.Seconds("2030-01-01") - ProcessTable.Seconds("2000-01-01")) / 86_400;
        var expected = days * 40 / 7;
        NormalTolerance.AssertNear(expected, visits.Length, Math.Sqrt(expected), "visits");

        var counts = new double[(int)days];
        foreach (var visit in visits) counts[(int)((visit.Time - ProcessTable.Seconds("2000-01-01")) / 86_400)]++;
        var mean = 40 / 7.0;
        // Variance of the mean of squared deviations of Poisson numbers: (mean + 2 mean²) / n.
        NormalTolerance.AssertNear(mean, counts.Average(count => (count - mean) * (count - mean)), Math.Sqrt((mean + 2 * mean * mean) / days), "variance");

        var hours = visits.Select(visit => visit.Time % 86_400 / 3600).ToArray();
        Assert.All(hours, hour => Assert.InRange(hour, 8, 20));
        NormalTolerance.AssertNear(16, hours.Average(), 12 * Math.Sqrt(1 / 18.0 / hours.Length), "hour"); // the later of two uniform hours: mean 2/3, variance 1/18
        Assert.Equal(Enumerable.Range(1, visits.Length), visits.Select(visit => visit.Number));
        Assert.True(visits.Zip(visits.Skip(1)).All(pair => pair.First.Time <= pair.Second.Time));
    }

    [Fact]
    public void Only_visits_of_the_period_count() => Assert.All(Visits(0.5, from: "2029-12-30 15:00"), visit => Assert.True(visit.Time >= ProcessTable.Seconds("2029-12-30 15:00")));
}
