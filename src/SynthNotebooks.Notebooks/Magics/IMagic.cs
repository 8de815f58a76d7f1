using SynthNotebooks.Notebooks.Hosting;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>A magic command.</summary>
/// <typeparam name="TArguments">
/// A record; each constructor parameter is an option of the same name in kebab case, required unless it has a default. A <c>bool</c> is a
/// flag without a value.
/// </typeparam>
public interface IMagic<in TArguments>
    where TArguments : class
{
    /// <summary>Runs the command. Upon failure nothing has changed.</summary>
    /// <exception cref="MagicException">The arguments cannot be honoured.</exception>
    Task RunAsync(TArguments arguments, INotebookHost host, CancellationToken cancellation);
}
