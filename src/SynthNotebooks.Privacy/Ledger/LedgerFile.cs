using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SynthNotebooks.Privacy;

/// <summary>The ledger on disk: an append-only file of linked lines, a head that counts them, a key, and a lock for writing.</summary>
/// <remarks>
/// A line is on the disk before the head says so, and the head before the caller reads data. So after a crash the file holds at most one line more than the head
/// (counted as spent) or a torn line (never acted upon, cut off); fewer lines than the head says are a rollback. Putting back an old copy of the whole folder
/// cannot be seen from inside.
/// </remarks>
internal sealed class LedgerFile
{
    private readonly string _lines, _head, _lock;
    private readonly TimeSpan _patience;
    private int _counted; // by the head, when it was last read

    public LedgerFile(string folder, TimeSpan patience)
    {
        Directory.CreateDirectory(folder);
        (Folder, _patience) = (folder, patience);
        (_lines, _head, _lock) = (Path.Combine(folder, "ledger.jsonl"), Path.Combine(folder, "ledger.head"), Path.Combine(folder, "ledger.lock"));
        using (Locked()) Key = ReadKey(Path.Combine(folder, "ledger.key"));
    }

    public string Folder { get; }

    public byte[] Key { get; }

    /// <summary>Tests throw from here to stand in for a crash; told the step that was just done.</summary>
    public Action<string>? Crash { get; set; }

    /// <summary>The lock on the ledger, for one process and one thread at a time.</summary>
    public FileStream Locked()
    {
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new(_lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < _patience)
            {
                Thread.Sleep(5);
            }
            catch (IOException)
            {
                throw new LedgerException(string.Create(CultureInfo.InvariantCulture, $"The privacy ledger '{Folder}' has been locked by another process for {_patience.TotalSeconds:G3} seconds."));
            }
        }
    }

    /// <summary>All lines, checked against their marks, their links and the head; the lock must be held.</summary>
    public List<LedgerEntry> Read()
    {
        var text = File.Exists(_lines) ? File.ReadAllText(_lines) : "";
        var entries = new List<LedgerEntry>();
        var whole = text.LastIndexOf('\n') + 1;
        foreach (var line in text[..whole].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (LedgerEntry.Parse(line) is not { } entry || entry.Number != entries.Count || entry.Previous != (entries.Count == 0 ? "" : entries[^1].Mark) || !entry.IsGenuine(Key))
                throw Tampered($"line {entries.Count + 1} is not what was written");
            entries.Add(entry);
        }
        CheckHead(entries);
        return entries;
    }

    /// <summary>Adds a line and returns once it is on the disk; the lock must be held.</summary>
    public void Append(LedgerEntry entry, IReadOnlyList<LedgerEntry> before)
    {
        var previous = before.Count == 0 ? "" : before[^1].Mark;
        var signed = (entry with { Number = before.Count, Previous = previous }).Signed(Key);
        if (_counted < before.Count) WriteHead(before.Count, previous); // a line that a crash left uncounted is counted first
        using (var stream = new FileStream(_lines, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read))
        {
            CutTornLine(stream);
            var bytes = Encoding.UTF8.GetBytes(signed.ToLine() + "\n");
            stream.Seek(0, SeekOrigin.End);
            stream.Write(bytes.AsSpan(0, bytes.Length / 2));
            stream.Flush();
            Crash?.Invoke("half a line");
            stream.Write(bytes.AsSpan(bytes.Length / 2));
            stream.Flush(flushToDisk: true);
        }
        Crash?.Invoke("line");
        WriteHead(before.Count + 1, signed.Mark);
        Crash?.Invoke("head");
    }

    /// <summary>Replaces a file by new content so that a crash leaves the old or the new, nothing between.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        var draft = path + ".new";
        using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }
        File.Move(draft, path, overwrite: true);
    }

    public LedgerException Tampered(string how) =>
        new($"The privacy ledger '{Folder}' was changed outside: {how}. Nothing may be spent from it; restore it from a backup that is not older than the last release.");

    private void CheckHead(List<LedgerEntry> entries)
    {
        if (!File.Exists(_head))
        {
            if (entries.Count > 1) throw Tampered("its head is missing");
            _counted = 0;
            return;
        }
        var parts = File.ReadAllText(_head).Split(' ');
        if (parts.Length != 3 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || parts[2] != Seal(count, parts[1])) throw Tampered("its head is not what was written");
        if (entries.Count < count) throw Tampered($"{count - entries.Count} of {count} lines are missing");
        if (entries.Count > count + 1) throw Tampered("it has lines that its head does not know");
        if (count > 0 && entries[count - 1].Mark != parts[1]) throw Tampered($"line {count} is not the one its head knows");
        _counted = count;
    }

    private void WriteHead(int count, string mark) =>
        Replace(_head, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{count} {mark} {Seal(count, mark)}")));

    private string Seal(int count, string mark) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"head {count} {mark}"))));

    private static void CutTornLine(FileStream stream)
    {
        var length = stream.Length;
        while (length > 0)
        {
            stream.Seek(length - 1, SeekOrigin.Begin);
            if (stream.ReadByte() == '\n') break;
            length--;
        }
        stream.SetLength(length);
    }

    private byte[] ReadKey(string path)
    {
        if (File.Exists(path))
        {
            var key = File.ReadAllBytes(path);
            return key.Length == 32 ? key : throw Tampered("its key is not 32 bytes");
        }
        if (File.Exists(_lines)) throw Tampered("its key is missing");
        var made = RandomNumberGenerator.GetBytes(32);
        Replace(path, made);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return made;
    }
}
