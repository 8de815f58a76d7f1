using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Directives;

/// <summary><c>#load</c>: runs a file of C# in place; its own relative paths start in its folder.</summary>
internal sealed class LoadDirective(ISessionServices session) : BuiltInDirective("#load", "Runs a file of C#.", "#load \"path.csx\""), ISessionDirective
{
    public override CompletionList Complete(string arguments, int position, ISessionVariables variables) => PathCompletion.Of(arguments, position, session.Folder, ".cs", ".csx");

    public override async Task RunAsync(DirectiveCall call, CancellationToken interrupt)
    {
        var path = SessionPath.Existing(session, call.Arguments, Name);
        await session.WithinFileAsync(path, Name, async () =>
            await session.RunAsync(await File.ReadAllTextAsync(path, interrupt).ConfigureAwait(false), Path.GetFileName(path), Path.GetDirectoryName(path)!).ConfigureAwait(false)).ConfigureAwait(false);
    }
}
