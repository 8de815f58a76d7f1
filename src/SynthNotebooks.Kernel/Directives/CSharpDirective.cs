namespace SynthNotebooks.Kernel.Directives;

/// <summary><c>#!csharp</c>: what follows is C#, as it is anyway.</summary>
internal sealed class CSharpDirective(string name) : BuiltInDirective(name, "What follows is C#.", name)
{
    public override Task RunAsync(DirectiveCall call, CancellationToken interrupt)
    {
        TakesNothing(call);
        return Task.CompletedTask;
    }
}
