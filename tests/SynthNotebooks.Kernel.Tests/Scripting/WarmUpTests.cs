using SynthNotebooks.Kernel.Scripting;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Tests.Scripting;

public class WarmUpTests
{
    [Fact]
    public async Task Cells_that_run_while_sessions_warm_up_agree_on_what_a_type_is()
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var starts = Enumerable.Range(0, 4).Select(_ => Task.Run(FirstCellsAsync)).ToList();
            foreach (var outcome in (await Task.WhenAll(starts)).SelectMany(outcomes => outcomes))
                Assert.True(outcome.Succeeded, outcome.Error?.Message);
        }
    }

    // The second cell sees the namespaces of the first one and its own: an ambiguity shows there.
    private static async Task<List<CellOutcome>> FirstCellsAsync()
    {
        await using var session = new CSharpSession();
        var warm = session.WarmUpAsync();
        var outcomes = new List<CellOutcome>();
        foreach (var code in new[] { "var one = 1;", "display(one);", "await Task.Delay(1); display(HTML(\"<b>x</b>\"));" })
            outcomes.Add(await session.RunAsync(new CellRequest(code, outcomes.Count + 1), new RecordedOutput(), CancellationToken.None));
        await warm;
        return outcomes;
    }
}
