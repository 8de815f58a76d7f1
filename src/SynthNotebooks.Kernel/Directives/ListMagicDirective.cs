using SynthNotebooks.Kernel.Formatting;
namespace SynthNotebooks.Kernel.Directives;

/// <summary><c>#!lsmagic</c>: every magic with a line about it.</summary>
internal sealed class ListMagicDirective(ISessionServices session) : BuiltInDirective("#!lsmagic", "Lists the magic commands.", "#!lsmagic")
{
    public override Task RunAsync(DirectiveCall call, CancellationToken interrupt)
    {
        TakesNothing(call);
        var shown = session.Directives.Where(d => d is not OtherLanguageDirective);
        call.Output.Display(ValueTable.Of(["magic", "does"], [.. shown.Select(d => (IReadOnlyList<string>)[d.Name, d.Description])]));
        return Task.CompletedTask;
    }
}
