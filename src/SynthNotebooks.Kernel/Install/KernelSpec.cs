using System.Text;
using System.Text.Json;

namespace SynthNotebooks.Kernel.Install;

/// <summary>What a <c>kernel.json</c> says.</summary>
/// <remarks>
/// Source: "Making kernels for Jupyter", kernel specs. There is no <c>metadata.vscode.extension_id</c>: with one, Visual Studio Code would
/// hand the notebook to that extension instead of the kernel.
/// </remarks>
public sealed record KernelSpec
{
    /// <summary>Command line that starts the kernel; holds <c>{connection_file}</c> once, alone or within an argument.</summary>
    public required IReadOnlyList<string> Argv { get; init; }

    /// <summary>What front ends show.</summary>
    public string DisplayName { get; init; } = ".NET (C#) SynthNotebooks";

    /// <summary>The notebook's language.</summary>
    public string Language { get; init; } = "C#";

    /// <summary>The name that front ends and papermill look up for C#.</summary>
    public const string DefaultName = ".net-csharp";

    /// <summary>The text of <c>kernel.json</c>.</summary>
    /// <exception cref="InvalidOperationException">No argument holds <c>{connection_file}</c>.</exception>
    public string ToJson()
    {
        if (!Argv.Any(argument => argument.Contains("{connection_file}", StringComparison.Ordinal)))
            throw new InvalidOperationException($"Argv is \"{string.Join(' ', Argv)}\"; one argument must hold {{connection_file}}.");
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("argv");
            foreach (var argument in Argv) writer.WriteStringValue(argument);
            writer.WriteEndArray();
            writer.WriteString("display_name", DisplayName);
            writer.WriteString("language", Language);
            writer.WriteString("interrupt_mode", "message");
            writer.WriteStartObject("metadata");
            writer.WriteBoolean("debugger", false);
            writer.WriteString(KernelSpecInstaller.Marker, "true");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }
}
