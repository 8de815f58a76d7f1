using System.Diagnostics;

namespace SynthNotebooks.Cli.Tests.Commands;

public sealed class SameBytesTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void Whole_processes_with_one_and_two_processors_write_the_same_bytes()
    {
        var table = _work.MixedTable();

        var one = Bytes(table, processors: 1);
        var two = Bytes(table, processors: 2);

        Assert.Equal(one.Model, two.Model);
        Assert.Equal(one.Sample, two.Sample);
    }

    private (byte[] Model, byte[] Sample) Bytes(string table, int processors)
    {
        var (model, sample) = (_work.Path($"m{processors}.synth"), _work.Path($"s{processors}.csv"));
        Run(processors, "fit", table, "--model", "copula", "--seed", "3", "--out", model);
        Run(processors, "sample", model, "--rows", "30000", "--out", sample);
        return (File.ReadAllBytes(model), File.ReadAllBytes(sample));
    }

    private static void Run(int processors, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "synthnb.dll"), .. arguments]) { RedirectStandardError = true };
        start.Environment["DOTNET_PROCESSOR_COUNT"] = processors.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors);
    }
}
