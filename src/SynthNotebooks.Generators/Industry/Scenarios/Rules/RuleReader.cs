using System.Reflection;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>Makes the rule that a node describes.</summary>
internal static class RuleReader
{
    /// <summary>Keys beside the rule itself that change or describe an attribute.</summary>
    public static readonly IReadOnlyList<string> Modifiers =
        ["min", "max", "decimals", "unit", "type", "noise", "first", "hidden", "title", "description", "source", "role", "if", "weight", "chance_of", "label"];

    /// <param name="node">A map with one rule among its keys, or a text: a formula.</param>
    /// <param name="formulas">Compiles for the row that the rule reads.</param>
    /// <param name="owner">Entity and attribute, for errors.</param>
    /// <param name="attribute">May be null.</param>
    /// <param name="compilation">The whole scenario.</param>
    public static Rule Read(ScenarioNode node, FormulaCompiler formulas, string owner, AttributePlan? attribute, Compilation compilation)
    {
        if (node.Text is not null) return Make("formula", node, formulas, owner, attribute, compilation);
        if (node.Entries is null) throw new ScenarioException(node.Place, $"{owner}: a rule is a map such as 'normal: {{mean: 5, sd: 1}}' or a formula; here is a list.");
        ScenarioNode? found = null, value = null;
        foreach (var (key, entry) in node.Entries)
        {
            if (Modifiers.Contains(key.Text!)) continue;
            if (!RuleCatalog.Catalog.Ids.Contains(key.Text!)) throw new ScenarioException(key.Place, $"{owner}: " + UnknownColumn.Message("rule", key.Text!, Nearest(key.Text!)) + CommaHint(key.Text!));
            if (found is not null) throw new ScenarioException(key.Place, $"{owner}: two rules stand here, '{found.Text}' and '{key.Text}'; give one.");
            (found, value) = (key, entry);
        }
        if (found is null) throw new ScenarioException(node.Place, $"{owner}: a rule is missing; give one of {string.Join(", ", RuleCatalog.Catalog.Ids)}.");
        return Make(found.Text!, value!, formulas, owner, attribute, compilation);
    }

    // Among equally near names the one with the same letters comes first: normla is normal, not formula
    private static IEnumerable<string> Nearest(string key)
    {
        var letters = string.Concat(key.Order());
        return RuleCatalog.Catalog.Ids.OrderBy(id => string.Concat(id.Order()) == letters ? 0 : 1).Concat(Modifiers);
    }

    // {formula: min(1, x)} is cut at its comma by YAML
    private static string CommaHint(string key) => key.AsSpan().ContainsAny("()") ? " A formula with commas needs quotes inside braces." : "";

    private static Rule Make(string id, ScenarioNode value, FormulaCompiler formulas, string owner, AttributePlan? attribute, Compilation compilation)
    {
        var arguments = new RuleArguments(value, formulas, owner, attribute, compilation);
        var rule = (Rule)Activator.CreateInstance(RuleCatalog.Catalog[id].Type, BindingFlags.DoNotWrapExceptions | BindingFlags.Instance | BindingFlags.Public | BindingFlags.CreateInstance, null, [arguments], null)!;
        arguments.Finish();
        return rule;
    }
}
