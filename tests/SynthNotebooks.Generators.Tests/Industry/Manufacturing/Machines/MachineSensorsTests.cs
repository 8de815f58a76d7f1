using SynthNotebooks.Generators.Industry.Manufacturing.Machines;
using SynthNotebooks.Generators.Tests.Industry.Finance;

namespace SynthNotebooks.Generators.Tests.Industry.Manufacturing.Machines;

public class MachineSensorsTests
{
    // Never stands still but for repairs; no faults of sensors, no maintenance: what is left are wear and failures.
    private static readonly MachineSensorsOptions Plain = new(MeanLifeHours: 1000, Age: 0, Shifts: 3, Weekend: true, MaintenanceDays: 0, FaultRate: 0);

    private static readonly string[] Modes = ["bearing", "seal", "cooling", "cavitation"];

    private static readonly Lazy<ProcessTable> Years = new(() => Run(Plain, "2000-01-01", "2030-01-01"));

    private static readonly Lazy<(string[] Failure, double[] Load)> Story = new(() => (Years.Value.Texts("failure"), Years.Value["load"]));

    private static ProcessTable Run(MachineSensorsOptions options, string from, string to, ulong seed = 1) => ProcessTable.Of(new MachineSensorsProcess(options), from, to, seed);

    [Fact]
    public void Hours_to_failure_are_those_to_the_next_failure_on_the_clock()
    {
        var table = Run(new(MeanLifeHours: 400, EveryMinutes: 30), "2024-01-01", "2025-01-01");
        var (failure, hours) = (table["failure"], table["hours_to_failure"]);
        var failures = Enumerable.Range(0, table.Count).Where(row => failure[row] > 0).ToArray();
        Assert.True(failures.Length > 10);

        for (var row = 0; row < table.Count; row++)
        {
            var next = failures.Where(one => one >= row).DefaultIfEmpty(-1).First();
            if (next < 0) Assert.True(double.IsNaN(hours[row]));
            else Assert.Equal((table.Times[next] - table.Times[row]) / 3600, hours[row], 6);
        }
    }

    [Theory] // life share and spread of the mode
    [InlineData("bearing", 1.0, 0.25), InlineData("seal", 1.3, 0.35), InlineData("cooling", 1.6, 0.30), InlineData("cavitation", 1.9, 0.40)]
    public void A_part_lives_as_long_in_hours_of_load_as_its_wear_allows(string mode, double share, double spread)
    {
        var (failure, load) = Story.Value;
        var lives = new List<double>();
        var worked = 0.0;
        for (var row = 0; row < load.Length; row++)
        {
            worked += load[row];
            if (failure[row] != mode) continue;
            lives.Add(worked);
            worked = 0;
        }
        Assert.True(lives.Count > 80, $"{lives.Count}");

        // Wald: rate times life is what the wear reaches, 1 and an overshoot; that of a gamma path is half its scale, spread² / 2, in the long run.
        var mean = 1000 * share * (1 + spread * spread / 2) + 0.4; // and half a step of some 0.8 hours of load
        NormalTolerance.AssertNear(mean, lives.Average(), spread * 1000 * share / Math.Sqrt(lives.Count), $"life of {mode}");
    }

    [Theory]
    [InlineData("bearing", "vibration", 1), InlineData("bearing", "acoustic", 1), InlineData("bearing", "temperature", 1)]
    [InlineData("seal", "pressure", -1), InlineData("seal", "flow", -1)]
    [InlineData("cooling", "temperature", 1)]
    [InlineData("cavitation", "flow", -1), InlineData("cavitation", "acoustic", 1), InlineData("cavitation", "vibration", 1)]
    public void The_day_before_a_failure_looks_other_than_the_machine_when_new(string mode, string sensor, int direction)
    {
        var (before, after) = Days(mode, sensor);
        var differences = before.Zip(after, (late, fresh) => late - fresh).ToArray();
        var mean = differences.Average();
        var error = Math.Sqrt(differences.Sum(x => (x - mean) * (x - mean)) / (differences.Length - 1) / differences.Length);

        Assert.True(differences.Length > 80);
        Assert.True(direction * mean > NormalTolerance.Deviations * error, $"{sensor} before a failure of the {mode}: {mean} ± {error}");
    }

    [Fact]
    public void Every_mode_has_a_sensor_that_tells_it_from_the_others()
    {
        // The shift of each sensor, in units of its own spread over all failures, is largest for the mode that it belongs to.
        foreach (var (sensor, mode, direction) in new[] { ("vibration", "bearing", 1), ("pressure", "seal", -1), ("temperature", "cooling", 1), ("flow", "cavitation", -1) })
        {
            var shifts = Modes.ToDictionary(one => one, one => Days(one, sensor) is var days ? direction * days.Before.Zip(days.After, (late, fresh) => late - fresh).Average() : 0);
            Assert.Equal(mode, shifts.MaxBy(pair => pair.Value).Key);
        }
    }

