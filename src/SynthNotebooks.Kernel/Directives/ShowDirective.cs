using System.Text.Json.Nodes;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Directives;

/// <summary><c>#!html</c>, <c>#!markdown</c>, <c>#!mermaid</c>, <c>#!javascript</c>: shows the text below under its mime type.</summary>
internal sealed class ShowDirective(string name, string mimeType) : BuiltInDirective(name, $"Shows the lines below as {mimeType}.", name), ICellDirective
{
    public override Task RunAsync(DirectiveCall call, CancellationToken interrupt)
    {
        TakesNothing(call);
        call.Output.Display(new MimeBundle(new Dictionary<string, JsonNode> { [mimeType] = call.Body.Trim('\n') }));
        return Task.CompletedTask;
    }
}
