namespace SynthNotebooks.Notebooks.Displays;

/// <param name="Name">The heading.</param>
/// <param name="Type">Stands below it; empty for nothing.</param>
/// <param name="IsNumber">Whether cells are aligned to the right.</param>
public sealed record TableViewColumn(string Name, string Type = "", bool IsNumber = false);
