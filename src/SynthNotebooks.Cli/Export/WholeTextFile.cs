namespace SynthNotebooks.Cli.Export;

/// <summary>Text files that are written whole or not at all.</summary>
internal static class WholeTextFile
{
    public static async Task WriteAsync(string path, string text, CancellationToken cancellation)
    {
        var partial = path + ".partial";
        try
        {
            await File.WriteAllTextAsync(partial, text, cancellation);
            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }
}
