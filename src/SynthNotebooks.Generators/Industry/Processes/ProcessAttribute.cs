using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Industry.Processes;

/// <summary>Registers an <see cref="IProcess"/>; its public constructor takes its options record alone.</summary>
/// <param name="id">What a scenario names after <c>process:</c>.</param>
/// <param name="options">Record whose constructor parameters all have defaults.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ProcessAttribute(string id, Type options) : CatalogAttribute(id)
{
    /// <summary>The options record.</summary>
    public Type Options { get; } = options;
}
