using System.Diagnostics;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation;

// Agreement TRAIN TEST SYNTH OUT.json [TARGET]: evaluates, writes the report, tells the time of a cold and of warm runs, without and with models.
if (args.Length is not (4 or 5))
{
    Console.Error.Write("usage: Agreement TRAIN.csv TEST.csv SYNTH.csv OUT.json [TARGET]\n");
    return 2;
}
DataFrame train = DataFrame.LoadCsv(args[0]), test = DataFrame.LoadCsv(args[1]), synthetic = DataFrame.LoadCsv(args[2]);
var target = args.Length == 5 ? args[4] : null;
foreach (var (run, depth) in new[] { ("cold", EvaluationDepth.Standard), ("warm", EvaluationDepth.Standard), ("cold", EvaluationDepth.Full), ("warm", EvaluationDepth.Full) })
{
    var (start, processor) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
    var report = Evaluator.Evaluate(train, synthetic, test, new() { Target = target, Depth = depth });
    var used = Process.GetCurrentProcess().TotalProcessorTime - processor;
    Console.Out.Write($"{depth}, {run}: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms wall, {used.TotalMilliseconds:0} ms processor, {report.Metrics.Count} metrics with floor and ceiling\n");
    if (depth == EvaluationDepth.Full) File.WriteAllText(args[3], report.ToJson());
}
return 0;
