using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Notebooks.Tests.Magics;

/// <param name="Steps">Steps of work. Default 1; legal 1 to 1000000.</param>
public sealed record PatientOptions(int Steps = 1);

/// <summary>Works until it is told to stop.</summary>
/// <remarks>Source: a test.</remarks>
[Generator("patient", typeof(PatientOptions))]
public sealed class PatientGenerator(PatientOptions options) : IGenerator
{
    public IFittedGenerator Fit(DataFrame training, FitContext context)
    {
        for (var step = 0; step < options.Steps; step++)
        {
            context.Progress?.Report(new((double)step / options.Steps, "waiting"));
            context.Cancellation.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(50));
            context.Cancellation.ThrowIfCancellationRequested();
        }
        throw new FitException("column 'age' cannot be learnt by waiting");
    }
}
