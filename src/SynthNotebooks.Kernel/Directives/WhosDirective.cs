using SynthNotebooks.Kernel.Formatting;
using Microsoft.DotNet.Interactive.Formatting;
using SynthNotebooks.Kernel.Scripting;

namespace SynthNotebooks.Kernel.Directives;

/// <summary><c>#!whos</c>: the variables with types and values.</summary>
internal sealed class WhosDirective() : BuiltInDirective("#!whos", "Lists the variables with their types and values.", "#!whos")
{
    private const int LongestValue = 100;

    public override Task RunAsync(DirectiveCall call, CancellationToken interrupt)
    {
        var rows = call.Variables.List().Select(v => (IReadOnlyList<string>)[v.Name, TypeNames.Short(v.Type), Value(call, v.Name)]);
        call.Output.Display(ValueTable.Of(["variable", "type", "value"], [.. rows]));
        return Task.CompletedTask;
    }

    private static string Value(DirectiveCall call, string name)
    {
        call.Variables.TryGet(name, out var value);
        var text = value.ToDisplayString(PlainTextSummaryFormatter.MimeType).ReplaceLineEndings(" ");
        return text.Length <= LongestValue ? text : text[..LongestValue] + "...";
    }
}
