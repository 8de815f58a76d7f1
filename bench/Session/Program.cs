using System.Diagnostics;
using System.Globalization;
using SynthNotebooks.Benchmarks.Session;
using SynthNotebooks.Kernel.Scripting;
using SynthNotebooks.Kernel.Sessions;

// Session questions [CELLS=50] [RUNS=20]: milliseconds of completion, inspection and completeness inside a notebook of CELLS cells, warm.
// Session chain [CELLS=1000]: milliseconds a cell and kilobytes a cell, along the notebook.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var stdout = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
switch (args)
{
    case ["questions", ..]:
        await QuestionsAsync(Number(1, 50), Number(2, 20));
        return 0;
    case ["chain", ..]:
        await ChainAsync(Number(1, 1000));
        return 0;
    default:
        Console.Error.Write("usage: Session questions [CELLS] [RUNS] | Session chain [CELLS]\n");
        return 2;
}

int Number(int index, int otherwise) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;

async Task QuestionsAsync(int cells, int runs)
{
    await using var session = await OpenAsync(cells);
    string[] marked =
    [
        "Console.WriteL|", "numb|", "|", "var x = points7.Whe|", "points7.Select(p => p.X|", "new Point3 { X|", "Twice4(|", "using System.Te|", "text5.|", "System.Text.Json.|",
        "class A { public override To|", "#!se|", "int F(int first, int second) => first; F(fi|", "foreach (var p in points7) { p.|", "string.Join(\",\", points7.Select(p => p.Name)).Spl|",
    ];
    List<double> all = [], processors = [];
    foreach (var text in marked)
    {
        var position = text.IndexOf('|');
        var code = text.Remove(position, 1);
        var matches = 0;
        var times = await TimesAsync(runs, async () => matches = (await session.CompleteAsync(code, position, default)).Matches.Count);
        all.AddRange(times);
        var start = Process.GetCurrentProcess().TotalProcessorTime;
        for (var run = 0; run < runs; run++) await session.CompleteAsync(code, position, default);
        var processor = (Process.GetCurrentProcess().TotalProcessorTime - start).TotalMilliseconds / runs;
        processors.Add(processor);
        stdout.WriteLine($"complete  {Median(times),7:0.0} ms, slowest {times.Max(),7:0.0} ms, processor {processor,7:0.0} ms, {matches,5} matches  {text}");
    }
    stdout.WriteLine($"completion, median of all: {Median(all):0.0} ms, 95 % below {Quantile(all, .95):0.0} ms; of processor time {Median(processors):0.0} ms, at most {processors.Max():0.0} ms");
    all.Clear();
    foreach (var text in (string[])["Console.Wri|teLine(1)", "string.Format(\"{0}\", |", "number7|", "points7.Sel|ect(p => p.X)", "Twice4|"])
    {
        var position = text.IndexOf('|');
        var code = text.Remove(position, 1);
        var times = await TimesAsync(runs, () => session.InspectAsync(code, position, default));
        all.AddRange(times);
        stdout.WriteLine($"inspect   {Median(times),7:0.0} ms, slowest {times.Max(),7:0.0} ms  {text}");
    }
    stdout.WriteLine($"inspection, median of all: {Median(all):0.0} ms");
    var lines = string.Concat(Enumerable.Range(0, 200).Select(i => $"if (x > {i}) {{ Console.WriteLine(x); }}\n"));
    stdout.WriteLine($"is_complete of 200 lines: {Median(await TimesAsync(runs, () => Task.FromResult(session.CheckCompleteness(lines)))):0.0} ms");
}

async Task ChainAsync(int cells)
{
    await using var session = await OpenAsync(50);
    var block = Math.Max(1, cells / 10);
    var before = GC.GetTotalMemory(forceFullCollection: true);
    for (var from = 0; from < cells; from += block)
    {
        var times = new List<double>();
        for (var i = from; i < Math.Min(cells, from + block); i++)
        {
            var start = Stopwatch.GetTimestamp();
            await RunAsync(session, $"var y{i} = {i}; foreach (var q in Enumerable.Range(0, 3).Where(v => v > 1)) y{i} += q; y{i} + 1", i);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        var after = GC.GetTotalMemory(forceFullCollection: true);
        stdout.WriteLine($"cells to {from + times.Count,5}: median {Median(times):0.0} ms, {(after - before) / 1024.0 / times.Count:0.0} KB a cell");
        before = after;
    }
}

static async Task<CSharpSession> OpenAsync(int cells)
{
    var session = new CSharpSession();
    for (var i = 0; i < cells; i++)
    {
        var code = (i % 5) switch
        {
            0 => $"using System.Globalization;\nvar number{i} = {i}; var text{i} = \"text\";",
            1 => $"record Point{i}(double X, double Y, string Name);",
            2 => $"var points{i} = Enumerable.Range(0, 100).Select(v => new Point1(v, v * 2, \"p\" + v)).ToList();\npoints{i}.Count",
            3 => $"class Point{i} {{ public int X {{ get; set; }} public int Y {{ get; set; }} }}",
            _ => $"int Twice{i}(int value, string label = \"a\") {{ for (var k = 0; k < 2; k++) value += k; return value; }}\nTwice{i}(3)",
        };
        await RunAsync(session, code, i + 1);
    }
    return session;
}

static async Task RunAsync(CSharpSession session, string code, int number)
{
    var outcome = await session.RunAsync(new CellRequest(code, number), new Silence(), default);
    if (outcome.Error is { } error) throw new InvalidOperationException(string.Join('\n', error.Traceback));
}

static async Task<List<double>> TimesAsync<T>(int runs, Func<Task<T>> ask)
{
    var times = new List<double>();
    for (var run = -3; run < runs; run++) // the first warm up
    {
        var start = Stopwatch.GetTimestamp();
        await ask();
        if (run >= 0) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }
    return times;
}

static double Median(List<double> values) => Quantile(values, .5);

static double Quantile(List<double> values, double share) => values.Order().ElementAt((int)Math.Min(values.Count - 1, share * values.Count));
