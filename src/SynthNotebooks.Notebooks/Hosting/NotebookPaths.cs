namespace SynthNotebooks.Notebooks.Hosting;

/// <summary>Paths as a notebook's author writes them.</summary>
internal static class NotebookPaths
{
    /// <summary>The absolute path of a path relative to the notebook; a URI stays as it is.</summary>
    public static string Resolve(this INotebookHost host, string pathOrUri) =>
        pathOrUri.Contains("://", StringComparison.Ordinal) ? pathOrUri : Path.Combine(host.WorkingDirectory, pathOrUri);

    /// <summary>A message without the notebook's own folder, so that outputs do not depend on where it lies.</summary>
    public static string Relative(this INotebookHost host, string message) =>
        Path.TrimEndingDirectorySeparator(host.WorkingDirectory) is { Length: > 1 } folder
            ? message.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace(folder, ".", StringComparison.Ordinal)
            : message;
}
