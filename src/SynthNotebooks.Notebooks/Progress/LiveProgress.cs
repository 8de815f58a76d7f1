using SynthNotebooks.Contracts;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Selection;

namespace SynthNotebooks.Notebooks.Progress;

/// <summary>Progress of one piece of work under one display, which its result replaces in the end.</summary>
/// <remarks>
/// At most <see cref="UpdatesPerSecond"/> updates a second, never two at once; a report in between is dropped, as the next one says more.
/// So the work is never held up by a slow front end. Reports may come from several threads; the share shown never falls.
/// </remarks>
public sealed class LiveProgress : IProgress<FitProgress>
{
    /// <summary>Most updates a second.</summary>
    public const int UpdatesPerSecond = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.0 / UpdatesPerSecond);

    private readonly Lock _gate = new();
    private readonly INotebookHost _host;
    private readonly string _title;
    private readonly TimeProvider _time;
    private readonly IDisplayHandle? _display;
    private Task _update = Task.CompletedTask;
    private long _last;
    private double _share;
    private TableView? _detail;
    private bool _isFinished;

    private LiveProgress(INotebookHost host, string title, TimeProvider time, IDisplayHandle? display)
    {
        (_host, _title, _time, _display) = (host, title, time, display);
        _last = time.GetTimestamp();
    }

    /// <summary>Shows the beginning.</summary>
    /// <param name="host">Where.</param>
    /// <param name="title">What is being done.</param>
    /// <param name="time">Paces the updates.</param>
    /// <param name="quiet">Shows nothing before the result.</param>
    public static async Task<LiveProgress> StartAsync(INotebookHost host, string title, TimeProvider time, bool quiet)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(time);
        return new(host, title, time, quiet ? null : await host.DisplayAsync(new ProgressView(title, 0, "")));
    }

    /// <summary>Runs work on another thread and shows its result in place of the progress.</summary>
    /// <param name="work">Reports to the progress it is given.</param>
    /// <param name="cancellation">Handed to the task; the work itself must watch it too.</param>
    /// <param name="finish">Keeps the result and tells what to show of it.</param>
    public async Task RunAsync<T>(Func<IProgress<FitProgress>, T> work, Func<T, Task<object>> finish, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(finish);
        try
        {
            var result = await Task.Run(() => work(this), cancellation);
            await FinishAsync(await finish(result));
        }
        catch (Exception error)
        {
            if (_display is not null) await FinishAsync(new Displays.Note($"{_title}: {(error is OperationCanceledException ? "stopped" : "failed")}"));
            throw;
        }
    }

    /// <inheritdoc/>
    public void Report(FitProgress value)
    {
        if (_display is null) return;
        lock (_gate)
        {
            if (value.Share > _share) _share = value.Share;
            if (value.Detail is SelectionReport report) _detail = SelectionReportDisplay.Of(report);
            if (_isFinished || !_update.IsCompleted || _time.GetElapsedTime(_last) < Pause) return;
            _last = _time.GetTimestamp();
            _update = _display.UpdateAsync(new ProgressView(_title, _share, value.Stage, _detail));
        }
    }

    private async Task FinishAsync(object final)
    {
        Task pending;
        lock (_gate)
        {
            _isFinished = true;
            pending = _update;
        }
        await pending;
        if (_display is null) await _host.DisplayAsync(final);
        else await _display.UpdateAsync(final);
    }
}
