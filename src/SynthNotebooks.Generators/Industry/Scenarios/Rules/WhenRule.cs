using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>The first case whose condition holds gives the rule; the last may be <c>else</c>.</summary>
[Rule("when")]
internal sealed class WhenRule : Rule
{
    private readonly (NumberFormula? Condition, Rule Rule, double[]? Recode)[] _cases;

    public WhenRule(RuleArguments arguments)
    {
        var items = arguments.Node.Items;
        if (items is null || items.Count == 0) throw new ScenarioException(arguments.Node.Place, $"{arguments.Owner}: 'when' is a list of cases: [{{if: CONDITION, value: ...}}, {{else: ...}}].");
        var read = new List<(NumberFormula? Condition, Rule Rule, ScenarioNode Node)>();
        foreach (var item in items)
        {
            _ = arguments.Take("case");
            if (item["else"] is { } last)
            {
                read.Add((null, last.Text is not null ? new ValueRule(new RuleArguments(last, arguments.Formulas, arguments.Owner, arguments.Attribute, arguments.Compilation)) : arguments.Nested(last), item));
                continue;
            }
            var condition = item["if"] ?? throw new ScenarioException(item.Place, $"{arguments.Owner}: a case needs 'if: CONDITION' or is 'else: ...'.");
            read.Add((arguments.Formulas.Compile(arguments.Formulas.Parse(condition, arguments.Owner)), arguments.Nested(item), item));
        }
        Type = read.Select(one => one.Rule.Type).Aggregate(Joined);
        foreach (var (_, rule, node) in read)
            if (rule.Type.Kind == CellKind.Text != (Type.Kind == CellKind.Text) && !IsMissing(rule)) throw new ScenarioException(node.Place, $"{arguments.Owner}: this case gives a {rule.Type}, another one gives a {Type}.");
        _cases = [.. read.Select(one => (one.Condition, one.Rule, Map(one.Rule.Type)))];
    }

    public override double Draw(Row row, SplitRandom random)
    {
        foreach (var (condition, rule, recode) in _cases)
        {
            if (condition is not null && condition(row, random) is not (not 0 and not double.NaN)) continue;
            var value = rule.Draw(row, random);
            return recode is null || double.IsNaN(value) ? value : recode[(int)value];
        }
        return double.NaN;
    }

    public override string? DrawText(Row row, SplitRandom random)
    {
        foreach (var (condition, rule, _) in _cases)
        {
            if (condition is not null && condition(row, random) is not (not 0 and not double.NaN)) continue;
            return rule.Type.IsString ? rule.DrawText(row, random) : rule.Type.Categories is { } categories ? Texts.OfCode(rule.Draw(row, random), [.. categories]) : null;
        }
        return null;
    }

    private static bool IsMissing(Rule rule) => rule is ValueRule && double.IsNaN(rule.Draw(null!, null!));

    private static CellType Joined(CellType first, CellType second)
    {
        if (first.Kind != CellKind.Text || second.Kind != CellKind.Text)
            return first.Kind == CellKind.Text ? first : second.Kind == CellKind.Text ? second : first.Kind == second.Kind ? first : first.IsMoment || second.IsMoment ? CellType.Time : CellType.Number;
        return first.Categories is { } a && second.Categories is { } b ? new CellType(CellKind.Text, [.. a.Union(b, StringComparer.Ordinal)]) : CellType.FreeText;
    }

    private double[]? Map(CellType type)
    {
        if (type.Categories is not { } from || Type.Categories is not { } all) return null;
        var places = all.ToList();
        return [.. from.Select(category => (double)places.IndexOf(category))];
    }
}
