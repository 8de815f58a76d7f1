using SynthNotebooks.Contracts;

namespace SynthNotebooks.Privacy;

/// <summary>Registers an <see cref="IAuditedMechanism"/>; <c>docs/privacy/ID.md</c> argues its claim.</summary>
/// <param name="id">Lower case, digits and hyphens.</param>
/// <param name="unit">What its sensitivity or its input counts.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MechanismAttribute(string id, string unit) : CatalogAttribute(id)
{
    /// <summary>What its sensitivity or its input counts, e.g. <c>records</c>.</summary>
    public string Unit { get; } = unit;

    /// <summary>Whether each person runs it on their own value.</summary>
    public bool Local { get; init; }
}
