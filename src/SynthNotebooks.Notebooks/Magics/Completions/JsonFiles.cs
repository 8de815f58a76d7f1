namespace SynthNotebooks.Notebooks.Magics;

/// <summary>JSON files.</summary>
public sealed class JsonFiles() : FileNames(".json");
