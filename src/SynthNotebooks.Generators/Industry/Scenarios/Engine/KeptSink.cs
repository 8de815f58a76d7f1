namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Keeps rows for references.</summary>
internal sealed class KeptSink(KeptTable? kept) : IRowSink
{
    public bool Keeps => true;

    public void Add(Row row) => kept?.Add(row);
}
