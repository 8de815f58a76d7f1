namespace SynthNotebooks.Kernel.Server;

/// <summary>One executed cell.</summary>
/// <param name="Line">Its execution count.</param>
/// <param name="Input">Its text.</param>
/// <param name="Output">Plain text of its result, or null.</param>
internal sealed record HistoryEntry(int Line, string Input, string? Output);

/// <summary>The cells of this session, in memory; thread-safe.</summary>
internal sealed class ExecutionHistory
{
    /// <summary>The number under which this session's entries are reported; requests may also say 0 for "the current one".</summary>
    public const int Session = 1;

    private readonly Lock _gate = new();
    private readonly List<HistoryEntry> _entries = [];

    public void Add(HistoryEntry entry)
    {
        lock (_gate) _entries.Add(entry);
    }

    /// <summary>The last entries, oldest first.</summary>
    public IReadOnlyList<HistoryEntry> Tail(int count)
    {
        lock (_gate) return [.. _entries.TakeLast(count)];
    }

    /// <summary>Entries from one execution count up to and without another.</summary>
    public IReadOnlyList<HistoryEntry> Range(int start, int stop)
    {
        lock (_gate) return [.. _entries.Where(entry => entry.Line >= start && entry.Line < stop)];
    }

    /// <summary>Entries whose whole text fits a pattern, oldest first.</summary>
    /// <param name="pattern">A <see cref="GlobPattern"/>.</param>
    /// <param name="unique">Only the last of those with the same text.</param>
    /// <param name="count">At most the last so many; null for all.</param>
    public IReadOnlyList<HistoryEntry> Search(string pattern, bool unique, int? count)
    {
        var glob = new GlobPattern(pattern);
        List<HistoryEntry> found;
        lock (_gate) found = _entries.FindAll(entry => glob.Matches(entry.Input));
        if (unique) found = [.. found.GroupBy(entry => entry.Input).Select(group => group.Last()).OrderBy(entry => entry.Line)];
        return count is { } limit ? [.. found.TakeLast(limit)] : found;
    }
}
