namespace SynthNotebooks.Kernel.Directives;

/// <summary>The magics that every session has.</summary>
internal static class BuiltInDirectives
{
    public static IEnumerable<IDirective> Of(ISessionServices session) =>
    [
        new AboutDirective(), new HelpDirective(session), new ImportDirective(session), new ListMagicDirective(session), new LoadDirective(session),
        new PackageSourceDirective(session), new ReferenceDirective(session), new SetDirective(), new ShareDirective(), new TimeDirective(), new ValueDirective(session),
        new WhoDirective(), new WhosDirective(session), new CSharpDirective("#!csharp"), new CSharpDirective("#!c#"),
        new ShowDirective("#!markdown", "text/markdown"), new ShowDirective("#!html", "text/html"), new ShowDirective("#!mermaid", "text/vnd.mermaid"),
        new ShowDirective("#!javascript", "application/javascript"), new ShowDirective("#!js", "application/javascript"),
        .. OtherLanguageDirective.All,
    ];
}
