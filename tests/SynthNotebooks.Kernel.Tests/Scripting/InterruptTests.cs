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
    [InlineData("IEnumerable<int> E() { while (true) yield return 1; } E().Count(x => x < 0)")]
    [InlineData("int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2); Fib(60)")]
    [InlineData("int A(int n) => n == 0 ? 0 : B(n - 1) + B(n - 1); int B(int n) => n == 0 ? 0 : A(n - 1) + A(n - 1); A(60)")]
    [InlineData("Action outer = () => { Action inner = () => { while (true) { } }; inner(); }; outer();")]
    [InlineData("async Task Loop() { while (true) await Task.Yield(); } await Loop();")]
    [InlineData("async IAsyncEnumerable<int> E() { while (true) { await Task.Yield(); yield return 1; } } await foreach (var x in E()) { }")]
    [InlineData("async IAsyncEnumerable<int> E() { while (true) await Task.Delay(1); yield return 1; } E()")]
    [InlineData("(from i in Enumerable.Range(0, int.MaxValue) from j in Enumerable.Range(0, int.MaxValue) where i < 0 select i).Count()")]
    [InlineData("ParallelEnumerable.Range(0, int.MaxValue).Select(x => { for (var i = 0; i < 100; i++) ; return x; }).Count(x => x < 0)")]
    [InlineData("IEnumerable<int> E() { while (true) yield return 1; } Parallel.ForEach(E(), x => { });")]
    [InlineData("Array.ForEach(new int[1000000], x => Thread.Sleep(1));")]
    [InlineData("Task.WaitAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => { while (true) ; })).ToArray());")]
    [InlineData("var o = new object(); new Thread(() => { lock (o) Thread.Sleep(-1); }).Start(); Thread.Sleep(50); lock (o) { }")]
    [InlineData("while (true) { try { Thread.Sleep(10); } catch { } }")]
    [InlineData("var n = 0; top: n++; if (n > 0) goto top;")]
    [InlineData("switch (1) { case 1: goto case 2; case 2: goto case 1; }")]
    [InlineData("class Endless { public int Count { get { while (true) { } } } } new Endless().Count")]
    public async Task An_interrupt_ends_the_cell_soon_keeps_the_state_and_leaves_the_process_idle(string code)
    {
        await _notebook.RunAsync("var kept = 42;");
        var took = long.MaxValue;
        for (var attempt = 0; attempt < 3 && took >= 500; attempt++) // a busy machine may hold one up, not three
        {
            using var interrupt = new CancellationTokenSource();
            var running = _notebook.TryAsync(code, interrupt: interrupt.Token);
            await Task.Delay(400);
            Assert.False(running.IsCompleted);

            var watch = Stopwatch.StartNew();
            await interrupt.CancelAsync();
            await running;

            took = Math.Min(took, watch.ElapsedMilliseconds);
            Assert.Equal("KeyboardInterrupt", _notebook.Outcome.Error?.Name);
        }
        Assert.True(took < 500, $"took {took} ms");
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
