using System.Globalization;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Compiles one attribute: its rule, limits, rounding, noise.</summary>
internal static class AttributeBinder
{
    public static void Bind(AttributePlan attribute, Compilation compilation)
    {
        var (node, entity) = (attribute.Node, attribute.Entity);
        var formulas = compilation.FormulasOf(entity, attribute);
        var isKey = attribute == entity.Key;
        var group = entity.Groups.Find(one => one.Has(attribute));
        group?.Begin(entity); // its ranks come before the first of its attributes
        var arguments = new RuleArguments(node, formulas, attribute.Owner, attribute, compilation);
        var rule = isKey ? new TemplateRule(arguments) : RuleReader.Read(node, formulas, attribute.Owner, attribute, compilation);
        Rule? Inner(string name) => !isKey && node[name] is { } inner ? RuleReader.Read(inner, formulas, attribute.Owner + ", " + name, attribute, compilation) : null;
        Parameter? Limit(string name) => !isKey && node[name] is { } inner ? arguments.Of(name, inner, (double.NegativeInfinity, double.PositiveInfinity, false)) : null;

        var first = Inner("first");
        var noise = Inner("noise");
        var decimals = isKey ? null : Decimals(attribute);
        var declared = isKey ? null : Compilation.DeclaredType(attribute);
        var type = TypeOf(attribute, rule.Type, declared, decimals);
        if (first is not null && first.Type.IsString != type.IsString) throw new ScenarioException(node.Place, $"{attribute.Owner}: 'first' gives a {first.Type}, the rule a {type}.");
        if (attribute.Presumed && (attribute.Type.IsString != type.IsString || type.Kind == CellKind.Text && attribute.Type.Kind != CellKind.Text))
            throw new ScenarioException(node.Place, $"{attribute.Owner}: it reads itself one row back as a {attribute.Type} but is a {type}; declare 'type: {(type.Kind == CellKind.Text ? "text" : "number")}'.");
        if (group is not null && (!rule.HasQuantile || rule.Type.IsString)) throw new ScenarioException(node.Place, $"{attribute.Owner}: its rule cannot be drawn by rank, so it cannot stand in a group; use normal, lognormal, uniform, gamma, beta, weibull, exponential, choose or chance.");
        if (attribute.Slot < 0) attribute.Slot = entity.NewSlot(type);
        (attribute.Type, attribute.Decimals) = (type, decimals);
        attribute.Unit = node["unit"]?.Text;
        attribute.Step = new AttributeStep(attribute, rule)
        {
            RankSlot = group?.SlotOf(attribute),
            First = first,
            Noise = noise,
            Min = Limit("min"),
            Max = Limit("max"),
            Decimals = type.Kind == CellKind.Integer ? 0 : decimals,
        };
        (attribute.Late ? entity.Late : entity.Early).Add(attribute.Step);
    }

    private static int? Decimals(AttributePlan attribute)
    {
        if (attribute.Node["decimals"] is not { } node) return null;
        return int.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var decimals) && decimals <= 15
            ? decimals
            : throw new ScenarioException(node.Place, $"{attribute.Owner}: decimals is {node.Shape}; it must be a whole number from 0 to 15.");
    }

    private static CellType TypeOf(AttributePlan attribute, CellType made, CellType? declared, int? decimals)
    {
        if (decimals is not null && made.Kind == CellKind.Text) throw new ScenarioException(attribute.Node.Place, $"{attribute.Owner}: a text has no decimals.");
        if (declared is not null)
        {
            if (declared.IsString) return made.Kind == CellKind.Text ? made.IsString || !attribute.Presumed ? made : declared : throw new ScenarioException(attribute.Node.Place, $"{attribute.Owner}: the rule gives a {made}, not a text; use a template.");
            if (made.Kind == CellKind.Text) throw new ScenarioException(attribute.Node.Place, $"{attribute.Owner}: the rule gives a text, not a {declared}.");
            return declared;
        }
        return decimals == 0 && made.IsNumeric ? CellType.Integer : decimals > 0 && made.IsNumeric ? CellType.Number : made;
    }
}
