using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Directives;

/// <summary><c>#!help</c>: usage of one magic, or the list of all.</summary>
internal sealed class HelpDirective(ISessionServices session) : BuiltInDirective("#!help", "Explains a magic command.", "#!help [magic]")
{
    public override Task RunAsync(DirectiveCall call, CancellationToken interrupt)
    {
        if (call.Arguments.Length == 0) return new ListMagicDirective(session).RunAsync(call, interrupt);
        var name = call.Arguments.StartsWith('#') ? call.Arguments : "#!" + call.Arguments;
        var directive = session.Directives.FirstOrDefault(d => d.Name == name) ?? throw new DirectiveException($"There is no magic command {name}. #!lsmagic lists all of them.");
        call.Output.Display(MimeBundle.Text(directive.Help));
        return Task.CompletedTask;
    }

    public override CompletionList Complete(string arguments, int position, ISessionVariables variables) =>
        new([.. session.Directives.Where(d => d.Name.StartsWith(arguments.TrimStart(), StringComparison.Ordinal)).Select(d => new CompletionItem(d.Name, "magic", d.Description))],
            arguments.Length - arguments.TrimStart().Length, arguments.Length);
}
