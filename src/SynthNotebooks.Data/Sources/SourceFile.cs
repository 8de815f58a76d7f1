namespace SynthNotebooks.Data;

/// <summary>Opens files with errors that say what is there instead.</summary>
internal static class SourceFile
{
    /// <exception cref="DataLoadException">There is no such file, or it cannot be read.</exception>
    public static FileStream Open(string path)
    {
        Require(path);
        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            if (stream.CanSeek) return stream;
            stream.Dispose();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DataLoadException($"The file '{path}' cannot be read: {failure.Message}", inner: failure);
        }
        throw new DataLoadException($"'{path}' is a pipe or a terminal, which can be read once only; a table is looked at more than once, so save it to a file first.");
    }

    /// <exception cref="DataLoadException">There is no such file; the message names the nearest one in the folder.</exception>
    public static void Require(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (File.Exists(path)) return;
        if (Directory.Exists(path)) throw new DataLoadException($"'{path}' is a folder; name a file in it.");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder)) throw new DataLoadException($"There is no file '{path}': the folder '{folder}' does not exist.");
        var files = Directory.EnumerateFiles(folder).Take(1000).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal).ToArray();
        throw new DataLoadException(files.Length == 0
            ? $"There is no file '{path}'; its folder is empty."
            : UnknownColumn.Message("file", Path.GetFileName(path), files) + $" Folder: {folder}");
    }
}
