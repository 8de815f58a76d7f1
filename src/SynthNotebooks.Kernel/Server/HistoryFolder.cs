using System.Globalization;
using System.Text.Json;
using SynthNotebooks.Kernel.Install;

namespace SynthNotebooks.Kernel.Server;

/// <summary>What was run, on disk: a file for each session, a line of JSON for each cell; inputs only, readable by the user alone.</summary>
/// <remarks>
/// A session takes its number by creating its file, so kernels that start at the same time need no lock. History is a courtesy: where the
/// folder cannot be written the kernel goes on without it. The newest <see cref="KeptSessions"/> sessions are kept.
/// </remarks>
internal sealed class HistoryFolder(string folder)
{
    /// <summary>How many sessions are kept.</summary>
    public const int KeptSessions = 1000;

    private const string Extension = ".jsonl", Switch = "SYNTHNB_HISTORY", Off = "off";

    private readonly Lock _gate = new();
    private FileStream? _file;
    private int _session;

    /// <summary>The user's own folder beside Jupyter's data; null where SYNTHNB_HISTORY is <c>off</c> or there is no home.</summary>
    /// <param name="environment">Looks up an environment variable; null for one that is not set.</param>
    public static string? Default(Func<string, string?> environment)
    {
        if (string.Equals(environment(Switch), Off, StringComparison.OrdinalIgnoreCase)) return null;
        try
        {
            return Path.Combine(Path.GetDirectoryName(KernelSpecLocation.User(environment).Kernels)!, "synthnb", "history");
        }
        catch (InvalidOperationException)
        {
            return null; // no home directory
        }
    }

    /// <summary>The number of this session: one more than the newest on disk.</summary>
    public int Session
    {
        get
        {
            lock (_gate)
            {
                if (_session == 0) Open();
                return _session;
            }
        }
    }

    public void Append(HistoryEntry entry)
    {
        lock (_gate)
        {
            if (_session == 0) Open();
            if (_file is null) return;
            try
            {
                using (var writer = new Utf8JsonWriter(_file))
                {
                    writer.WriteStartObject();
                    writer.WriteNumber("line", entry.Line);
                    writer.WriteString("input", entry.Input);
                    writer.WriteEndObject();
                }
                _file.Write("\n"u8);
                _file.Flush();
            }
            catch (IOException)
            {
                _file = null; // the disk is full, or gone
            }
        }
    }

    /// <summary>Numbers of the sessions before this one, newest first.</summary>
    public IEnumerable<int> EarlierSessions()
    {
        var own = Session;
        return Numbers().Where(number => number < own).OrderDescending();
    }

    /// <summary>The cells of a session; none when it is not there. Lines that are not whole are left out.</summary>
    public List<HistoryEntry> Read(int session)
    {
        var entries = new List<HistoryEntry>();
        try
        {
            using var file = new FileStream(PathOf(session), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file);
            while (reader.ReadLine() is { } line)
                if (TryParse(session, line, out var entry))
                    entries.Add(entry!);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // As good as empty.
        }
        return entries;
    }

    private static bool TryParse(int session, string line, out HistoryEntry? entry)
    {
        entry = null;
        try
        {
            using var document = JsonDocument.Parse(line);
            entry = new HistoryEntry(session, document.RootElement.GetProperty("line").GetInt32(), document.RootElement.GetProperty("input").GetString()!, null);
            return true;
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }

    private void Open()
    {
        _session = 1;
        try
        {
            Directory.CreateDirectory(folder);
            var numbers = Numbers();
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            for (_session = numbers.Count == 0 ? 1 : numbers.Max() + 1; _file is null; _session += _file is null ? 1 : 0)
            {
                if (!File.Exists(PathOf(_session))) _file = TryCreate(PathOf(_session), options);
            }
            foreach (var number in numbers.Order().Take(Math.Max(0, numbers.Count + 1 - KeptSessions))) File.Delete(PathOf(number));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Nothing is kept then.
        }
    }

    private static FileStream? TryCreate(string path, FileStreamOptions options)
    {
        try
        {
            return new FileStream(path, options);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null; // another kernel was quicker
        }
    }

    private List<int> Numbers()
    {
        var numbers = new List<int>();
        if (!Directory.Exists(folder)) return numbers;
        foreach (var path in Directory.EnumerateFiles(folder, "*" + Extension))
            if (int.TryParse(Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                numbers.Add(number);
        return numbers;
    }

    private string PathOf(int session) => Path.Combine(folder, session.ToString("d6", CultureInfo.InvariantCulture) + Extension);
}
