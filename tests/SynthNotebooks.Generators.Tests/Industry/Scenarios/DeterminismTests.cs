using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios;

namespace SynthNotebooks.Generators.Tests.Industry.Scenarios;

public class DeterminismTests
{
    private static readonly Scenario Sample = Scenario.Parse(Worlds.Sample, "sample.yaml");

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(7, 3)]
    [InlineData(7, 1000)]
    public void The_same_seed_gives_the_same_bytes_at_any_number_of_threads_and_any_chunk_size(int threads, int families)
    {
        var expected = Worlds.Text(new ScenarioRun(Sample, 120, new SimulationOptions { Seed = 5, Threads = 2 }));

        Assert.Equal(expected, Worlds.Text(new ScenarioRun(Sample, 120, new SimulationOptions { Seed = 5, Threads = threads }, families)));
    }

    [Fact]
    public void Another_seed_gives_other_rows() =>
        Assert.NotEqual(Worlds.Text(Sample.Run(20, new SimulationOptions { Seed = 1 })), Worlds.Text(Sample.Run(20, new SimulationOptions { Seed = 2 })));

    [Fact]
    public void A_longer_simulation_begins_with_the_rows_of_a_shorter_one()
    {
        var scenario = EmbeddedScenarios.Load("retail");
        var (shorter, longer) = (scenario.Simulate(100), scenario.Simulate(300));

        foreach (var table in scenario.Tables)
        {
            var (few, many) = (shorter[table], longer[table]);
            Assert.True(few.Rows.Count <= many.Rows.Count);
            foreach (var column in few.Columns)
                for (var row = 0; row < few.Rows.Count; row++) Assert.Equal(column.GetText(row), many[column.Name].GetText(row));
        }
    }

    [Fact]
    public void A_new_attribute_changes_no_other()
    {
        const string rules = "a: {normal: [0, 1]}\nb: {gamma: [2, 1]}";
        var (before, after) = (Worlds.Table(rules, 50), Worlds.Table("z: {uniform: [0, 1]}\n" + rules, 50));

        Assert.Equal(before["a"].ToNumbers(), after["a"].ToNumbers());
        Assert.Equal(before["b"].ToNumbers(), after["b"].ToNumbers());
    }

    [Fact]
    public void Keys_are_unique_and_every_reference_names_a_row()
    {
        var world = Sample.WithDirt(false).Simulate(300, new SimulationOptions { Seed = 3 });

        var found = world.CheckIntegrity();

        Assert.Empty(found.Problems);
        Assert.True(found.References > 2000, found.ToString());
    }

    [Fact]
    public void Dirt_shows_in_the_check_of_integrity_as_repeated_keys() => Assert.False(Sample.Simulate(300).CheckIntegrity().IsSound);

    [Fact]
    public void Cancelling_stops_a_run()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => Sample.Simulate(100_000, new SimulationOptions { Cancellation = cancelled.Token }));
    }
}
