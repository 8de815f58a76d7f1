namespace SynthNotebooks.Kernel.Directives;

/// <summary>The cell magics of languages that .NET Interactive ran and this kernel does not.</summary>
internal sealed class OtherLanguageDirective(string name, string language, string instead)
    : BuiltInDirective(name, $"Not supported: this kernel runs C#, not {language}.", name), ICellDirective
{
    private const string Shell = "System.Diagnostics.Process.Start runs programs from C#.", Database = "A database's NuGet package runs queries from C#.";

    public static IEnumerable<OtherLanguageDirective> All =>
    [
        new("#!fsharp", "F#", ""), new("#!f#", "F#", ""), new("#!pwsh", "PowerShell", Shell), new("#!powershell", "PowerShell", Shell), new("#!bash", "a shell", Shell),
        new("#!python", "Python", ""), new("#!r", "R", ""), new("#!sql", "SQL", Database), new("#!kql", "KQL", Database), new("#!http", "HTTP requests", "System.Net.Http.HttpClient sends them from C#."),
        new("#!connect", "other kernels", ""), new("#!vscode", "the editor's commands", ""),
    ];

    public override Task RunAsync(DirectiveCall call, CancellationToken interrupt) =>
        throw new DirectiveException($"{Name} needs a kernel for {language}; this one runs C#, and shows #!markdown, #!html, #!javascript and #!mermaid. "
            + (instead.Length > 0 ? instead : "Write the cell in C#, or run it in another notebook and exchange files."));
}
