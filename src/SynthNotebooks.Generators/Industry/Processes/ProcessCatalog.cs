using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Industry.Processes;

/// <summary>The processes that scenarios can name.</summary>
public static class ProcessCatalog
{
    /// <summary>What there is.</summary>
    public static Catalog<ProcessAttribute> Catalog { get; } = new("process", typeof(ProcessCatalog).Assembly);
}
