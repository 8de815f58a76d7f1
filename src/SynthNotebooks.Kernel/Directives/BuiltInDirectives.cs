namespace SynthNotebooks.Kernel.Directives;

/// <summary>The magics that every session has.</summary>
internal static class BuiltInDirectives
{
    public static IEnumerable<IDirective> Of(ISessionServices session) => [];
}
