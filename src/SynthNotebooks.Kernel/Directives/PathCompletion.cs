using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Directives;

/// <summary>Completes the path of a file in a magic's line, folder by folder.</summary>
internal static class PathCompletion
{
    /// <param name="arguments">Everything after the magic's name.</param>
    /// <param name="position">Of the caret in it.</param>
    /// <param name="folder">Where relative paths start.</param>
    /// <param name="extensions">Of the files that are offered, with the dot.</param>
    public static CompletionList Of(string arguments, int position, string folder, params IReadOnlyList<string> extensions)
    {
        var quote = arguments.LastIndexOf('"', Math.Max(0, position - 1));
        var start = quote >= 0 ? quote + 1 : arguments.Length - arguments.TrimStart().Length;
        if (start > position) start = position;
        var typed = arguments[start..position];
        var slash = typed.LastIndexOf('/') + 1;
        try
        {
            var parent = Path.GetFullPath(typed[..slash], folder);
            if (!Directory.Exists(parent)) return new CompletionList([], position, position);
            var folders = Directory.EnumerateDirectories(parent).Select(d => new CompletionItem(Path.GetFileName(d) + "/", "path"));
            var files = Directory.EnumerateFiles(parent).Where(f => extensions.Contains(Path.GetExtension(f).ToLowerInvariant())).Select(f => new CompletionItem(Path.GetFileName(f), "path"));
            var word = typed[slash..];
            return new CompletionList([.. folders.Concat(files).Where(i => (word.Length > 0 || i.Text[0] != '.') && i.Text.StartsWith(word, StringComparison.Ordinal)).OrderBy(i => i.Text, StringComparer.Ordinal)],
                start + slash, position);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new CompletionList([], position, position); // a folder that cannot be read has nothing to offer
        }
    }
}
