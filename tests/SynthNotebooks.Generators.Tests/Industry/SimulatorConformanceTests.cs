using System.Text;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry;

namespace SynthNotebooks.Generators.Tests.Industry;

public class SimulatorConformanceTests // a new simulator is enrolled by its attribute
{
    private const int Rows = 2 * ChunkedSimulation.ChunkRows + 123;

    public static TheoryData<string> Ids => [.. Simulators.Catalog.Ids];

    [Theory, MemberData(nameof(Ids))]
    public void Same_seed_same_cells_at_any_number_of_threads(string id) =>
        Assert.Equal(Text(Simulate(id, Rows, 7, threads: 1)), Text(Simulate(id, Rows, 7, threads: 4)));

    [Theory, MemberData(nameof(Ids))]
    public void Another_seed_gives_other_cells(string id) => Assert.NotEqual(Text(Simulate(id, 10, 1)), Text(Simulate(id, 10, 2)));

    [Theory, MemberData(nameof(Ids))]
    public void The_stream_equals_the_table(string id)
    {
        var chunks = Simulators.Create(id).Stream(Rows, new SimulationOptions { Seed = 7, Threads = 2 }).ToArray();

        Assert.True(chunks.Length > 1);
        Assert.Equal(Text(Simulate(id, Rows, 7)), Text(DataFrame.Concatenate(chunks)));
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_longer_table_begins_with_the_shorter_one(string id) =>
        Assert.Equal(Text(Simulate(id, 100, 7)), Text(Simulate(id, Rows, 7).Slice(0, 100)));

    [Theory, MemberData(nameof(Ids))]
    public void One_row_can_be_made_alone(string id)
    {
        var random = new SplitRandom(7).Split("simulate");

        var row = Simulators.Create(id).SimulateChunk(firstRow: 9_000, rows: 1, random);

        Assert.Equal(Text(Simulate(id, Rows, 7).Slice(9_000, 1)), Text(row));
    }

    [Theory, MemberData(nameof(Ids))]
    public void No_rows_have_the_same_columns(string id)
    {
        var (none, some) = (Simulate(id, 0, 7), Simulate(id, 3, 7));

        Assert.Equal(0, none.Rows.Count);
        Assert.Equal(some.Columns.Select(column => (column.Name, column.Kind)), none.Columns.Select(column => (column.Name, column.Kind)));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Rows_are_marked_synthetic(string id) => Assert.Equal(DataOrigin.Synthetic, Simulate(id, 3, 7).Origin);

    [Theory, MemberData(nameof(Ids))]
    public void Cancellation_stops_the_simulation(string id) => Assert.ThrowsAny<OperationCanceledException>(
        () => Simulators.Create(id).Simulate(Rows, new SimulationOptions { Cancellation = new CancellationToken(canceled: true) }));

    [Theory, MemberData(nameof(Ids))]
    public void A_negative_number_of_rows_is_rejected(string id)
    {
        Assert.Equal("rows", Assert.Throws<ArgumentOutOfRangeException>(() => Simulators.Create(id).Simulate(-1)).ParamName);
        Assert.Equal("rows", Assert.Throws<ArgumentOutOfRangeException>(() => Simulators.Create(id).Stream(-1)).ParamName);
    }

    [Fact]
    public void An_unknown_industry_is_answered_with_the_nearest_one() =>
        Assert.Contains("Did you mean 'patients'?", Assert.Throws<ArgumentException>(() => Simulators.Create("patient")).Message, StringComparison.Ordinal);

    private static DataFrame Simulate(string id, int rows, ulong seed, int threads = 2) =>
        Simulators.Create(id).Simulate(rows, new SimulationOptions { Seed = seed, Threads = threads });

    private static string Text(DataFrame table)
    {
        var text = new StringBuilder();
        foreach (var row in table.Rows) text.AppendJoin('|', table.Columns.Select(column => column.GetText(row.Number))).Append('\n');
        return text.ToString();
    }
}
