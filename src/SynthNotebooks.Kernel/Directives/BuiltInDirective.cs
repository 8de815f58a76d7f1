using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Directives;

/// <summary>The parts that most built-in magics share: a name, a line of help, the options to complete.</summary>
internal abstract class BuiltInDirective(string name, string description, string usage) : IDirective
{
    public string Name => name;

    public string Description => description;

    public string Help => $"{usage}\n{description}";

    /// <summary>What may stand in its line, for completion.</summary>
    protected virtual IReadOnlyList<string> Options => [];

    public abstract Task RunAsync(DirectiveCall call, CancellationToken interrupt);

    public virtual CompletionList Complete(string arguments, int position, ISessionVariables variables)
    {
        var start = arguments.LastIndexOfAny([' ', '\t'], Math.Max(0, position - 1)) + 1;
        var word = arguments[Math.Min(start, position)..position];
        var matches = word.StartsWith('@')
            ? variables.List().Select(v => new CompletionItem("@" + v.Name, "variable"))
            : Options.Where(o => !arguments.Contains(o + " ", StringComparison.Ordinal)).Select(o => new CompletionItem(o, "option"));
        return new CompletionList([.. matches.Where(m => m.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase))], position - word.Length, position);
    }

    /// <summary>For magics that stand alone in their line.</summary>
    /// <exception cref="DirectiveException">Something follows the name.</exception>
    protected void TakesNothing(DirectiveCall call)
    {
        if (call.Arguments.Length == 0) return;
        var comment = call.Arguments.StartsWith("//", StringComparison.Ordinal) ? " A comment goes on a line of its own." : "";
        throw new DirectiveException($"{Name} takes no arguments, but got '{call.Arguments}'.{comment}");
    }
}
