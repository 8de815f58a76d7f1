using System.Diagnostics;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation;

// FullReport TRAIN TEST SYNTH: wall and processor time of the report and of each of its groups, best of five in a warm process.
if (args.Length != 3)
{
    Console.Error.Write("usage: FullReport TRAIN.csv TEST.csv SYNTH.csv\n");
    return 2;
}
DataFrame train = DataFrame.LoadCsv(args[0]), test = DataFrame.LoadCsv(args[1]), synthetic = DataFrame.LoadCsv(args[2]);
Measure("leading scores", []);
foreach (var group in Enum.GetValues<MetricGroup>()) Measure($"leading scores and {group}", [group]);
Measure("all", Enum.GetValues<MetricGroup>());
return 0;

void Measure(string what, MetricGroup[] groups)
{
    double wall = double.PositiveInfinity, processor = double.PositiveInfinity;
    for (var run = 0; run < 6; run++)
    {
        var start = Stopwatch.GetTimestamp();
        var before = Environment.CpuUsage.TotalTime;
        Evaluator.Evaluate(train, synthetic, test, new() { Groups = groups });
        if (run == 0) continue; // code is compiled
        wall = Math.Min(wall, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        processor = Math.Min(processor, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
    }
    Console.Out.Write($"{what,-32} wall {wall,6:0} ms  processor {processor,6:0} ms\n");
}
