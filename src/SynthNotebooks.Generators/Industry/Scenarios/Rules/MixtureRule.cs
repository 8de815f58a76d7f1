using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>One of several rules, each with a weight.</summary>
[Rule("mixture")]
internal sealed class MixtureRule : Rule
{
    private readonly (Parameter Weight, Rule Rule)[] _parts;

    public MixtureRule(RuleArguments arguments)
    {
        if (arguments.Node.Items is not { Count: > 0 } items) throw new ScenarioException(arguments.Node.Place, $"{arguments.Owner}: 'mixture' is a list of rules with weights: [{{weight: 3, normal: ...}}, ...].");
        _parts = [.. items.Select(item =>
        {
            _ = arguments.Take("part");
            var weight = item["weight"] is { } given ? arguments.Of("weight", given, (0, double.MaxValue, false)) : new Parameter("weight", arguments.Owner, "1", item.Place, null, 1, (0, double.MaxValue, false));
            var rule = arguments.Nested(item);
            return rule.Type.Kind == CellKind.Text ? throw new ScenarioException(item.Place, $"{arguments.Owner}: a mixture is of numbers; choose texts with 'choose' or 'when'.") : (weight, rule);
        })];
        Type = _parts.All(part => part.Rule.Type.Kind == _parts[0].Rule.Type.Kind) ? _parts[0].Rule.Type : CellType.Number;
        Parameters = [.. _parts.Select(part => part.Weight)];
    }

    public override double Draw(Row row, SplitRandom random)
    {
        Span<double> weights = _parts.Length <= 64 ? stackalloc double[_parts.Length] : new double[_parts.Length];
        for (var i = 0; i < weights.Length; i++) weights[i] = _parts[i].Weight.Of(row, random);
        return _parts[WeightedChoice.Of(weights, random)].Rule.Draw(row, random);
    }
}
