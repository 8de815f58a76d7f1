namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Runs code of a cell on a thread of its own and gives up on it soon after an interrupt.</summary>
/// <remarks>
/// An interrupt escalates: first the checks that compiled cells make in their loops, then an abort of the thread, then a wake-up from
/// sleep or wait, and at last the code is abandoned; its next check ends it wherever it runs.
/// </remarks>
internal static class InterruptibleRun
{
    private static readonly TimeSpan AbortAfter = TimeSpan.FromMilliseconds(60), WakeAfter = TimeSpan.FromMilliseconds(90),
        AbandonAfter = TimeSpan.FromMilliseconds(200), GuardFor = TimeSpan.FromSeconds(20);

    private const int StackSize = 16 << 20; // deep but honest recursion in a cell is fine

    /// <exception cref="CellInterruptedException">The cell was interrupted and did not end by itself.</exception>
    public static async Task RunAsync(Func<Task> code, CellContext context)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var abort = new CancellationTokenSource();
        var thread = new Thread(() => RunHere(code, context, ended, abort.Token), StackSize) { IsBackground = true, Name = "cell" };
        thread.Start();
        var interrupted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (context.Interrupt.Register(interrupted.SetResult))
            await Task.WhenAny(ended.Task, interrupted.Task).ConfigureAwait(false);
        if (!ended.Task.IsCompleted) await StopAsync(thread, ended.Task, abort).ConfigureAwait(false);
        if (!ended.Task.IsCompleted) throw new CellInterruptedException(context.Interrupt);
        await ended.Task.ConfigureAwait(false);
    }

    private static async Task StopAsync(Thread thread, Task ended, CancellationTokenSource abort)
    {
        CellGuard.Raise();
        _ = Task.Delay(GuardFor, CancellationToken.None).ContinueWith(_ => CellGuard.Lower(), TaskScheduler.Default);
        if (await EndsWithin(AbortAfter).ConfigureAwait(false)) return;
        // Cancel() waits for the thread to stop; a wait or sleep only ends by the wake-up that follows.
        var aborting = Task.Run(abort.Cancel, CancellationToken.None);
        if (await EndsWithin(WakeAfter).ConfigureAwait(false)) return;
        if (thread.IsAlive) thread.Interrupt();
        await EndsWithin(AbandonAfter).ConfigureAwait(false);
        await Task.WhenAny(aborting, Task.Delay(AbortAfter)).ConfigureAwait(false);

        async Task<bool> EndsWithin(TimeSpan time)
        {
            await Task.WhenAny(ended, Task.Delay(time)).ConfigureAwait(false);
            return ended.IsCompleted;
        }
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
