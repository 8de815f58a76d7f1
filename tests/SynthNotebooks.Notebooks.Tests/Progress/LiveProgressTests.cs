using SynthNotebooks.Contracts;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Progress;
using SynthNotebooks.Notebooks.Tests.Hosting;

namespace SynthNotebooks.Notebooks.Tests.Progress;

public class LiveProgressTests
{
    private readonly ManualTime _time = new();
    private readonly FakeHost _host = new();

    [Fact]
    public async Task Ten_seconds_of_reports_every_millisecond_make_at_most_fifty_updates()
    {
        var progress = await LiveProgress.StartAsync(_host, "fitting", _time, quiet: false);
        for (var i = 1; i <= 10_000; i++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
            progress.Report(new FitProgress(i / 10_000.0, "trees"));
        }

        Assert.Equal(1 + 10 * LiveProgress.UpdatesPerSecond, _host.Outputs.Single().Count);
        Assert.Equal(new ProgressView("fitting", 1, "trees"), _host.Shown.Single());
    }

    [Fact]
    public async Task The_share_never_falls_when_threads_report_out_of_order()
    {
        var progress = await LiveProgress.StartAsync(_host, "fitting", _time, quiet: false);
        foreach (var share in new[] { 0.5, 0.3, double.NaN, 0.4 })
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            progress.Report(new FitProgress(share, ""));
        }

        Assert.All(_host.Outputs.Single().Skip(1), view => Assert.Equal(0.5, ((ProgressView)view).Share));
    }

    [Fact]
    public async Task The_result_replaces_the_progress_and_late_reports_do_not_come_back()
    {
        var progress = await LiveProgress.StartAsync(_host, "fitting", _time, quiet: false);
        await progress.RunAsync(report => 42, result => Task.FromResult<object>(result), CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(1));
        progress.Report(new FitProgress(1, "late"));

        Assert.Equal([42], _host.Shown);
    }

    [Fact]
    public async Task Quiet_shows_the_result_alone()
    {
        var progress = await LiveProgress.StartAsync(_host, "fitting", _time, quiet: true);
        await progress.RunAsync(
            report =>
            {
                _time.Advance(TimeSpan.FromSeconds(1));
                report.Report(new FitProgress(0.5, ""));
                return 42;
            },
            result => Task.FromResult<object>(result), CancellationToken.None);

        Assert.Equal([42], _host.Outputs.Single());
    }

    [Fact]
    public async Task Work_that_fails_says_so_and_passes_the_failure_on()
    {
        var progress = await LiveProgress.StartAsync(_host, "fitting", _time, quiet: false);

        await Assert.ThrowsAsync<FitException>(() => progress.RunAsync<int>(
            _ => throw new FitException("no"), _ => Task.FromResult<object>(0), CancellationToken.None));

        Assert.Equal([new Note("fitting: failed")], _host.Shown);
    }

    [Fact]
    public async Task A_slow_front_end_does_not_hold_up_the_work()
    {
        var slow = new SlowHost();
        var progress = await LiveProgress.StartAsync(slow, "fitting", _time, quiet: false);
        for (var i = 0; i < 100; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            progress.Report(new FitProgress(0.5, ""));
        }

        Assert.Equal(1, slow.Updates); // the first is still under way
    }

    private sealed class SlowHost : INotebookHost, IDisplayHandle
    {
        public int Updates { get; private set; }

        public INotebookVariables Variables => throw new NotSupportedException();

        public string WorkingDirectory => "/";

        public Task<IDisplayHandle> DisplayAsync(object value) => Task.FromResult<IDisplayHandle>(this);

        public Task UpdateAsync(object value)
        {
            Updates++;
            return new TaskCompletionSource().Task;
        }
    }
}
