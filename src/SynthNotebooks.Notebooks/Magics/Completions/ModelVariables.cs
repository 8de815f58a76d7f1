using SynthNotebooks.Contracts;
using SynthNotebooks.Notebooks.Hosting;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Names of the variables that hold fitted models.</summary>
public sealed class ModelVariables : ICompletionSource
{
    /// <inheritdoc/>
    public IEnumerable<MagicCompletion> Complete(CompletionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Variables.NamesOf(typeof(IFittedGenerator)).Select(name => new MagicCompletion(name, "variable", "fitted model"));
    }
}
