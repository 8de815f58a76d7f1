namespace SynthNotebooks.Kernel.Server;

/// <summary>How the kernel introduces itself in kernel_info.</summary>
/// <param name="Implementation">Name of the program.</param>
/// <param name="Version">Its version.</param>
/// <param name="Banner">What a console shows at the start.</param>
/// <param name="LanguageVersion">Version of C#.</param>
/// <param name="HelpLinks">Text and address each; shown in a front end's help menu.</param>
public sealed record KernelIdentity(
    string Implementation, string Version, string Banner, string LanguageVersion, IReadOnlyList<(string Text, Uri Url)>? HelpLinks = null);
