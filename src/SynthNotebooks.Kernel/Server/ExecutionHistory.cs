namespace SynthNotebooks.Kernel.Server;

/// <summary>The cells of this session, and those of earlier ones where a folder keeps them; thread-safe.</summary>
/// <remarks>Answers as IPython does: tail and search go through all sessions, a range is of one.</remarks>
internal sealed class ExecutionHistory(HistoryFolder? folder)
{
    private const int OnlySession = 1;

    private readonly Lock _gate = new();
    private readonly List<HistoryEntry> _entries = [];

    /// <summary>The number of this session; requests may also say 0 for it, and -1 for the one before.</summary>
    public int Session => folder?.Session ?? OnlySession;

    public void Add(int line, string input, string? output)
    {
        var entry = new HistoryEntry(Session, line, input, output);
        lock (_gate) _entries.Add(entry);
        folder?.Append(entry);
    }

    /// <summary>The last entries, oldest first.</summary>
    public IReadOnlyList<HistoryEntry> Tail(int count)
    {
        var entries = Own();
        if (entries.Count < count) entries.InsertRange(0, Earlier(count - entries.Count));
        return entries.Count > count ? entries[^count..] : entries;
    }

    /// <summary>Entries of one session from one execution count up to and without another.</summary>
    /// <param name="session">A number of its own, or 0 and less counted back from this one.</param>
    /// <param name="start">First execution count.</param>
    /// <param name="stop">One past the last.</param>
    public IReadOnlyList<HistoryEntry> Range(int session, int start, int stop)
    {
        if (session <= 0) session += Session;
        var entries = session == Session ? Own() : folder?.Read(session) ?? [];
        return entries.FindAll(entry => entry.Line >= start && entry.Line < stop);
    }

    /// <summary>Entries whose whole text fits a pattern, oldest first.</summary>
    /// <param name="pattern">A <see cref="GlobPattern"/>.</param>
    /// <param name="unique">Only the last of those with the same text.</param>
    /// <param name="count">At most the last so many; null for all.</param>
    public IReadOnlyList<HistoryEntry> Search(string pattern, bool unique, int? count)
    {
        var glob = new GlobPattern(pattern);
        List<HistoryEntry> found = [.. Earlier(int.MaxValue).Where(entry => glob.Matches(entry.Input)), .. Own().Where(entry => glob.Matches(entry.Input))];
        if (unique) found = [.. found.GroupBy(entry => entry.Input).Select(group => group.Last()).OrderBy(entry => (entry.Session, entry.Line))];
        return count is { } limit ? [.. found.TakeLast(limit)] : found;
    }

    private List<HistoryEntry> Own()
    {
        lock (_gate) return [.. _entries];
    }

    // The last so many of the sessions before this one, oldest first.
    private List<HistoryEntry> Earlier(int count)
    {
        if (folder is null) return [];
        var sessions = new List<List<HistoryEntry>>();
        var found = 0L;
        foreach (var session in folder.EarlierSessions())
        {
            if (found >= count) break;
            sessions.Add(folder.Read(session));
            found += sessions[^1].Count;
        }
        sessions.Reverse();
        return [.. sessions.SelectMany(entries => entries).TakeLast(count)];
    }
}
