namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Files that hold tables.</summary>
public sealed class DataFiles() : FileNames(".csv", ".tsv", ".txt", ".csv.gz", ".json", ".jsonl", ".ndjson", ".db", ".sqlite", ".sqlite3");