    // Means over the 24 readings before each failure, and over the 24 that follow when the machine works again; at a load between 0.75 and 0.85.
    private static (List<double> Before, List<double> After) Days(string mode, string sensor)
    {
        var ((failure, load), values) = (Story.Value, Years.Value[sensor]);
        var (before, after) = (new List<double>(), new List<double>());
        for (var row = 0; row < values.Length; row++)
        {
            if (failure[row] != mode) continue;
            if (Mean(row - 24, row) is not { } late || Mean(row + 48, row + 96) is not { } fresh) continue;
            before.Add(late);
            after.Add(fresh);
        }
        return (before, after);

        double? Mean(int from, int to)
        {
            var chosen = Enumerable.Range(from, to - from).Where(row => row >= 0 && row < values.Length && load[row] is > 0.7 and < 0.9).Select(row => values[row]).ToArray();
            return chosen.Length > 0 ? chosen.Average() : null;
        }
    }

    [Fact]
    public void Maintenance_lengthens_life()
    {
        var without = Failures(Plain with { Age = 0.6 });
        var rarely = Failures(Plain with { Age = 0.6, MaintenanceDays = 30 });
        var often = Failures(Plain with { Age = 0.6, MaintenanceDays = 10 });

        // Renewals vary less than Poisson numbers when parts wear out, so the square root of the sum bounds the deviation of a difference.
        Assert.True(without - rarely > NormalTolerance.Deviations * Math.Sqrt(without + rarely), $"{without}, {rarely}");
        Assert.True(rarely - often > NormalTolerance.Deviations * Math.Sqrt(rarely + often), $"{rarely}, {often}");

        static double Failures(MachineSensorsOptions options) => Run(options, "2000-01-01", "2015-01-01")["failure"].Count(mode => mode > 0);
    }

    [Theory, InlineData(1, false, 5 * 8), InlineData(2, false, 5 * 16), InlineData(3, false, 5 * 24), InlineData(2, true, 7 * 16)]
    public void The_machine_works_in_its_shifts_alone(int shifts, bool weekend, int hours)
    {
        var table = Run(new(MeanLifeHours: 1e6, Age: 0, Shifts: shifts, Weekend: weekend, MaintenanceDays: 0), "2024-01-01", "2024-02-26"); // eight weeks from a Monday
        var (state, load) = (table.Texts("state"), table["load"]);

        Assert.Equal(8 * hours, state.Count(one => one == "running"));
        Assert.All(Enumerable.Range(0, table.Count), row => Assert.Equal(state[row] == "running", load[row] > 0));
    }

    [Fact]
    public void Sensors_are_at_fault_as_often_as_their_rate_says_and_in_the_way_that_the_label_says()
    {
        const double rate = 0.02;
        var table = Run(Plain with { MeanLifeHours = 1e6, FaultRate = rate }, "2000-01-01", "2010-01-01");
        var clean = Run(Plain with { MeanLifeHours = 1e6 }, "2000-01-01", "2010-01-01"); // the same machine: faults draw from a stream of their own
        var faults = table.Texts("sensor_fault");
        double[] faulty = [.. faults.Select(label => label == "none" ? 0.0 : 1)];

        // A fault begins with chance p; a spike lasts one reading, the others an exponential time of mean 6 hours, rounded up.
        var p = 1 - Math.Exp(-rate);
        var length = (1 + 2 / (1 - Math.Exp(-1 / 6.0))) / 3;
        NormalTolerance.AssertNear(length / (length + (1 - p) / p), faulty.Average(), BatchMeans.ErrorOf(faulty), "share of faulty readings");

        string[] sensors = ["temperature", "pressure", "vibration", "acoustic", "flow", "speed"];
        double[][] seen = [.. sensors.Select(sensor => table[sensor])], meant = [.. sensors.Select(sensor => clean[sensor])];
        for (var row = 0; row < table.Count; row++)
        {
            var changed = Enumerable.Range(0, sensors.Length).Where(i => !seen[i][row].Equals(meant[i][row])).ToArray();
            Assert.True(changed.Length <= 1);
            if (faults[row] == "none") Assert.Empty(changed);
            if (faults[row] == "gap") Assert.True(double.IsNaN(seen[Assert.Single(changed)][row]));
            if (faults[row] == "spike" && changed.Length == 1) Assert.Equal(3 * meant[changed[0]][row], seen[changed[0]][row], 9);
            if (faults[row] == "frozen" && row > 0 && faults[row - 1] == "frozen" && changed.Length == 1) Assert.Contains(seen[changed[0]][row], seen.Select(sensor => sensor[row - 1]));
        }
    }

    [Fact]
    public void Too_many_readings_are_refused_by_their_number() =>
        Assert.Contains("at most", Assert.Throws<ArgumentException>(() => Run(new(EveryMinutes: 0.1), "1970-01-01", "2024-01-01")).Message, StringComparison.Ordinal);
}
