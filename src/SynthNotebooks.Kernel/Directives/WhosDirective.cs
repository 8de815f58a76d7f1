using SynthNotebooks.Kernel.Formatting;
using SynthNotebooks.Kernel.Scripting;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Directives;

/// <summary><c>#!whos</c>: the variables with types, sizes and values.</summary>
internal sealed class WhosDirective(ISessionServices session) : BuiltInDirective("#!whos", "Lists the variables with their types, sizes and values.", "#!whos")
{
    public override Task RunAsync(DirectiveCall call, CancellationToken interrupt)
    {
        TakesNothing(call);
        var rows = call.Variables.List().Select(v => Row(call, v)).ToArray();
        call.Output.Display(rows.Length == 0 ? MimeBundle.Text("(no variables)") : ValueTable.Display(["variable", "type", "size", "value"], rows).ToBundle());
        return Task.CompletedTask;
    }

    private IReadOnlyList<CellText> Row(DirectiveCall call, SessionVariable variable)
    {
        call.Variables.TryGet(variable.Name, out var value);
        var text = CellText.Of(value) with { Markup = null, IsNumber = false }; // a formatter's whole display would not fit in a table
        return [new(variable.Name), new(TypeNames.Short(variable.Type)), new(value is null ? "" : ValueSize.Of(value, session.SizeOf)), text];
    }
}
