using System.Diagnostics;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Notebooks;
using SynthNotebooks.Notebooks.Reports;

// FullReport TRAIN TEST SYNTH [TARGET]: wall and processor time of the report and of each of its groups, best of five in a warm process; with a
// target also of the whole page with its models and attacks.
if (args.Length is not (3 or 4))
{
    Console.Error.Write("usage: FullReport TRAIN.csv TEST.csv SYNTH.csv [TARGET]\n");
    return 2;
}
DataFrame train = DataFrame.LoadCsv(args[0]), test = DataFrame.LoadCsv(args[1]), synthetic = DataFrame.LoadCsv(args[2]);
Measure("leading scores", []);
if (args.Length == 4)
{
    Page();
    return 0;
}
foreach (var group in Enum.GetValues<MetricGroup>()) Measure($"leading scores and {group}", [group]);
Measure("all", Enum.GetValues<MetricGroup>());
return 0;

void Page()
{
    var options = new EvaluationOptions { Target = args[3], Depth = EvaluationDepth.Full };
    var report = Time("evaluation with models", () => Evaluator.Evaluate(train, synthetic, test, options));
    var attacks = Time("attacks of the page", () => train.Attack(synthetic, test, options: ReportAttacks.Options(options)));
    var page = Time("page", () => report.ToHtml(attacks));
    Console.Out.Write($"page of {page.Length:#,0} characters\n");
}

void Measure(string what, MetricGroup[] groups) => Time(what, () => Evaluator.Evaluate(train, synthetic, test, new() { Groups = groups }));

T Time<T>(string what, Func<T> work)
{
    T result = default!;
    double wall = double.PositiveInfinity, processor = double.PositiveInfinity;
    for (var run = 0; run < 6; run++)
    {
        var start = Stopwatch.GetTimestamp();
        var before = Environment.CpuUsage.TotalTime;
        result = work();
        if (run == 0) continue; // code is compiled
        wall = Math.Min(wall, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        processor = Math.Min(processor, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
    }
    Console.Out.Write($"{what,-32} wall {wall,6:0} ms  processor {processor,6:0} ms\n");
    return result;
}
