using System.Diagnostics;

namespace SynthNotebooks.Kernel.Tests.Scripting;

[Collection("alone")] // measures the process's processor time
public sealed class InterruptTests : IAsyncDisposable
{
    private readonly Notebook _notebook = new();

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true);")]
    [InlineData("again: goto again;")]
    [InlineData("do ; while (true);")]
    [InlineData("for (;;) { try { while (true) { } } catch { } }")]
    [InlineData("Thread.Sleep(-1);")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("new ManualResetEventSlim().Wait();")]
    [InlineData("Task.Delay(-1).Wait();")]
    [InlineData("Parallel.For(0L, long.MaxValue, i => { });")]
    [InlineData("Parallel.For(0L, long.MaxValue, i => Math.Sqrt(i));")]
    [InlineData("Parallel.For(0, 4, i => { while (true) { } });")]
    [InlineData("void Spin(int i) { while (true) { } } Parallel.For(0, 4, Spin);")]
    [InlineData("await Task.Delay(1); while (true) { }")]
    [InlineData("await Task.Run(() => { for (;;) { } });")]
    [InlineData("class Spinner { public void Go() { while (true) { } } } new Spinner().Go();")]
    [InlineData("Enumerable.Range(0, int.MaxValue).SelectMany(i => Enumerable.Range(0, int.MaxValue)).Count(x => x < 0)")]
    [InlineData("while (true) Console.WriteLine(1);")]
    public async Task An_interrupt_ends_the_cell_soon_keeps_the_state_and_leaves_the_process_idle(string code)
    {
        await _notebook.RunAsync("var kept = 42;");
        using var interrupt = new CancellationTokenSource();
        var running = _notebook.TryAsync(code, interrupt: interrupt.Token);
        await Task.Delay(400);
        Assert.False(running.IsCompleted);

        var watch = Stopwatch.StartNew();
        await interrupt.CancelAsync();
        await running;

        Assert.True(watch.ElapsedMilliseconds < 500, $"took {watch.ElapsedMilliseconds} ms");
        Assert.Equal("KeyboardInterrupt", _notebook.Outcome.Error?.Name);
        Assert.Equal("42", await _notebook.ValueAsync("kept"));
        Assert.True(await FallsIdleAsync(), "a processor stays busy");
    }

    // What a cell left running goes on for ever; the just-in-time compiler's own thread, which works on for a moment, is not counted.
    private static async Task<bool> FallsIdleAsync()
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            var before = ThreadTimes();
            await Task.Delay(400);
            var ticks = ThreadTimes().Sum(t => t.Value - before.GetValueOrDefault(t.Key));
            if (ticks <= 2) return true; // of 10 ms: 5 %
        }
        return false;
    }

    private static Dictionary<string, long> ThreadTimes()
    {
        var times = new Dictionary<string, long>();
        foreach (var thread in Directory.GetDirectories("/proc/self/task"))
        {
            try
            {
                var stat = File.ReadAllText(Path.Combine(thread, "stat"));
                var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                if (!stat.Contains("Tiered", StringComparison.Ordinal)) times[thread] = long.Parse(fields[11]) + long.Parse(fields[12]);
            }
            catch (IOException)
            {
                // the thread ended between being listed and being read
            }
        }
        return times;
    }
}

[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class Alone;
