using System.Diagnostics;
using System.Globalization;
using SynthNotebooks.Cli.Hosting;

namespace SynthNotebooks.Cli.Tests.Hosting;

public class ParentWatchTests
{
    [Fact]
    public async Task A_parent_that_ends_is_noticed()
    {
        using var parent = Process.Start(new ProcessStartInfo("sleep", "0.2"))!;
        var gone = ParentWatch.GoneAsync(_ => parent.Id.ToString(CultureInfo.InvariantCulture), CancellationToken.None);

        await gone.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.True(gone.IsCompletedSuccessfully);
    }

    [Theory, InlineData(null), InlineData("nonsense"), InlineData("1")]
    public async Task Without_a_parent_nothing_is_watched(string? value)
    {
        using var stop = new CancellationTokenSource();
        var gone = ParentWatch.GoneAsync(_ => value, stop.Token);

        Assert.False(gone.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
    }
}
