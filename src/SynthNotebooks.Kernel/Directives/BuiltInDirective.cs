using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Directives;

/// <summary>The parts that most built-in magics share: a name, a line of help, nothing to complete.</summary>
internal abstract class BuiltInDirective(string name, string description, string usage) : IDirective
{
    public string Name => name;

    public string Description => description;

    public string Help => $"{usage}\n{description}";

    public abstract Task RunAsync(DirectiveCall call, CancellationToken interrupt);

    public virtual CompletionList Complete(string arguments, int position, ISessionVariables variables) => new([], position, position);
}
