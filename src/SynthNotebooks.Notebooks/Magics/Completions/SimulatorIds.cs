using SynthNotebooks.Generators.Industry.Scenarios;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Ids of the simulators in the catalog and names of the industries.</summary>
public sealed class SimulatorIds : ICompletionSource
{
    /// <inheritdoc/>
    public IEnumerable<MagicCompletion> Complete(CompletionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Toolkit.Simulators.Ids.Select(id => new MagicCompletion(id, "simulator")).Concat(EmbeddedScenarios.Names.Select(name => new MagicCompletion(name, "industry")));
    }
}
