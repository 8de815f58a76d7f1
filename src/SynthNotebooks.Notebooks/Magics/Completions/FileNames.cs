namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Files and folders under the notebook's folder.</summary>
/// <param name="endings">What a file's name ends with, e.g. <c>.csv</c>; all files when none is given.</param>
public abstract class FileNames(params string[] endings) : ICompletionSource
{
    private const int Most = 200;

    /// <inheritdoc/>
    public IEnumerable<MagicCompletion> Complete(CompletionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var folder = request.Typed[..(request.Typed.LastIndexOfAny(['/', '\\']) + 1)];
        try
        {
            var directory = new DirectoryInfo(Path.Combine(request.WorkingDirectory, folder));
            if (!directory.Exists) return [];
            return [.. directory.EnumerateFileSystemInfos()
                .Where(entry => !entry.Name.StartsWith('.') && (entry is DirectoryInfo || endings.Length == 0 || endings.Any(ending => entry.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))))
                .OrderBy(entry => entry.Name, StringComparer.Ordinal)
                .Take(Most)
                .Select(entry => new MagicCompletion(folder + entry.Name + (entry is DirectoryInfo ? "/" : ""), "file"))];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return []; // half a path is nothing to complain about
        }
    }
}
