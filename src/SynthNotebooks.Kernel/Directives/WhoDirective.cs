using SynthNotebooks.Kernel.Formatting;
namespace SynthNotebooks.Kernel.Directives;

/// <summary><c>#!who</c>: the names of the variables.</summary>
internal sealed class WhoDirective() : BuiltInDirective("#!who", "Lists the names of the variables.", "#!who")
{
    public override Task RunAsync(DirectiveCall call, CancellationToken interrupt)
    {
        var variables = call.Variables.List();
        call.Output.Display(ValueTable.Of(["variable"], [.. variables.Select(v => (IReadOnlyList<string>)[v.Name])]));
        return Task.CompletedTask;
    }
}
