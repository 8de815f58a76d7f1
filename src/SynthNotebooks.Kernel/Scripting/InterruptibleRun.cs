namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Runs code of a cell on a thread of its own and gives up on it soon after an interrupt.</summary>
/// <remarks>
/// An interrupt first raises the checks that compiled cells make in loops, lambdas and after awaits, then wakes the thread from sleep or
/// wait. What does not end in time is abandoned; its next check ends it, wherever it runs. The thread is never aborted
/// (<c>ControlledExecution</c>): on .NET 10 for Linux an abort within library code ends the process once in some dozen trials.
/// </remarks>
internal static class InterruptibleRun
{
    private static readonly TimeSpan WakeEvery = TimeSpan.FromMilliseconds(80), AbandonAfter = TimeSpan.FromMilliseconds(380), GuardFor = TimeSpan.FromSeconds(20);

    private const int StackSize = 16 << 20, MostWakeUps = 20; // a deep but honest recursion in a cell is fine

    /// <exception cref="CellInterruptedException">The cell was interrupted and did not end by itself.</exception>
    public static async Task RunAsync(Func<Task> code, CellContext context)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => RunHere(code, context, ended), StackSize) { IsBackground = true, Name = "cell" };
        thread.Start();
        var interrupted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (context.Interrupt.Register(() => interrupted.TrySetResult()))
            await Task.WhenAny(ended.Task, interrupted.Task).ConfigureAwait(false);
        if (!ended.Task.IsCompleted)
        {
            CellGuard.Raise();
            _ = Task.Delay(GuardFor, CancellationToken.None).ContinueWith(_ => CellGuard.Lower(), TaskScheduler.Default);
            await Task.WhenAny(ended.Task, Task.Delay(AbandonAfter, CancellationToken.None), WakeAsync(thread, ended.Task)).ConfigureAwait(false);
        }
        if (!ended.Task.IsCompleted) throw new CellInterruptedException(context.Interrupt);
        await ended.Task.ConfigureAwait(false);
    }

    // Completes when no thread is held: code that waits for a task has none, and there is nothing left to wait for.
    private static async Task WakeAsync(Thread thread, Task ended)
    {
        for (var wakeUp = 0; wakeUp < MostWakeUps; wakeUp++)
        {
            await Task.WhenAny(ended, Task.Delay(WakeEvery)).ConfigureAwait(false);
            if (ended.IsCompleted || !thread.IsAlive) return;
            if ((thread.ThreadState & ThreadState.WaitSleepJoin) != 0) thread.Interrupt();
        }
    }

    private static void RunHere(Func<Task> code, CellContext context, TaskCompletionSource ended)
    {
        CellContext.Current = context;
        try
        {
            code().ContinueWith(done => Finish(done, ended), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
        catch (Exception failure) // whatever a user's code throws is an outcome
        {
            ended.TrySetException(failure);
        }
    }

    private static void Finish(Task done, TaskCompletionSource ended)
    {
        if (done.IsFaulted) ended.TrySetException(done.Exception.InnerExceptions);
        else if (done.IsCanceled) ended.TrySetException(Cancellation(done));
        else ended.TrySetResult();
    }

    // Where code was cancelled is known to who awaits it alone.
    private static Exception Cancellation(Task done)
    {
        try
        {
            done.GetAwaiter().GetResult();
            return new TaskCanceledException(done);
        }
        catch (OperationCanceledException failure)
        {
            return failure;
        }
    }
}
