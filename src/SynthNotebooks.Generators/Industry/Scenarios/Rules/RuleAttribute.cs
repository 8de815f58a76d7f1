using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>Registers a <see cref="Rule"/>; its public constructor takes <see cref="RuleArguments"/> alone.</summary>
/// <param name="id">The key that a scenario writes, e.g. <c>normal</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RuleAttribute(string id) : CatalogAttribute(id);
