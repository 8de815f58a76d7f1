using SynthNotebooks.Contracts;
using SynthNotebooks.Generators.Industry.Manufacturing.Bearings;
using SynthNotebooks.Generators.Industry.Manufacturing.Production;
using SynthNotebooks.Generators.Industry.Scenarios;
using SynthNotebooks.Generators.Tests.Industry.Finance;

namespace SynthNotebooks.Generators.Tests.Industry.Manufacturing;

public class ManufacturingScenarioTests
{
    private static readonly Lazy<World> Works = new(() => EmbeddedScenarios.Load("manufacturing").Simulate(8, new SimulationOptions { Seed = 3, Threads = 4 }));

    [Theory]
    [InlineData("readings", "machine_id", "machines", "machine_id"), InlineData("vibrations", "machine_id", "machines", "machine_id"), InlineData("parts", "line_id", "lines", "line_id")]
    [InlineData("articles", "supplier", "suppliers", "supplier_id"), InlineData("stock", "article_id", "articles", "article_id")]
    public void Every_reference_leads_to_a_row(string table, string column, string to, string key)
    {
        var keys = Works.Value[to].Texts(key);
        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.Subset(keys.ToHashSet(), Works.Value[table].Texts(column).ToHashSet());
        Assert.NotEmpty(Works.Value[table].Texts(column));
    }

    [Fact]
    public void The_world_is_the_same_at_any_number_of_threads()
    {
        var (one, four) = (Small(1), Small(4));

        Assert.All(one.Tables, table => Assert.Equal(table.Value.Hash(), four[table.Key].Hash()));

        static World Small(int threads) => EmbeddedScenarios.Load("manufacturing").Simulate(3, new SimulationOptions { Seed = 3, Threads = threads });
    }

    [Fact]
    public void What_a_machine_tells_of_its_readings_is_what_they_hold()
    {
        var (machines, readings) = (Works.Value["machines"], Works.Value["readings"]);
        var (ids, owners) = (machines.Texts("machine_id"), readings.Texts("machine_id"));
        var (failure, state) = (readings.Texts("failure"), readings.Texts("state"));
        for (var i = 0; i < ids.Length; i++)
        {
            var own = Enumerable.Range(0, owners.Length).Where(row => owners[row] == ids[i]).ToArray();
            Assert.Equal(own.Length, machines.Numbers("readings")[i]);
            Assert.Equal(own.Count(row => failure[row] != "none"), machines.Numbers("failures")[i]);
            Assert.Equal(own.Count(row => state[row] == "running"), machines.Numbers("running_hours")[i]);
        }
        Assert.True(machines.Numbers("failures").Sum() > 5);
    }

    [Fact]
    public void A_damaged_bearing_is_found_in_its_recording_and_a_sound_one_is_not()
    {
        var (machines, vibrations) = (Works.Value["machines"], Works.Value["vibrations"]);
        var (ids, owners, recordings, accelerations) = (machines.Texts("machine_id"), vibrations.Texts("machine_id"), vibrations.Numbers("recording"), vibrations.Numbers("acceleration"));
        var damages = machines.Texts("bearing_damage");
        Assert.Contains("none", damages);
        Assert.Contains("outer-race", damages);
        for (var i = 0; i < ids.Length; i++)
        {
            if (damages[i] is not ("none" or "outer-race")) continue; // the others have sidebands that a short recording does not part from the line
            var signal = accelerations.Where((_, row) => owners[row] == ids[i] && recordings[row] == 0).ToArray();
            Assert.Equal(2048, signal.Length);
            var bearing = new BearingGeometry((int)machines.Numbers("balls")[i], machines.Numbers("ball_mm")[i], machines.Numbers("pitch_mm")[i]);
            var hertz = bearing.FaultHz(BearingFault.OuterRace, machines.Numbers("speed")[i] / 60);
            var spectrum = EnvelopeSpectrum.OfEnvelope(signal, 12_000, 2200, 4200);
            var median = spectrum.Amplitudes.Skip(2).Take(150).Order().ElementAt(75);
            var line = Enumerable.Range((int)(hertz / spectrum.StepHz), 2).Max(at => spectrum.Amplitudes[at]);

            // Rayleigh amplitudes pass 6 medians with probability 1.5e-11.
            Assert.True(line > 6 * median == (damages[i] == "outer-race"), $"{ids[i]}, {damages[i]}: {line / median}");
        }
    }

