using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Hosting;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Names of the variables that hold tables.</summary>
public sealed class FrameVariables : ICompletionSource
{
    /// <inheritdoc/>
    public IEnumerable<MagicCompletion> Complete(CompletionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Variables.NamesOf(typeof(DataFrame)).Select(name => new MagicCompletion(name, "variable", "DataFrame"));
    }
}
