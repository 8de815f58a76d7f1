namespace SynthNotebooks.Kernel.Directives;

/// <summary>The cell magics of languages that .NET Interactive ran and this kernel does not.</summary>
internal sealed class OtherLanguageDirective(string language)
    : BuiltInDirective("#!" + language, $"Not supported: this kernel runs C#, not {language}.", "#!" + language), ICellDirective
{
    public static readonly string[] Languages =
        ["fsharp", "f#", "pwsh", "powershell", "python", "r", "javascript", "js", "sql", "kql", "mermaid", "http", "value"];

    public override Task RunAsync(DirectiveCall call, CancellationToken interrupt) =>
        throw new DirectiveException($"{Name} cells need a {language} kernel; this kernel runs C# (and shows #!markdown and #!html). Rewrite the cell in C# or run it in another notebook.");
}
