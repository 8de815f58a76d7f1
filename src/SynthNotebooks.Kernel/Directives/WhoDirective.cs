using SynthNotebooks.Kernel.Formatting;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Directives;

/// <summary><c>#!who</c>: the names of the variables.</summary>
internal sealed class WhoDirective() : BuiltInDirective("#!who", "Lists the names of the variables.", "#!who")
{
    public override Task RunAsync(DirectiveCall call, CancellationToken interrupt)
    {
        TakesNothing(call);
        var variables = call.Variables.List();
        call.Output.Display(variables.Count == 0 ? MimeBundle.Text("(no variables)") : ValueTable.Of(["variable"], [.. variables.Select(v => (IReadOnlyList<string>)[v.Name])]));
        return Task.CompletedTask;
    }
}