    [Fact]
    public void Lines_hold_the_capability_that_their_spread_allows()
    {
        var (lines, parts) = (Works.Value["lines"], Works.Value["parts"]);
        var (ids, owners, dimensions, inside) = (lines.Texts("line_id"), parts.Texts("line_id"), parts.Numbers("dimension"), parts.Numbers("in_specification"));
        for (var i = 0; i < ids.Length; i++)
        {
            var (target, tolerance, spread, offset) = (lines.Numbers("target")[i], lines.Numbers("tolerance")[i], lines.Numbers("spread")[i], lines.Numbers("shift_offset")[i]);
            double[] own = [.. dimensions.Where((_, row) => owners[row] == ids[i])];
            var found = ProcessCapability.Of(own, target - tolerance, target + tolerance);

            // Set-ups (0.004), tool wear (0 to 0.015 evenly) and the last shift's offset (half of the time) add to the spread.
            var variance = spread * spread + 0.004 * 0.004 + 0.015 * 0.015 / 12 + offset * offset / 4;
            double[] squares = [.. own.Select(x => (x - found.Mean) * (x - found.Mean))];
            NormalTolerance.AssertNear(variance, squares.Average(), BatchMeans.ErrorOf(squares), $"variance of {ids[i]}");
            Assert.Equal(lines.Numbers("rejected")[i], inside.Where((_, row) => owners[row] == ids[i]).Count(flag => flag == 0));
        }
    }

    [Fact]
    public void Articles_have_the_fill_rate_of_their_days()
    {
        var (articles, stock) = (Works.Value["articles"], Works.Value["stock"]);
        var (ids, owners, sales, demand) = (articles.Texts("article_id"), stock.Texts("article_id"), stock.Numbers("sales"), stock.Numbers("demand"));
        for (var i = 0; i < ids.Length; i++)
        {
            var own = Enumerable.Range(0, owners.Length).Where(row => owners[row] == ids[i]).ToArray();
            Assert.Equal(366, own.Length);
            Assert.Equal(own.Sum(row => sales[row]) / Math.Max(1, own.Sum(row => demand[row])), articles.Numbers("fill_rate")[i], 4);
        }
        Assert.InRange(articles.Numbers("fill_rate").Average(), 0.5, 0.99999);
    }

    [Fact]
    public void Without_maintenance_more_machines_break()
    {
        var (with, without) = (Failures(null), Failures("no-maintenance"));

        // Failures of parts that wear vary less than Poisson numbers.
        Assert.True(without - with > NormalTolerance.Deviations * Math.Sqrt(with + without), $"{with}, {without}");

        static double Failures(string? variant) => Stressed(variant, "machines", 60).Numbers("failures").Sum();
    }

    [Fact]
    public void A_shock_of_supply_leaves_customers_without_goods()
    {
        var (calm, shock) = (Stressed(null, "articles", 200).Numbers("fill_rate"), Stressed("supply-shock", "articles", 200).Numbers("fill_rate"));

        // Articles are disrupted independently of each other; Student with 199 degrees of freedom: P(|t| > 5.4) = 2e-7.
        double[] less = [.. calm.Zip(shock, (before, after) => before - after)];
        var mean = less.Average();
        var error = Math.Sqrt(less.Sum(x => (x - mean) * (x - mean)) / (less.Length - 1) / less.Length);
        Assert.Equal(200, less.Length);
        Assert.True(mean > NormalTolerance.Deviations * error, $"{mean} ± {error}");
    }

    private static Data.DataFrame Stressed(string? variant, string table, int rows)
    {
        var scenario = EmbeddedScenarios.Load("manufacturing");
        if (variant is not null) scenario = scenario.With(variant);
        return Data.DataFrame.Concatenate([.. scenario.Run(rows, new SimulationOptions { Seed = 6 }).Stream([table]).Select(part => part.Rows)]);
    }
}
