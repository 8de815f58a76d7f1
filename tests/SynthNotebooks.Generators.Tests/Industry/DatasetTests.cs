using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry;

namespace SynthNotebooks.Generators.Tests.Industry;

public class DatasetTests
{
    [Theory] // as its card says: simulator, rows, seed, file
    [InlineData("patients", 5_000, 20240501, "healthcare/patients.csv")]
    public void A_data_set_is_what_its_command_makes(string id, int rows, ulong seed, string file)
    {
        var path = Path.Combine(RepositoryFiles.Root, "datasets", file);
        using var made = new MemoryStream();

        Simulators.Create(id).Simulate(rows, new SimulationOptions { Seed = seed }).SaveCsv(made);

        var stored = File.ReadAllBytes(path);
        Assert.True(stored.AsSpan().SequenceEqual(made.ToArray()), $"{file} differs: make it anew with the command on its card, and say why in the commit.");
        Assert.True(stored.Length < 1_000_000, $"{file} has {stored.Length} bytes.");
    }

    [Theory]
    [InlineData("patients", "healthcare/patients.csv")]
    public void A_data_set_reads_back_with_the_kinds_it_was_made_with(string id, string file)
    {
        var made = Simulators.Create(id).Simulate(1);

        var read = DataFrame.LoadCsv(Path.Combine(RepositoryFiles.Root, "datasets", file));

        Assert.Equal(made.Columns.Select(column => (column.Name, column.Kind)), read.Columns.Select(column => (column.Name, column.Kind)));
    }

    [Theory]
    [InlineData("patients", "healthcare/README.md")]
    public void The_card_describes_every_column(string id, string card)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "datasets", card));

        Assert.All(Simulators.Create(id).Simulate(1).Columns, column => Assert.Contains($"| `{column.Name}` |", text, StringComparison.Ordinal));
    }
}
