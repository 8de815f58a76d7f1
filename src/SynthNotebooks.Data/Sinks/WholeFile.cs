namespace SynthNotebooks.Data;

/// <summary>Writes files so that a reader sees either the old content or all of the new.</summary>
public static class WholeFile
{
    /// <summary>Writes to a temporary file beside the target and renames it at the end; on failure nothing stays behind. Into a device, such as <c>/dev/stdout</c>, straight.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        Require(path);
        ArgumentNullException.ThrowIfNull(write);
        var target = Path.GetFullPath(path);
        if (IsDevice(target))
        {
            using var device = new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            write(device);
            return;
        }
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

    /// <summary>Makes sure, before a long job, that its result has a place: that the path is no folder, and that its folder exists.</summary>
    /// <exception cref="IOException">It is a folder, or has none.</exception>
    public static void Require(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var target = Path.GetFullPath(path);
        if (Directory.Exists(target)) throw new IOException($"'{path}' is a folder; name a file in it.");
        if (!Directory.Exists(Path.GetDirectoryName(target)))
            throw new DirectoryNotFoundException($"'{path}' cannot be written: the folder '{Path.GetDirectoryName(target)}' does not exist.");
    }

    // Renaming a file onto a device would put the file in its place, for every program. /dev/shm holds ordinary files.
    private static bool IsDevice(string target) => !OperatingSystem.IsWindows() && File.Exists(target) && !target.StartsWith("/dev/shm/", StringComparison.Ordinal)
        && (target.StartsWith("/dev/", StringComparison.Ordinal) || target.StartsWith("/proc/", StringComparison.Ordinal));
}
