namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Takes finished rows.</summary>
internal interface IRowSink
{
    /// <summary>Whether it holds the row objects, so that each row needs its own.</summary>
    bool Keeps { get; }

    void Add(Row row);
}
