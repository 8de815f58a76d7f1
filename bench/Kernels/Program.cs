using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using SynthNotebooks.Benchmarks;

// Kernels rates TRAIN.csv [ROWS] [MODEL,...]: CPU time of sampling, model by model.
// Kernels [short] [BenchmarkDotNet's arguments]: benchmarks of the kernels, e.g. short --filter '*'.
if (args is ["rates", var path, .. var rest])
{
    SamplingRates.Print(path, rest is [var rows, ..] ? int.Parse(rows, System.Globalization.CultureInfo.InvariantCulture) : 300_000, rest is [_, var models] ? models.Split(',') : null);
    return;
}
var brief = args is ["short", ..];
// In this process: the lock files of the packages stay as they are, and nothing is built behind the scenes.
var job = (brief ? Job.ShortRun : Job.Default).WithToolchain(InProcessEmitToolchain.Instance);
BenchmarkSwitcher.FromAssembly(typeof(SamplingRates).Assembly).Run(brief ? args[1..] : args, DefaultConfig.Instance.AddJob(job));
