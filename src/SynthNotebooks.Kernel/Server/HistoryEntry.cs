namespace SynthNotebooks.Kernel.Server;

/// <summary>One executed cell.</summary>
/// <param name="Session">Number of the session it ran in.</param>
/// <param name="Line">Its execution count.</param>
/// <param name="Input">Its text.</param>
/// <param name="Output">Plain text of its result, or null; not kept beyond the session.</param>
internal sealed record HistoryEntry(int Session, int Line, string Input, string? Output);
