using SynthNotebooks.Generators.Industry.Telecom.Cells;
using SynthNotebooks.Generators.Tests.Industry.Finance;

namespace SynthNotebooks.Generators.Tests.Industry.Telecom.Cells;

public class CellLoadTests
{
    private const double Hour = 3600;

    // Never off the air.
    private static readonly CellLoadOptions Plain = new(FaultsAYear: 0, MaintenanceDays: 0);

    private static ProcessTable Run(CellLoadOptions options, string to = "2010-01-01", ulong seed = 1) => ProcessTable.Of(new CellLoadProcess(options), "2000-01-01", to, seed);

    [Theory, InlineData(CellArea.Residential), InlineData(CellArea.Business), InlineData(CellArea.Transit), InlineData(CellArea.Rural)]
    public void Every_hour_of_the_week_has_its_mean_load(CellArea area)
    {
        var options = Plain with { Area = area };
        var table = Run(options);
        var demand = table["demand_mbps"];
        var weeks = new List<double>[168];
        for (var i = 0; i < weeks.Length; i++) weeks[i] = [];
        for (var row = 0; row < table.Count; row++)
        {
            var time = DateTime.UnixEpoch.AddSeconds(table.Times[row]);
            weeks[((int)time.DayOfWeek + 6) % 7 * 24 + time.Hour].Add(demand[row] / (options.CapacityMbps * options.MeanShare));
        }
        Assert.Equal(1, Enumerable.Range(0, 168).Average(hour => LoadProfile.At(area, (hour + 96) * Hour)), 12); // 1970-01-05 was a Monday

        // Log-normal factors of mean 1 and log deviation s have variance exp(s²) - 1; a week apart they are independent (0.8^168 < 1e-16).
        // 168 comparisons in each of four cases: 6.3 deviations keep the chance of a false alarm below 1e-6 for all.
        var deviation = Math.Sqrt(Math.Exp(options.Spread * options.Spread) - 1);
        for (var hour = 0; hour < 168; hour++)
        {
            var expected = LoadProfile.At(area, (hour + 96) * Hour);
            Assert.InRange(weeks[hour].Average() / expected, 1 - 6.3 * deviation / Math.Sqrt(weeks[hour].Count), 1 + 6.3 * deviation / Math.Sqrt(weeks[hour].Count));
        }
    }

    [Fact]
    public void Offices_are_quiet_at_weekends_homes_in_the_morning_roads_at_noon()
    {
        double At(CellArea area, int day, int hour) => LoadProfile.At(area, ((day * 24) + hour + 96) * Hour);

        Assert.True(At(CellArea.Business, 1, 11) > 4 * At(CellArea.Business, 6, 11));
        Assert.True(At(CellArea.Residential, 2, 20) > 2.5 * At(CellArea.Residential, 2, 4));
        Assert.True(At(CellArea.Transit, 3, 8) > 2 * At(CellArea.Transit, 3, 12));
        Assert.True(At(CellArea.Rural, 3, 19) / At(CellArea.Rural, 3, 4) < At(CellArea.Residential, 3, 20) / At(CellArea.Residential, 3, 4));
    }

    [Theory, InlineData(0.8, 60), InlineData(0.4, 60), InlineData(0.8, 15), InlineData(0, 60)]
    public void The_load_forgets_as_fast_as_its_persistence_says(double persistence, double minutes)
    {
        var options = Plain with { Persistence = persistence, EveryMinutes = minutes };
        var table = Run(options, minutes < 60 ? "2004-01-01" : "2010-01-01");
        var demand = table["demand_mbps"];
        double[] logs = [.. demand.Select((value, row) => (Math.Log(value / (150 * 0.35 * LoadProfile.At(options.Area, table.Times[row]))) + 0.25 * 0.25 / 2) / 0.25)];
        var n = logs.Length;
        var step = Math.Pow(persistence, minutes / 60);

        // Bartlett: the lag-1 autocorrelation of an autoregressive series has variance (1 - r²) / n.
        var found = logs.Skip(1).Zip(logs, (after, before) => after * before).Sum() / logs.Sum(x => x * x);
        NormalTolerance.AssertNear(step, found, Math.Sqrt((1 - step * step) / n), "lag-1 autocorrelation");
        NormalTolerance.AssertNear(1, logs.Average(x => x * x), Math.Sqrt(2.0 * (1 + step * step) / (1 - step * step) / n), "variance");
        NormalTolerance.AssertNear(0, logs.Average(), Math.Sqrt((1 + step) / (1 - step) / n), "mean");
    }

