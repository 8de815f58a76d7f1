using System.Diagnostics;
using System.Globalization;
using SynthNotebooks.Data;

// Median of warm loads of one file, then of writing a million rows of it; csv-vs-pandas.sh runs pandas on the same file beside it.
const int repeats = 31;
var path = args[0];
var frame = DataFrame.LoadCsv(path);
Print("load", Median(repeats, () => frame = DataFrame.LoadCsv(path)));

var copies = (int)Math.Max(1, 1_000_000 / Math.Max(1, frame.Rows.Count) + 1);
var many = DataFrame.Concatenate([.. Enumerable.Repeat(frame, copies)]).Slice(0, (int)Math.Min(1_000_000, copies * frame.Rows.Count));
Print(FormattableString.Invariant($"write {many.Rows.Count} x {many.Columns.Count}"), Median(5, () => many.SaveCsv(Stream.Null)));

static (double Wall, double Cpu) Median(int repeats, Action work)
{
    for (var i = 0; i < repeats; i++) work(); // until the compiler has optimised
    var (walls, cpus) = (new double[repeats], new double[repeats]);
    for (var i = 0; i < repeats; i++)
    {
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        work();
        (walls[i], cpus[i]) = (clock.Elapsed.TotalMilliseconds, (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds);
    }
    Array.Sort(walls);
    Array.Sort(cpus);
    return (walls[repeats / 2], cpus[repeats / 2]);
}

static void Print(string what, (double Wall, double Cpu) median) =>
    Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SynthNotebooks {what}: {median.Wall:F1} ms wall, {median.Cpu:F1} ms CPU (median)"));
