namespace SynthNotebooks.Data;

/// <summary>Writes files so that a reader sees either the old content or all of the new.</summary>
public static class WholeFile
{
    /// <summary>Writes to a temporary file beside the target and renames it at the end; on failure nothing stays behind.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var target = Path.GetFullPath(path);
        if (Directory.Exists(target)) throw new IOException($"'{path}' is a folder; name a file in it.");
        if (!Directory.Exists(Path.GetDirectoryName(target)))
            throw new DirectoryNotFoundException($"'{path}' cannot be written: the folder '{Path.GetDirectoryName(target)}' does not exist.");
        var temporary = FormattableString.Invariant($"{target}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.partial");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0)) write(stream);
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
