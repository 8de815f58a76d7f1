namespace SynthNotebooks.Kernel.Tests.Scripting;

[Collection("alone")] // measures the process's memory
public sealed class MemoryTests
{
    [Fact]
    public async Task A_cell_costs_less_than_100_KB()
    {
        await using var notebook = new Notebook();
        for (var i = 0; i < 60; i++) await RunCellAsync(i);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 60; i < 200; i++) await RunCellAsync(i);
        var perCell = (GC.GetTotalMemory(forceFullCollection: true) - before) / 140;

        Assert.True(perCell < 100_000, $"{perCell:N0} bytes a cell");

        Task RunCellAsync(int i) => notebook.RunAsync($"var x{i} = {i}; Console.Write(x{i}); x{i} + 1");
    }
}
