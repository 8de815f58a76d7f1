using System.Text;
using SynthNotebooks.Data;

namespace SynthNotebooks.Cli.Export;

/// <summary>Text files that are written whole or not at all.</summary>
internal static class WholeTextFile
{
    public static Task WriteAsync(string path, string text, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        return Task.CompletedTask;
    }
}
