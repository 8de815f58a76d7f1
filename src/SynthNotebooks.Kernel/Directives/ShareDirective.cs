namespace SynthNotebooks.Kernel.Directives;

/// <summary><c>#!share</c>: explains that there is nobody to share with.</summary>
internal sealed class ShareDirective() : BuiltInDirective("#!share", "Not supported: this kernel runs C# alone, whose cells share all variables.", "#!share --from KERNEL NAME")
{
    public override Task RunAsync(DirectiveCall call, CancellationToken interrupt) =>
        throw new DirectiveException("#!share moves variables between languages, and this kernel runs C# alone: every C# cell sees them already. To copy one: #!set --name NEW --value @OLD.");
}
