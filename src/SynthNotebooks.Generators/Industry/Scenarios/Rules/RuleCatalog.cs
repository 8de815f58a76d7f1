using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>The rules that attributes can name.</summary>
internal static class RuleCatalog
{
    public static Catalog<RuleAttribute> Catalog { get; } = new("rule", typeof(RuleCatalog).Assembly);
}
