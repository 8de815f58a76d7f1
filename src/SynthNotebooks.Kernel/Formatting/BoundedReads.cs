using System.Diagnostics;
using SynthNotebooks.Kernel.Scripting;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>Asks code of an object's own (getters, <c>ToString</c>, sequences) for values and does not wait for ever: each question has 2 s, all of them together 4 s.</summary>
/// <remarks>
/// Questions are answered one after the other on a thread beside the cell's, which begins with the first of them. What does not answer is left behind there: its
/// loops end at their next check, its sleep is ended once. The bounds are so long because what is shown depends on them: an honest getter must not miss them on a busy machine.
/// </remarks>
internal sealed class BoundedReads : IDisposable
{
    private static readonly TimeSpan MostForOne = TimeSpan.FromSeconds(2), MostInAll = TimeSpan.FromSeconds(4);

    private Worker? _worker;
    private TimeSpan _spent;

    /// <param name="read">The question; may throw.</param>
    /// <param name="value">The answer.</param>
    /// <returns>False when there was no time for it.</returns>
    /// <exception cref="Exception">What the question threw.</exception>
    public bool TryRead<T>(Func<T> read, out T? value)
    {
        value = default;
        if (_spent >= MostInAll) return false;
        _worker ??= new Worker();
        var start = Stopwatch.GetTimestamp();
        try
        {
            if (_worker.TryRun(() => read(), MostForOne < MostInAll - _spent ? MostForOne : MostInAll - _spent, out var answer))
            {
                value = (T?)answer;
                return true;
            }
            _worker = null;
            return false;
        }
        finally
        {
            _spent += Stopwatch.GetElapsedTime(start);
        }
    }

    public void Dispose() => _worker?.Dispose();

    private sealed class Worker : IDisposable
    {
        private static readonly TimeSpan GuardFor = TimeSpan.FromSeconds(20);

        private readonly SemaphoreSlim _asked = new(0), _answered = new(0);
        private readonly CancellationTokenSource _given = new();
        private readonly Thread _thread;
        private Func<object?>? _question;
        private object? _answer;
        private Exception? _failure;

        public Worker()
        {
            _thread = new Thread(Work) { IsBackground = true, Name = "display" };
            _thread.Start();
        }

        public bool TryRun(Func<object?> question, TimeSpan atMost, out object? answer)
        {
            (_question, answer) = (question, null);
            _asked.Release();
            var answered = false;
            try
            {
                answered = _answered.Wait(atMost);
            }
            finally // an interrupt of the cell ends the wait too
            {
                if (!answered) Abandon();
            }
            if (!answered) return false;
            if (_failure is { } failure) throw failure;
            answer = _answer;
            return true;
        }

        // The thread may still be about to use the semaphores; they hold nothing that needs releasing.
        public void Dispose()
        {
            _question = null;
            _asked.Release();
        }

        private void Abandon()
        {
            _given.Cancel();
            CellGuard.Raise();
            _ = Task.Delay(GuardFor, CancellationToken.None).ContinueWith(_ => CellGuard.Lower(), TaskScheduler.Default);
            _thread.Interrupt();
        }

        private void Work()
        {
            if (CellContext.Current is { } cell) CellContext.Current = cell.Until(_given.Token);
            try
            {
                while (true)
                {
                    _asked.Wait();
                    if (_question is not { } question) return;
                    Answer(question);
                    if (_given.IsCancellationRequested) return;
                    _answered.Release();
                }
            }
            catch (ThreadInterruptedException) // abandoned just as it had answered
            {
            }
        }

        private void Answer(Func<object?> question)
        {
            (_answer, _failure) = (null, null);
            try
            {
                _answer = question();
            }
            catch (Exception failure) // whatever a user's code throws is an outcome
            {
                _failure = failure;
            }
        }
    }
}