    [Fact]
    public void A_full_cell_carries_its_capacity_is_slow_and_drops_calls()
    {
        var table = Run(Plain with { MeanShare = 0.6, Spread = 0.4 });
        var (demand, carried, utilisation) = (table["demand_mbps"], table["carried_mbps"], table["utilisation"]);
        var (congested, latency, drops) = (table["congested"], table["latency_ms"], table["drop_rate"]);
        for (var row = 0; row < table.Count; row++)
        {
            Assert.Equal(Math.Min(150, demand[row]), carried[row], 9);
            Assert.Equal(carried[row] / 150, utilisation[row], 12);
            Assert.Equal(demand[row] >= 0.9 * 150 ? 1 : 0, congested[row]);
        }
        Assert.InRange(congested.Average(), 0.1, 0.5);

        // Noise is log-normal and independent of load: from band to band the mean of the logarithm rises by more than five and a half of its errors.
        foreach (var (quality, noise) in new[] { (latency, 0.1), (drops, 0.3) })
        {
            var bands = Enumerable.Range(0, 10).Select(band => Enumerable.Range(0, table.Count).Where(row => Math.Min(9, (int)(utilisation[row] * 10)) == band).Select(row => Math.Log(quality[row])).ToArray()).ToArray();
            for (var band = 3; band < 10; band++) // emptier cells hardly differ in drops
            {
                var error = noise * Math.Sqrt(1.0 / bands[band].Length + 1.0 / bands[band - 1].Length);
                Assert.True(bands[band].Length > 1000);
                Assert.True(bands[band].Average() - bands[band - 1].Average() > NormalTolerance.Deviations * error, $"band {band}: {bands[band - 1].Average()} to {bands[band].Average()}, error {error}");
            }
        }
    }

    [Fact]
    public void A_cell_is_off_the_air_for_its_share_of_time_and_faults_take_their_time()
    {
        // Faults come with exponential gaps and mend in log-normal times: an alternating renewal process.
        var options = Plain with { FaultsAYear = 40, RepairHours = 3, RepairSpread = 0.8, MaintenanceDays = 0 };
        var (up, down) = (365 * 24 / 40.0, 3 * Math.Exp(0.8 * 0.8 / 2));
        var repairs = new List<double>();
        double[] shares = [.. Enumerable.Range(0, 24).Select(cell =>
        {
            var table = Run(options, "2006-01-01", (ulong)cell);
            var status = table.Texts("status");
            Assert.All(status, one => Assert.NotEqual("maintenance", one));
            repairs.AddRange(table["recovery_hours"].Where(hours => !double.IsNaN(hours)));
            return status.Count(one => one == "fault") / (double)status.Length;
        })];
        var mean = shares.Average();
        var spread = Math.Sqrt(shares.Sum(x => (x - mean) * (x - mean)) / (shares.Length - 1));

        // Student with 23 degrees of freedom: P(|t| > 7) = 4e-7.
        Assert.InRange((mean - down / (up + down)) / (spread / Math.Sqrt(shares.Length)), -7, 7);
        double[] logs = [.. repairs.Select(hours => Math.Log(hours / 3))];
        Assert.True(logs.Length > 5000);
        NormalTolerance.AssertNear(0, logs.Average(), 0.8 / Math.Sqrt(logs.Length), "log of the median repair");
        NormalTolerance.AssertNear(0.64, logs.Average(x => x * x), 0.64 * Math.Sqrt(2.0 / logs.Length), "its variance");
    }

    [Fact]
    public void A_fault_tells_its_length_in_the_first_row_after_it()
    {
        var table = Run(Plain with { FaultsAYear = 30, EveryMinutes = 5 }, "2002-01-01");
        var (status, recovery) = (table.Texts("status"), table["recovery_hours"]);
        var begun = -1;
        var told = 0;
        for (var row = 1; row < table.Count; row++)
        {
            if (status[row] == "fault" && status[row - 1] != "fault") begun = row;
            if (status[row] == "fault") Assert.True(double.IsNaN(recovery[row]));
            if (status[row] != "fault" && status[row - 1] == "fault" && begun > 0)
            {
                Assert.InRange(recovery[row], (row - begun - 1) / 12.0, (row - begun + 1) / 12.0); // up to a row at each end
                told++;
            }
        }
        Assert.True(told > 30);
    }

    [Fact]
    public void Maintenance_is_at_night_every_so_many_days()
    {
        var table = Run(Plain with { MaintenanceDays = 30, EveryMinutes = 30 }, "2001-01-01");
        var status = table["status"];
        var times = table.Times.Where((_, row) => status[row] == 2).Select(time => DateTime.UnixEpoch.AddSeconds(time)).ToArray();
        var days = times.Select(time => time.Date).Distinct().ToArray();

        Assert.All(times, time => Assert.InRange(time.Hour, 3, 4));
        Assert.InRange(days.Length, 12, 13);
        Assert.All(days.Skip(1).Zip(days), pair => Assert.Equal(30, (pair.First - pair.Second).TotalDays));
        Assert.Equal(4 * days.Length, times.Length);
    }

    [Fact]
    public void A_longer_period_begins_with_the_shorter_one_and_illegal_options_are_refused()
    {
        var (shorter, longer) = (Run(new(), "2000-03-01"), Run(new(), "2000-06-01"));

        Assert.True(longer.SameAs(shorter, shorter.Count));
        Assert.Contains("0.995", Assert.Throws<ArgumentOutOfRangeException>(() => new CellLoadProcess(new(Persistence: 0.995))).Message, StringComparison.Ordinal);
    }
}
