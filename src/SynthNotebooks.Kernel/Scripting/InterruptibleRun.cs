namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Runs code of a cell on a thread of its own and gives up on it soon after an interrupt.</summary>
/// <remarks>
/// An interrupt escalates: first the checks that compiled cells make in their loops, then a wake-up from sleep or wait, then an abort of a
/// thread that is deep in library code. What does not end in time is abandoned: its next check ends it wherever it runs. The abort comes
/// last because the runtime may die of one that meets an exception on its way; it is left out while checks are stopping code.
/// </remarks>
internal static class InterruptibleRun
{
    private static readonly TimeSpan WakeAfter = TimeSpan.FromMilliseconds(80), AbortAfter = TimeSpan.FromMilliseconds(140),
        AbandonAfter = TimeSpan.FromMilliseconds(160), GuardFor = TimeSpan.FromSeconds(20);

    private const int StackSize = 16 << 20, MostWakeUps = 10; // a deep but honest recursion in a cell is fine

    /// <exception cref="CellInterruptedException">The cell was interrupted and did not end by itself.</exception>
    public static async Task RunAsync(Func<Task> code, CellContext context)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var abort = new CancellationTokenSource(); // not disposed: an abandoned thread may still look at it
        var thread = new Thread(() => RunHere(code, context, ended, abort.Token), StackSize) { IsBackground = true, Name = "cell" };
        thread.Start();
        var interrupted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (context.Interrupt.Register(() => interrupted.TrySetResult()))
            await Task.WhenAny(ended.Task, interrupted.Task).ConfigureAwait(false);
        if (!ended.Task.IsCompleted)
        {
            CellGuard.Raise();
            _ = Task.Delay(GuardFor, CancellationToken.None).ContinueWith(_ => CellGuard.Lower(), TaskScheduler.Default);
            var stopping = Task.Run(() => StopAsync(thread, ended.Task, context, abort), CancellationToken.None);
            await Task.WhenAny(ended.Task, Task.Delay(WakeAfter + AbortAfter + AbandonAfter, CancellationToken.None), WhenIdle(stopping, thread)).ConfigureAwait(false);
        }
        if (!ended.Task.IsCompleted) throw new CellInterruptedException(context.Interrupt);
        await ended.Task.ConfigureAwait(false);
    }

    private static async Task StopAsync(Thread thread, Task ended, CellContext context, CancellationTokenSource abort)
    {
        for (var wakeUp = 0; wakeUp < MostWakeUps; wakeUp++)
        {
            var stops = context.Stops;
            await Task.WhenAny(ended, Task.Delay(wakeUp == 0 ? WakeAfter : AbortAfter)).ConfigureAwait(false);
            if (ended.IsCompleted || !thread.IsAlive) return;
            if ((thread.ThreadState & ThreadState.WaitSleepJoin) != 0) thread.Interrupt();
            else if (wakeUp > 0 && context.Stops == stops) _ = abort.CancelAsync(); // completes only with the thread
        }
    }

    // Code that waits for a task holds no thread: there is nothing to stop and nothing to wait for.
    private static async Task WhenIdle(Task stopping, Thread thread)
    {
        await stopping.ConfigureAwait(false);
        if (thread.IsAlive) await Task.Delay(Timeout.Infinite).ConfigureAwait(false);
    }

    private static void RunHere(Func<Task> code, CellContext context, TaskCompletionSource ended, CancellationToken abort)
    {
        CellContext.Current = context;
        try
        {
            Task? task = null;
#pragma warning disable SYSLIB0046 // the only way to stop code that never looks at a token; used here and nowhere else
            System.Runtime.ControlledExecution.Run(() => task = code(), abort);
#pragma warning restore SYSLIB0046
            task!.ContinueWith(done => Finish(done, ended), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
        catch (Exception failure)
        {
            ended.TrySetException(context.Interrupt.IsCancellationRequested ? new CellInterruptedException(context.Interrupt) : failure);
        }
    }

    private static void Finish(Task done, TaskCompletionSource ended)
    {
        if (done.IsFaulted) ended.TrySetException(done.Exception.InnerExceptions);
        else if (done.IsCanceled) ended.TrySetCanceled();
        else ended.TrySetResult();
    }
}
