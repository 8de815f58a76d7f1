namespace SynthNotebooks.Notebooks.Leaks;

/// <summary>What was found in one text; holds no value of a record, so that it can be shown and kept.</summary>
/// <param name="Kind">How it was recognised.</param>
/// <param name="What">What it is, in words.</param>
/// <param name="Count">How many different ones.</param>
/// <param name="Line">1-based line of the first.</param>
public sealed record LeakFinding(LeakKind Kind, string What, int Count, int Line);
