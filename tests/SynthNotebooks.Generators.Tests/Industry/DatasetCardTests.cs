using System.Globalization;
using System.Text.RegularExpressions;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry;
using SynthNotebooks.Generators.Industry.Scenarios;

namespace SynthNotebooks.Generators.Tests.Industry;

/// <summary>Every command on a card of a data set makes the file that lies beside the card.</summary>
public partial class DatasetCardTests
{
    private sealed record Command(string Source, int Rows, ulong Seed, string? Table, string File);

    public static TheoryData<string> Files => [.. Commands().Select(command => command.File)];

    [Theory, MemberData(nameof(Files))]
    public void The_command_on_the_card_makes_the_file(string file)
    {
        using var made = new MemoryStream();

        Make(Commands().Single(command => command.File == file)).SaveCsv(made);

        var stored = File.ReadAllBytes(Path.Combine(RepositoryFiles.Root, file));
        Assert.True(stored.AsSpan().SequenceEqual(made.ToArray()), $"{file} differs: make it anew with the command on its card, and say why in the commit.");
        Assert.True(stored.Length < 1_000_000, $"{file} has {stored.Length} bytes.");
    }

    [Theory, MemberData(nameof(Files))]
    public void The_card_tells_rows_and_every_column(string file)
    {
        var card = File.ReadAllText(Path.Combine(RepositoryFiles.Root, Path.GetDirectoryName(file)!, "README.md"));
        var table = DataFrame.LoadCsv(Path.Combine(RepositoryFiles.Root, file));

        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{table.Rows.Count:N0} rows"), card, StringComparison.Ordinal);
        Assert.All(table.Columns, column => Assert.Contains($"| `{column.Name}` |", card, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_data_set_has_a_card_with_its_command()
    {
        var stored = Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "datasets"), "*.csv", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(RepositoryFiles.Root, path)).Order(StringComparer.Ordinal);

        Assert.Equal(stored, Commands().Select(command => command.File).Order(StringComparer.Ordinal));
    }

    private static DataFrame Make(Command command)
    {
        var options = new SimulationOptions { Seed = command.Seed };
        if (Simulators.Catalog.Ids.Contains(command.Source)) return Simulators.Create(command.Source).Simulate(command.Rows, options);
        var scenario = EmbeddedScenarios.IsPath(command.Source) ? Scenario.Load(Path.Combine(RepositoryFiles.Root, command.Source)) : EmbeddedScenarios.Load(command.Source);
        return scenario.Simulate(command.Rows, options)[command.Table ?? scenario.Main];
    }

    private static IEnumerable<Command> Commands() =>
        from card in Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "datasets"), "README.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        from Match match in OnCard().Matches(File.ReadAllText(card))
        select new Command(match.Groups["source"].Value, int.Parse(match.Groups["rows"].Value, CultureInfo.InvariantCulture), ulong.Parse(match.Groups["seed"].Value, CultureInfo.InvariantCulture),
            match.Groups["table"] is { Success: true, Value: var table } ? table : null, match.Groups["file"].Value);

    [GeneratedRegex(@"synthnb simulate (?<source>\S+) --rows (?<rows>\d+) --seed (?<seed>\d+)( --tables (?<table>\w+))? --out (?<file>[^\s`]+)")]
    private static partial Regex OnCard();
}
