using System.Diagnostics;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation;

// Agreement TRAIN TEST SYNTH OUT.json: evaluates, writes the report, tells the time of a cold and a warm run.
if (args.Length != 4)
{
    Console.Error.Write("usage: Agreement TRAIN.csv TEST.csv SYNTH.csv OUT.json\n");
    return 2;
}
DataFrame train = DataFrame.LoadCsv(args[0]), test = DataFrame.LoadCsv(args[1]), synthetic = DataFrame.LoadCsv(args[2]);
foreach (var run in new[] { "cold", "warm" })
{
    var start = Stopwatch.GetTimestamp();
    var report = Evaluator.Evaluate(train, synthetic, test);
    Console.Out.Write($"{run}: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms, {report.Modes.Count} modes with floor and ceiling\n");
    if (run == "warm") File.WriteAllText(args[3], report.ToJson());
}
return 0;
