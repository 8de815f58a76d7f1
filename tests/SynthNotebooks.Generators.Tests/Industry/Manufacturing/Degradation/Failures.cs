using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Manufacturing.Degradation;
using SynthNotebooks.Generators.Industry.Processes;

namespace SynthNotebooks.Generators.Tests.Industry.Manufacturing.Degradation;

/// <summary>Ages and wear at the failures of many parts, without keeping their inspections.</summary>
internal sealed class Failures : IProcessRows
{
    public List<double> Ages { get; } = [];

    public List<double> Wear { get; } = [];

    public static Failures Of(DegradationOptions options, double years, ulong seed = 1)
    {
        var failures = new Failures();
        new DegradationProcess(options).Run(new(new SplitRandom(seed), 0, years * 365 * 86_400), failures);
        return failures;
    }

    public void Add(double seconds, params ReadOnlySpan<double> cells)
    {
        if (cells[3] == 0) return;
        Ages.Add(cells[1]);
        Wear.Add(cells[2]);
    }
}
